// The Functions app on Flex Consumption.
param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param storageName string
param packages string
param insightsConnection string
param subnetId string
param isQuick bool
param partitions int
param settings object
param optionalSettings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'programme' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: 40
        instanceMemoryMB: 2048
        // Orchestrations and activities run on instances of their own; one that is there need not start first.
        alwaysReady: isQuick ? [{ name: 'durable', instanceCount: 1 }] : []
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
  }

  // Apart from the app, which comes after the rights on the vault: a reference that was not resolved once stays so.
  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union({
      AzureWebJobsStorage__accountName: storageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsDisableHomepage: 'true'
      AZURE_CLIENT_ID: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    }, settings, optionalSettings, isQuick ? {
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: '00:00:02'
    } : {}, partitions == 1 ? {} : {
      // The number can't change in a hub that is there, so each has its own.
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__partitionCount: string(partitions)
      AzureFunctionsJobHost__extensions__durableTask__hubName: 'ReverseMentoringP${partitions}'
    })
  }

  // The package goes up by identity: nobody signs in by password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output host string = app.properties.defaultHostName

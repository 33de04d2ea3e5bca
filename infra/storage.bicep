// One account for all: the app's packages, the host's leases, Durable's queues and history, delivery reports, and the
// rows. No keys.
param name string
param location string
param tags object
param principalId string
param redundancy string
param softDeleteDays int
param lock bool
param isPrivate bool
param logsOfAccess string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: redundancy }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    // Event Grid comes by its identity as one of Azure's own services, through a closed firewall too.
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    // What was erased is to be gone: unless somebody asks for it, nothing deleted is kept for later.
    properties: {
      deleteRetentionPolicy: softDeleteDays > 0 ? { enabled: true, days: softDeleteDays } : { enabled: false }
      containerDeleteRetentionPolicy: softDeleteDays > 0 ? { enabled: true, days: softDeleteDays } : { enabled: false }
      isVersioningEnabled: false
    }

    resource packages 'containers' = {
      name: 'app-packages'
      properties: { publicAccess: 'None' }
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    // Delivery reports; the app's trigger has the same name.
    resource mailEvents 'queues' = {
      name: 'mail-events'
    }
  }

  resource tables 'tableServices' = {
    name: 'default'
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(account.id, principalId, role.value)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

resource stays 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'stays'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Holds all rows of the programme.' }
}

// Of tables only: they hold what people say. Queues and blobs are looked at every few seconds by the host.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(logsOfAccess)) {
  name: 'access'
  scope: account::tables
  properties: {
    workspaceId: logsOfAccess
    logs: [
      { category: 'StorageRead', enabled: true }
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

output id string = account.id
output name string = account.name
output packages string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
output mailEvents string = account::queues::mailEvents.name

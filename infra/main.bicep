targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; the names of all resources are derived from it.')
param environmentName string

@minLength(1)
@description('Region of everything that has one. It must offer Flex Consumption.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Where Communication Services keeps mail at rest.')
param dataLocation string = 'Europe'

@description('Domain that mails come from in production. Empty: a domain managed by Azure, good for trying (5 mails a minute, 10 an hour).')
param mailDomain string = ''

@description('True once the records of the custom domain are verified; only then can it be linked.')
param mailDomainVerified bool = false

@minValue(0)
@description('Mails a minute that the quota allows, once it was raised. 0: what a new domain of this kind is given.')
param mailPerMinute int = 0

@minValue(0)
@description('Mails an hour that the quota allows, once it was raised. 0: what a new domain of this kind is given.')
param mailPerHour int = 0

@description('Name of HR\'s programme manager, for cohorts that name nobody. Empty: the address.')
param managerName string = ''

@minLength(3)
@description('Mail address of HR\'s programme manager, for cohorts that name nobody.')
param managerEmail string

@description('Who is told when something is stuck. Empty: no alerts are made, and none are paid.')
param alertEmail string = ''

@description('The product\'s own mailbox in Microsoft 365. Empty: sessions go out as invitations by mail.')
param serviceMailbox string = ''

@description('App registration whose tokens managers bring. Empty: API keys only.')
param entraClientId string = ''

@description('Collector that gets telemetry by OTLP beside Application Insights. Empty: none does.')
param otlpEndpoint string = ''

@secure()
@description('Keys that sign links, as id:base64 with commas between; the first signs.')
param linkKeys string

@secure()
@description('The manager\'s first API key, as id:hash.')
param managerKey string

@secure()
@description('End of the address at which delivery reports are taken.')
param eventsKey string

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var appName = 'func-${token}'
var usesCustomDomain = !empty(mailDomain) && mailDomainVerified

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module storage 'storage.bicep' = {
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module monitor 'monitor.bicep' = {
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module mail 'mail.bicep' = {
  scope: group
  params: {
    token: token
    tags: tags
    dataLocation: dataLocation
    customDomain: mailDomain
    linksCustomDomain: usesCustomDomain
    principalId: identity.outputs.principalId
  }
}

module app 'app.bicep' = {
  scope: group
  params: {
    name: appName
    planName: 'plan-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    insightsConnection: monitor.outputs.connection
    settings: {
      Programme__Address: 'https://${appName}.azurewebsites.net'
      Programme__ManagerName: managerName
      Programme__ManagerEmail: managerEmail
      Programme__LinkKeys: linkKeys
      Programme__ManagerKey: managerKey
      Mail__Endpoint: mail.outputs.endpoint
      Mail__Sender: mail.outputs.sender
      Mail__PerMinute: string(mailPerMinute > 0 ? mailPerMinute : usesCustomDomain ? 30 : 5)
      Mail__PerHour: string(mailPerHour > 0 ? mailPerHour : usesCustomDomain ? 100 : 10)
      Mail__EventsKey: eventsKey
      Graph__ServiceMailbox: serviceMailbox
    }
    optionalSettings: union(empty(entraClientId) ? {} : {
      Entra__TenantId: tenant().tenantId
      Entra__ClientId: entraClientId
    }, empty(otlpEndpoint) ? {} : {
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
    })
  }
}

module alerts 'alerts.bicep' = if (!empty(alertEmail)) {
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitor.outputs.id
    email: alertEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output PROGRAMME_ADDRESS string = 'https://${app.outputs.host}'
output PROGRAMME_APP string = appName
output IDENTITY_CLIENT_ID string = identity.outputs.clientId
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output MAIL_SERVICE string = mail.outputs.communicationName
output MAIL_EMAIL_SERVICE string = mail.outputs.emailServiceName
output MAIL_SENDER string = mail.outputs.sender

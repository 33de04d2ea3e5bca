// Mail by Communication Services: a domain that Azure manages, for trying, and a custom one for production.
param token string
param tags object
param dataLocation string
param customDomain string
param linksCustomDomain bool
param senderName string
param takesNone bool
param principalId string
param lock bool

// The least built-in role that may send (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles).
var communicationAndEmailServiceOwner = '09976791-48a7-449e-bb21-39d1a415f350'

resource service 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: 'mail-${token}'
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource managed 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: service
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource custom 'Microsoft.Communication/emailServices/domains@2023-04-01' = if (!empty(customDomain)) {
  parent: service
  name: empty(customDomain) ? 'none.invalid' : customDomain
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

// A linked domain sends as donotreply@ by itself, and refuses others until its quota is raised.
resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2023-04-01' = if (linksCustomDomain && toLower(senderName) != 'donotreply') {
  parent: custom
  name: senderName
  properties: {
    username: senderName
    displayName: 'Reverse mentoring'
  }
}

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: 'acs-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    linkedDomains: takesNone ? [] : linksCustomDomain ? [managed.id, custom.id] : [managed.id]
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, principalId, communicationAndEmailServiceOwner)
  scope: communication
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', communicationAndEmailServiceOwner)
  }
}

resource stays 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'stays'
  scope: service
  properties: { level: 'CanNotDelete', notes: 'A verified domain and a raised quota are days of work.' }
}

output emailServiceName string = service.name
output communicationName string = communication.name
output endpoint string = 'https://${communication.properties.hostName}'
output managedDomain string = managed.properties.mailFromSenderDomain

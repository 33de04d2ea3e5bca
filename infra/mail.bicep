// Mail by Communication Services: a domain that Azure manages, for trying, and a custom one for production.
param token string
param tags object
param dataLocation string
param customDomain string
param linksCustomDomain bool
param principalId string

// The least built-in role that may send (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles).
var communicationAndEmailServiceOwner = '09976791-48a7-449e-bb21-39d1a415f350'

var senderName = 'reverse-mentoring'

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

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2023-04-01' = if (linksCustomDomain) {
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
    linkedDomains: linksCustomDomain ? [managed.id, custom.id] : [managed.id]
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

output emailServiceName string = service.name
output communicationName string = communication.name
output endpoint string = 'https://${communication.properties.hostName}'
output sender string = linksCustomDomain ? '${senderName}@${customDomain}' : 'donotreply@${managed.properties.mailFromSenderDomain}'

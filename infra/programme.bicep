// The programme in one resource group, which is there already.
@minLength(1)
@maxLength(64)
@description('Name of the azd environment; the names of all resources are derived from it.')
param environmentName string

// As in main.bicep.
@allowed([
  'australiaeast'
  'australiasoutheast'
  'brazilsouth'
  'canadacentral'
  'centralindia'
  'centralus'
  'eastasia'
  'eastus'
  'eastus2'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'japaneast'
  'koreacentral'
  'northcentralus'
  'northeurope'
  'norwayeast'
  'southafricanorth'
  'southcentralus'
  'southeastasia'
  'southindia'
  'spaincentral'
  'swedencentral'
  'uaenorth'
  'uksouth'
  'ukwest'
  'westcentralus'
  'westeurope'
  'westus'
  'westus2'
  'westus3'
])
@description('Region of everything that has one.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Where Communication Services keeps mail at rest.')
param dataLocation string = 'Europe'

@description('Domain that mails come from in production. Empty: a domain managed by Azure, good for trying (5 mails a minute, 10 an hour).')
param mailDomain string = ''

@description('True once the records of the custom domain are verified; only then can it be linked.')
param mailDomainVerified bool = false

@description('What stands before the @ of the sender on the custom domain. Another than donotreply is refused until the quota is raised.')
param mailSender string = 'donotreply'

@allowed(['CommunicationServices', 'Microsoft365', 'Smtp'])
@description('Which service all mails go by: Azure\'s own, a mailbox in Microsoft 365, or a mail server.')
param mailBy string = 'CommunicationServices'

@description('Whom all mails come from, where they don\'t go by Communication Services: the mailbox in Microsoft 365, or an address that the mail server takes mails from.')
param mailFrom string = ''

@description('The mail server, as host or host:port, where mails go by one.')
param smtpServer string = ''

@description('Login at the mail server. Empty: without login.')
param smtpUser string = ''

@secure()
@description('Password at the mail server. Empty: that in the vault stays.')
param smtpPassword string = ''

@description('Where mails that could not be delivered come back to, where they don\'t go by Communication Services: with Microsoft 365 true, with a mail server the server where the sender\'s mailbox is read by IMAP, as host or host:port. Empty: nobody looks.')
param mailInbox string = ''

@description('Login at that mailbox. Empty: that of the mail server.')
param mailInboxUser string = ''

@secure()
@description('Password at that mailbox, where it has a login of its own. Empty: that in the vault stays.')
param mailInboxPassword string = ''

@minValue(0)
@description('Mails a minute that the quota allows, once it was raised. 0: what a new domain of this kind is given.')
param mailPerMinute int = 0

@minValue(0)
@description('Mails an hour that the quota allows, once it was raised. 0: what a new domain of this kind is given.')
param mailPerHour int = 0

@description('No mail goes, whatever managers say, and Communication Services takes none.')
param mailStopped bool = false

@description('Name of HR\'s programme manager, for cohorts that name nobody. Empty: the address.')
param managerName string = ''

@minLength(3)
@description('Mail address of HR\'s programme manager, for cohorts that name nobody.')
param managerEmail string

@description('Whom people turn to with worries, in cohorts that name nobody: neither the manager nor a participant.')
param trustedName string = ''

@description('The address of that neutral contact. Empty: each cohort must name one.')
param trustedEmail string = ''

@description('The telephone of that neutral contact.')
param trustedPhone string = ''

@description('Who is told when something is stuck or silent. Empty: no alerts are made, and none are paid.')
param alertEmail string = ''

@description('The product\'s own mailbox in Microsoft 365. Empty: sessions go out as invitations by mail.')
param serviceMailbox string = ''

@description('App registration whose tokens managers bring. Empty: API keys only.')
param entraClientId string = ''

@description('At sign-ins the app proves itself by its identity, which the app registration trusts. False: a public client, by PKCE alone.')
param entraFederated bool = false

@description('Collector that gets telemetry by OTLP beside Application Insights. Empty: none does.')
param otlpEndpoint string = ''

@description('A command takes effect in five seconds instead of thirty: an instance that is always ready, and queues that are looked into every two seconds. About 22 US dollars a month.')
param quickCommands bool = false

@minValue(1)
@maxValue(16)
@description('Queues over which orchestrations are spread: so many instances can run them. Another number is another task hub, and what is in flight goes on there from the rows.')
param partitions int = 1

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
@description('How often storage keeps everything: in one building, in three zones, also in the paired region, or both. It can\'t be changed here later.')
param storageRedundancy string = 'Standard_LRS'

@minValue(0)
@maxValue(365)
@description('Days for which deleted blobs can be brought back. 0: they are gone at once.')
param softDeleteDays int = 0

@description('Storage, keys and mail can\'t be deleted before the locks are. Takes the right to make locks.')
param lock bool = false

@description('Storage and keys are reached from a virtual network only, by private endpoints. About 32 US dollars a month.')
param privateNetwork bool = false

@description('Where the resources\' own logs of access go: empty, nowhere; own, into the workspace of the programme; or the id of another workspace.')
param diagnostics string = ''

@secure()
@description('Keys that sign links, as id:base64 with commas between; the first signs. Empty: those in the vault stay.')
param linkKeys string = ''

@description('The manager\'s first API key, as id:hash. Empty: those that the app has.')
param managerKey string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var appName = 'func-${token}'
var address = 'https://${appName}.azurewebsites.net'
var usesCustomDomain = !empty(mailDomain) && mailDomainVerified

module identity 'identity.bicep' = {
  params: {
    name: 'id-${token}'
    location: location
    tags: tags
  }
}

module monitor 'monitor.bicep' = {
  params: {
    token: token
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

var logsOfAccess = diagnostics == 'own' ? monitor.outputs.workspaceId : diagnostics

module storage 'storage.bicep' = {
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    redundancy: storageRedundancy
    softDeleteDays: softDeleteDays
    lock: lock
    isPrivate: privateNetwork
    logsOfAccess: logsOfAccess
  }
}

module vault 'vault.bicep' = {
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    linkKeys: linkKeys
    smtpPassword: smtpPassword
    mailInboxPassword: mailInboxPassword
    lock: lock
    isPrivate: privateNetwork
    logsOfAccess: logsOfAccess
  }
}

module network 'network.bicep' = if (privateNetwork) {
  params: {
    token: token
    location: location
    tags: tags
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module mail 'mail.bicep' = {
  params: {
    token: token
    tags: tags
    dataLocation: dataLocation
    customDomain: mailDomain
    linksCustomDomain: usesCustomDomain
    senderName: mailSender
    takesNone: mailStopped
    principalId: identity.outputs.principalId
    lock: lock
  }
}

var usesAzureMail = mailBy == 'CommunicationServices'
var sender = !usesAzureMail ? mailFrom : usesCustomDomain ? '${mailSender}@${mailDomain}' : 'donotreply@${mail.outputs.managedDomain}'

module events 'events.bicep' = {
  dependsOn: [mail]
  params: {
    communicationName: 'acs-${token}'
    storageName: 'st${token}'
    queueName: storage.outputs.mailEvents
    tags: tags
    logsOfAccess: logsOfAccess
  }
}

module app 'app.bicep' = {
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
    subnetId: network.?outputs.appSubnetId ?? ''
    isQuick: quickCommands
    partitions: partitions
    settings: {
      Programme__Address: address
      Programme__ManagerName: managerName
      Programme__ManagerEmail: managerEmail
      Programme__TrustedName: trustedName
      Programme__TrustedEmail: trustedEmail
      Programme__TrustedPhone: trustedPhone
      Programme__LinkKeys: vault.outputs.linkKeysReference
      Programme__ManagerKey: managerKey
      Mail__Service: mailBy
      Mail__Endpoint: mail.outputs.endpoint
      Mail__Sender: sender
      Mail__PerMinute: string(mailPerMinute > 0 ? mailPerMinute : usesAzureMail && !usesCustomDomain ? 5 : 30)
      Mail__PerHour: string(mailPerHour > 0 ? mailPerHour : !usesAzureMail ? 400 : usesCustomDomain ? 100 : 10)
      Mail__Stopped: string(mailStopped)
      Graph__ServiceMailbox: serviceMailbox
    }
    optionalSettings: union(empty(entraClientId) ? {} : {
      Entra__TenantId: tenant().tenantId
      Entra__ClientId: entraClientId
      Entra__FederatedIdentity: string(entraFederated)
    }, mailBy != 'Smtp' ? {} : {
      Mail__Server: smtpServer
      Mail__User: smtpUser
      Mail__Password: empty(smtpUser) ? '' : vault.outputs.smtpLoginReference
    }, usesAzureMail || empty(mailInbox) ? {} : {
      Mail__Inbox: mailInbox
      Mail__InboxUser: mailInboxUser
      Mail__InboxPassword: empty(mailInboxUser) ? '' : vault.outputs.inboxLoginReference
    }, empty(otlpEndpoint) ? {} : {
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
    })
  }
}

module workbook 'workbook.bicep' = {
  params: {
    name: guid(resourceGroup().id, token, 'workbook')
    location: location
    tags: tags
    insightsId: monitor.outputs.id
  }
}

module alerts 'alerts.bicep' = if (!empty(alertEmail)) {
  params: {
    token: token
    location: location
    tags: tags
    insightsId: monitor.outputs.id
    workspaceId: monitor.outputs.workspaceId
    address: 'https://${app.outputs.host}'
    email: alertEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = resourceGroup().name
output PROGRAMME_ADDRESS string = 'https://${app.outputs.host}'
output PROGRAMME_APP string = appName
output STORAGE_ACCOUNT string = storage.outputs.name
output IDENTITY_CLIENT_ID string = identity.outputs.clientId
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output MAIL_SERVICE string = mail.outputs.communicationName
output MAIL_EMAIL_SERVICE string = mail.outputs.emailServiceName
output MAIL_SENDER_ADDRESS string = sender

// The resource group, made or taken, and in it the programme. Who may deploy into one group only deploys programme.bicep
// alone (README, "In Azure").
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; the names of all resources are derived from it.')
param environmentName string

// Those that offer Flex Consumption with .NET 10 and all the rest (az functionapp list-flexconsumption-locations). The
// same stand in programme.bicep: an allowed value must be written out.
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

@description('An existing resource group that takes everything. Empty: one is made, named after the environment.')
param resourceGroupName string = ''

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

resource made 'Microsoft.Resources/resourceGroups@2024-03-01' = if (empty(resourceGroupName)) {
  name: 'rg-${environmentName}'
  location: location
  tags: { 'azd-env-name': environmentName }
}

module programme 'programme.bicep' = {
  scope: resourceGroup(empty(resourceGroupName) ? 'rg-${environmentName}' : resourceGroupName)
  dependsOn: [made]
  params: {
    environmentName: environmentName
    location: location
    dataLocation: dataLocation
    mailDomain: mailDomain
    mailDomainVerified: mailDomainVerified
    mailSender: mailSender
    mailBy: mailBy
    mailFrom: mailFrom
    smtpServer: smtpServer
    smtpUser: smtpUser
    smtpPassword: smtpPassword
    mailInbox: mailInbox
    mailInboxUser: mailInboxUser
    mailInboxPassword: mailInboxPassword
    mailPerMinute: mailPerMinute
    mailPerHour: mailPerHour
    mailStopped: mailStopped
    managerName: managerName
    managerEmail: managerEmail
    trustedName: trustedName
    trustedEmail: trustedEmail
    trustedPhone: trustedPhone
    alertEmail: alertEmail
    serviceMailbox: serviceMailbox
    entraClientId: entraClientId
    entraFederated: entraFederated
    otlpEndpoint: otlpEndpoint
    quickCommands: quickCommands
    partitions: partitions
    storageRedundancy: storageRedundancy
    softDeleteDays: softDeleteDays
    lock: lock
    privateNetwork: privateNetwork
    diagnostics: diagnostics
    linkKeys: linkKeys
    managerKey: managerKey
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = programme.outputs.AZURE_RESOURCE_GROUP
output PROGRAMME_ADDRESS string = programme.outputs.PROGRAMME_ADDRESS
output PROGRAMME_APP string = programme.outputs.PROGRAMME_APP
output STORAGE_ACCOUNT string = programme.outputs.STORAGE_ACCOUNT
output IDENTITY_CLIENT_ID string = programme.outputs.IDENTITY_CLIENT_ID
output IDENTITY_PRINCIPAL_ID string = programme.outputs.IDENTITY_PRINCIPAL_ID
output MAIL_SERVICE string = programme.outputs.MAIL_SERVICE
output MAIL_EMAIL_SERVICE string = programme.outputs.MAIL_EMAIL_SERVICE
output MAIL_SENDER_ADDRESS string = programme.outputs.MAIL_SENDER_ADDRESS

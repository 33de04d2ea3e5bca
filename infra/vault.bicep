// The keys that sign links, and the passwords at a mail server and a mailbox. The deployment writes them when it has new ones; the app reads
// them by its identity, through references in its settings. Nobody else is given a right to read them.
param name string
param location string
param tags object
param principalId string
param lock bool
param isPrivate bool
param logsOfAccess string

@secure()
param linkKeys string

@secure()
param smtpPassword string

@secure()
param mailInboxPassword string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var linkKeysName = 'link-keys'
var smtpPasswordName = 'smtp-password'
var inboxPasswordName = 'inbox-password'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // Azure lets nobody change it later; more would keep the name of a deployment that is gone for longer.
    softDeleteRetentionInDays: 7
    publicNetworkAccess: 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }
}

resource written 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(linkKeys)) {
  parent: vault
  name: linkKeysName
  tags: tags
  properties: {
    value: linkKeys
    contentType: 'id:base64, the first signs'
  }
}

resource password 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(smtpPassword)) {
  parent: vault
  name: smtpPasswordName
  tags: tags
  properties: {
    value: smtpPassword
    contentType: 'password at the mail server'
  }
}

resource inboxPassword 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(mailInboxPassword)) {
  parent: vault
  name: inboxPasswordName
  tags: tags
  properties: {
    value: mailInboxPassword
    contentType: 'password at the mailbox that mails come back to'
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource stays 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'stays'
  scope: vault
  properties: { level: 'CanNotDelete', notes: 'Without the keys no link in the mail opens any more.' }
}

resource access 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(logsOfAccess)) {
  name: 'access'
  scope: vault
  properties: {
    workspaceId: logsOfAccess
    logs: [
      { category: 'AuditEvent', enabled: true }
    ]
  }
}

output id string = vault.id
output linkKeysReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${linkKeysName})'
output smtpLoginReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${smtpPasswordName})'
output inboxLoginReference string = '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${inboxPasswordName})'

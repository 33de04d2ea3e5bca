// The workspace of all logs. It comes before the rule that takes secrets out of them, and is linked to it after.
param name string
param location string
param tags object
param ruleId string = ''

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: union({
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: 1 }
    features: { disableLocalAuth: true }
  }, empty(ruleId) ? {} : { defaultDataCollectionRuleResourceId: ruleId })
}

output id string = workspace.id

// Telemetry: reached by identity only.
param token string
param location string
param tags object
param principalId string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

// The Functions host tells the address of each request, and some addresses open something for whoever knows them: forms
// and calendar feeds by their signed links, a sign-in by its code. Where one stands, a '-' takes the place of it and of all
// behind it before anything is stored, and what stands beside the address is left out. A test holds this to the addresses
// of the code. Transformations know few functions: no replacing among them. Azure may take an hour to apply a new rule.
var opens = '(?:/f/|/calendar/|[?&](?:key|code|state)=)'
var secret = '(?:/f/|/calendar/|[?&](?:key|code|state)=)[A-Za-z0-9._~%-]+'
var told = {
  AppRequests: ['Url', 'Name', 'OperationName']
  AppDependencies: ['Data', 'Name', 'OperationName']
  AppTraces: ['Message', 'OperationName']
}

// The rule names the workspace, and the workspace the rule. So the workspace is first made bare, once: where it is there
// already, a write without the rule would let secrets in until the next one.
module bare 'workspace.bicep' = {
  params: {
    name: 'log-${token}'
    location: location
    tags: tags
  }
}

resource withoutSecrets 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-${token}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    dataSources: {}
    destinations: {
      logAnalytics: [
        { name: 'workspace', workspaceResourceId: bare.outputs.id }
      ]
    }
    dataFlows: [for table in items(told): {
      streams: ['Microsoft-Table-${table.key}']
      destinations: ['workspace']
      transformKql: 'source | extend ${join(map(table.value, column => '${column} = iff(${column} matches regex @"${secret}", strcat(extract(@"(?s)^(.*?${opens})", 1, ${column}), "-"), ${column})'), ', ')}, Properties = iff(tostring(Properties) matches regex @"${secret}", parse_json("{}"), Properties)'
    }]
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: 1 }
    features: { disableLocalAuth: true }
    defaultDataCollectionRuleResourceId: withoutSecrets.id
  }
}

// Only now does anything come in.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource publishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

output id string = insights.id
output connection string = insights.properties.ConnectionString
output workspaceId string = workspace.id

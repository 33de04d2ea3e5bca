// Telemetry: reached by identity only.
param token string
param location string
param tags object
param principalId string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

// The Functions host tells the address of each request, and some addresses open something for whoever knows them: forms
// and calendar feeds by their signed links, the webhook of delivery reports by its key. Where one stands, a '-' takes the
// place of it and of all behind it before anything is stored, and what stands beside the address is left out. A test holds
// this to the addresses of the code. Transformations know few functions: no replacing among them. Azure may take an hour
// to apply a new rule.
var opens = '(?:/f/|/calendar/|[?&]key=)'
var secret = '(?:/f/|/calendar/|[?&]key=)[A-Za-z0-9._~%-]+'
var told = {
  AppRequests: ['Url', 'Name', 'OperationName']
  AppDependencies: ['Data', 'Name', 'OperationName']
  AppTraces: ['Message', 'OperationName']
}

module workspace 'workspace.bicep' = {
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
        { name: 'workspace', workspaceResourceId: workspace.outputs.id }
      ]
    }
    dataFlows: [for table in items(told): {
      streams: ['Microsoft-Table-${table.key}']
      destinations: ['workspace']
      transformKql: 'source | extend ${join(map(table.value, column => '${column} = iff(${column} matches regex @"${secret}", strcat(extract(@"(?s)^(.*?${opens})", 1, ${column}), "-"), ${column})'), ', ')}, Properties = iff(tostring(Properties) matches regex @"${secret}", parse_json("{}"), Properties)'
    }]
  }
}

module linkedWorkspace 'workspace.bicep' = {
  params: {
    name: 'log-${token}'
    location: location
    tags: tags
    ruleId: withoutSecrets.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: linkedWorkspace.outputs.id
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

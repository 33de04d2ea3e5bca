// What operations must know. Each rule looks for the event ids of the product's own log messages, in a window that is
// longer than the time between two looks, so that nothing that arrives late is missed; infra/runbook.md says what to do.
// A test holds the ids to the code.
param token string
param location string
param tags object
param insightsId string
param workspaceId string
param address string
param email string

var rules = [
  {
    name: 'mail-stuck'
    title: 'Mail is stuck'
    query: loadTextContent('alerts/mail-stuck.kql')
    severity: 1
    window: 'PT2H'
    scope: insightsId
    looks: 1
  }
  {
    name: 'process-stuck'
    title: 'A cohort, a pair or a circle does not come on'
    query: loadTextContent('alerts/process-stuck.kql')
    severity: 2
    window: 'PT2H'
    scope: insightsId
    looks: 1
  }
  {
    name: 'orchestration-failed'
    title: 'An orchestration fails again and again'
    query: loadTextContent('alerts/orchestration-failed.kql')
    severity: 2
    window: 'PT6H'
    scope: insightsId
    looks: 1
  }
  {
    name: 'page-failed'
    title: 'Pages, forms or calls fail on our side'
    query: loadTextContent('alerts/page-failed.kql')
    severity: 3
    window: 'PT1H'
    scope: insightsId
    looks: 1
  }
  {
    name: 'sweep-silent'
    title: 'No sweep for half an hour'
    query: loadTextContent('alerts/sweep-silent.kql')
    severity: 1
    window: 'PT30M'
    // A release, or the minutes before the first one: not the first look that finds nothing.
    looks: 2
    scope: insightsId
  }
  {
    name: 'daily-cap'
    title: 'No more logs are taken today'
    query: loadTextContent('alerts/daily-cap.kql')
    severity: 2
    window: 'PT1H'
    scope: workspaceId
    looks: 1
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'operations'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'mentoring'
    emailReceivers: [
      { name: 'operations', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: rule.name
  location: location
  tags: tags
  properties: {
    displayName: rule.title
    description: 'What to do: infra/runbook.md, "${rule.name}".'
    severity: rule.severity
    enabled: true
    scopes: [rule.scope]
    evaluationFrequency: 'PT15M'
    windowSize: rule.window
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: rule.looks, minFailingPeriodsToAlert: rule.looks }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

// Asked from outside, from three places, each of which tries three times before it says no.
resource asked 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'ready-${token}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'ready-${token}'
    Name: 'The programme answers'
    Enabled: true
    Kind: 'standard'
    Frequency: 900
    Timeout: 120
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'us-va-ash-azr' }
      { Id: 'apac-sg-sin-azr' }
    ]
    Request: { RequestUrl: '${address}/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource unanswered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'unanswered'
  location: 'global'
  tags: tags
  properties: {
    description: 'The programme does not answer. What to do: infra/runbook.md, "unanswered".'
    severity: 1
    enabled: true
    scopes: [asked.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: asked.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

// What operations must know, found in the logs. The product's messages come through the Functions host as text in 'traces',
// so each rule looks for one of them; a test holds the rules to what the code writes. Durable's own spans are 'requests'
// named 'orchestration:…'.
param location string
param tags object
param insightsId string
param email string

var rules = [
  {
    name: 'mail-stuck'
    title: 'Mail is stuck'
    query: 'traces | where message matches regex "^(The outbox process|A step of outbox[.][^ ]+ failed)"'
    severity: 1
  }
  {
    name: 'process-stuck'
    title: 'A cohort, a pair or a circle does not come on'
    query: 'traces | where message matches regex "^(The (cohort|meeting) process|A step of (cohort|meeting)[.][^ ]+ failed)"'
    severity: 2
  }
  {
    name: 'orchestration-failed'
    title: 'An orchestration failed'
    query: 'union isfuzzy=true (traces | where message matches regex "^The orchestration of [^ ]+ was found"), (requests | where success == false and name startswith "orchestration:")'
    severity: 2
  }
  {
    name: 'page-failed'
    title: 'Pages, forms or calls fail on our side'
    query: 'traces | where severityLevel == 3 and message matches regex " failed as [^ ]+:"'
    severity: 3
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

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: rule.name
  location: location
  tags: tags
  properties: {
    displayName: rule.title
    severity: rule.severity
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

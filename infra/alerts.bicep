// What operations must know, found in the logs; the texts are those of the product's log messages.
param location string
param tags object
param insightsId string
param email string

var rules = [
  {
    name: 'mail-stuck'
    title: 'Mail is stuck'
    query: 'traces | where message startswith "The outbox process" or message startswith "A step of outbox."'
    severity: 1
  }
  {
    name: 'process-stuck'
    title: 'A cohort or a pair does not come on'
    query: 'traces | where message startswith "The cohort process" or message startswith "The pair process" or message startswith "A step of cohort." or message startswith "A step of pair."'
    severity: 2
  }
  {
    name: 'orchestration-failed'
    title: 'An orchestration failed'
    query: 'union isfuzzy=true requests, traces | where (itemType == "request" and success == false and name has "Orchestrator") or (itemType == "trace" and message has "Orchestrator" and message has "failed" and severityLevel >= 3)'
    severity: 2
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

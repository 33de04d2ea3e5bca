// The page that operations look at. It costs nothing; its queries are read like those of the alerts.
param name string
param location string
param tags object
param insightsId string

var parts = [
  {
    title: 'Open phases: where each cohort stands, and when it goes on'
    query: loadTextContent('workbook/open-phases.kql')
    view: 'table'
  }
  {
    title: 'Overdue steps: what a sweep found late, and how late'
    query: loadTextContent('workbook/overdue-steps.kql')
    view: 'table'
  }
  {
    title: 'Age of the outbox: how long the longest waiting mail has waited, in minutes'
    query: loadTextContent('workbook/outbox-age.kql')
    view: 'timechart'
  }
  {
    title: 'Answer time: milliseconds of half of all requests, and of all but one in twenty'
    query: loadTextContent('workbook/answer-time.kql')
    view: 'timechart'
  }
  {
    title: 'Failures: steps, mails, orchestrations and pages'
    query: loadTextContent('workbook/failures.kql')
    view: 'barchart'
  }
  {
    title: 'What failed last'
    query: loadTextContent('workbook/failed-last.kql')
    view: 'table'
  }
]

var chosenTime = {
  type: 9
  name: 'time'
  content: {
    version: 'KqlParameterItem/1.0'
    style: 'pills'
    queryType: 0
    resourceType: 'microsoft.insights/components'
    parameters: [
      {
        id: guid(name, 'time')
        version: 'KqlParameterItem/1.0'
        name: 'Time'
        type: 4
        isRequired: true
        value: { durationMs: 86400000 }
        typeSettings: {
          selectableValues: [
            { durationMs: 3600000 }
            { durationMs: 86400000 }
            { durationMs: 604800000 }
            { durationMs: 2592000000 }
          ]
        }
      }
    ]
  }
}

var asked = [for (part, i) in parts: {
  type: 3
  name: 'part ${i + 1}'
  content: {
    version: 'KqlItem/1.0'
    title: part.title
    query: part.query
    size: 0
    timeContextFromParameter: 'Time'
    queryType: 0
    resourceType: 'microsoft.insights/components'
    visualization: part.view
  }
}]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Reverse mentoring: operations'
    category: 'workbook'
    sourceId: insightsId
    version: '1.0'
    serializedData: string({
      version: 'Notebook/1.0'
      items: concat([chosenTime], asked)
      fallbackResourceIds: [insightsId]
    })
  }
}

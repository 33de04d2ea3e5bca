// Delivery reports of mails that did not arrive, brought to the app. Deployed by the postdeploy hook: Event Grid asks
// the app's address for a handshake, so the app must be there.
param communicationName string
param address string

@secure()
param eventsKey string

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' existing = {
  name: communicationName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'egst-${communicationName}'
  location: 'global'
  tags: communication.tags
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }

  resource failures 'eventSubscriptions' = {
    name: 'mails-that-failed'
    properties: {
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: '${address}/events/mail?key=${eventsKey}'
          maxEventsPerBatch: 50
        }
      }
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived']
        advancedFilters: [
          {
            operatorType: 'StringNotIn'
            key: 'data.status'
            values: ['Delivered', 'Expanded']
          }
        ]
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    }
  }
}

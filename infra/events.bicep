// Delivery reports of mails that did not arrive. Event Grid puts them into a queue of the programme's storage by the
// topic's own identity: there is no address that anybody could know, and no key in one.
param communicationName string
param storageName string
param queueName string
param tags object
param logsOfAccess string

var storageQueueDataMessageSender = 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' existing = {
  name: communicationName
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'egst-${communicationName}'
  location: 'global'
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }

  // The right may take minutes to arrive; until then Event Grid tries again.
  resource failures 'eventSubscriptions' = {
    name: 'mails-that-failed'
    dependsOn: [sends]
    properties: {
      deliveryWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        destination: {
          endpointType: 'StorageQueue'
          properties: {
            resourceId: account.id
            queueName: queueName
            queueMessageTimeToLiveInSeconds: 604800
          }
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

// For the account, as Event Grid asks for it: what it checks of a destination is the account, not the queue.
resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, topic.id, storageQueueDataMessageSender)
  scope: account
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataMessageSender)
  }
}

resource access 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(logsOfAccess)) {
  name: 'access'
  scope: topic
  properties: {
    workspaceId: logsOfAccess
    logs: [
      { category: 'DeliveryFailures', enabled: true }
    ]
  }
}

// The workspace of all logs before anything is known about it; what it is like is said in monitor.bicep.
param name string
param location string
param tags object

@onlyIfNotExists()
resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    features: { disableLocalAuth: true }
  }
}

output id string = workspace.id

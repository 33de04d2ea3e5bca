# Brings delivery reports to the app, now that it is there for Event Grid's handshake.
$ErrorActionPreference = 'Stop'

$address = $env:PROGRAMME_ADDRESS
$ready = $false
foreach ($try in 1..20) {
    try {
        Invoke-WebRequest "$address/ready" -TimeoutSec 30 | Out-Null
        $ready = $true
        break
    }
    catch { Start-Sleep -Seconds 15 }
}

if (-not $ready) {
    throw "$address/ready does not answer: look at the app's log. Delivery reports are not set up; run 'azd hooks run postdeploy' later."
}

az deployment group create --only-show-errors --output none `
    --resource-group $env:AZURE_RESOURCE_GROUP --name delivery-reports --template-file (Join-Path $PSScriptRoot '../events.bicep') `
    --parameters communicationName=$env:MAIL_SERVICE address=$address eventsKey=$env:EVENTS_KEY
if ($LASTEXITCODE -ne 0) { throw 'Delivery reports could not be set up.' }
Write-Output "The programme is at $address."

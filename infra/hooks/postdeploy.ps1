#Requires -Version 7.4
# Brings delivery reports to the app, now that it is there for Event Grid's handshake.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

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
    --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --name delivery-reports --template-file (Join-Path $PSScriptRoot '../events.bicep') `
    --parameters communicationName=$env:MAIL_SERVICE address=$address eventsKey=$env:EVENTS_KEY
Write-Output "The programme is at $address."

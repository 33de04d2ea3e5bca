#Requires -Version 7.4
# Stops all mail at once, whatever the app does: the mail service loses its domains, and takes nothing. What waits goes on
# waiting in the outbox. 'azd provision --no-state' gives the domains back. Where mails go by another service, which is not ours
# to close, the app is told to stop.
#   pwsh infra/hooks/mail-stop.ps1
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/values.ps1"

$subscription = Get-OfEnvironment AZURE_SUBSCRIPTION_ID
$group = Get-OfEnvironment AZURE_RESOURCE_GROUP
$by = $env:MAIL_BY
if (-not $by) {
    try { $by = azd env get-value MAIL_BY 2>$null } catch { $by = '' }
}

if ($by -and $by -ne 'CommunicationServices') {
    $app = Get-OfEnvironment PROGRAMME_APP
    az functionapp config appsettings set --only-show-errors --output none --subscription $subscription --resource-group $group --name $app `
        --settings Mail__Stopped=true
    Write-Output "No mail goes out any more. 'azd provision --no-state' starts it again."
    return
}

$service = Get-OfEnvironment MAIL_SERVICE
$body = New-TemporaryFile
try {
    Set-Content -Path $body -Value '{"properties":{"linkedDomains":[]}}'
    az rest --subscription $subscription --only-show-errors --output none --method patch `
        --url "https://management.azure.com/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.Communication/communicationServices/${service}?api-version=2023-04-01" `
        --body "@$body" --headers Content-Type=application/json
}
finally { Remove-Item $body }
Write-Output "No mail goes out any more. 'azd provision --no-state' starts it again."

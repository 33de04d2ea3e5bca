#Requires -Version 7.4
# Stops all mail at once, whatever the app does: the mail service loses its domains, and takes nothing. What waits goes on
# waiting in the outbox. Where mails go by another service, which is not ours to close, the app is told to stop. The environment
# keeps it as MAIL_STOPPED, so that no deployment lets mail go again by itself.
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

function Complete-Stop {
    try { azd env set MAIL_STOPPED true }
    catch { [Console]::Error.WriteLine("MAIL_STOPPED could not be set, so the next 'azd provision' lets mail go again.") }
    Write-Output "No mail goes out any more. It goes on by 'azd env set MAIL_STOPPED false' and 'azd provision --no-state'."
}

if ($by -and $by -ne 'CommunicationServices') {
    $app = Get-OfEnvironment PROGRAMME_APP
    az functionapp config appsettings set --only-show-errors --output none --subscription $subscription --resource-group $group --name $app `
        --settings Mail__Stopped=true
    Complete-Stop
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
Complete-Stop

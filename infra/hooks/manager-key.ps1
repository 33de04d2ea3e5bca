#Requires -Version 7.4
# A new API key for the manager, where the first one was lost or its value emptied:
#   pwsh infra/hooks/manager-key.ps1
# The app takes it when it starts again, which the change of its settings makes it do. Other keys stay as they are.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/keys.ps1"
. "$PSScriptRoot/values.ps1"

$subscription = Get-OfEnvironment AZURE_SUBSCRIPTION_ID
$group = Get-OfEnvironment AZURE_RESOURCE_GROUP
$app = Get-OfEnvironment PROGRAMME_APP
$made = New-ManagerKey
try {
    az functionapp config appsettings set --only-show-errors --output none --subscription $subscription --resource-group $group --name $app `
        --settings "Programme__ManagerKey=$($made.Stored)"
}
catch { throw 'The app could not be told of a new key. Nothing is lost by running this again.' }
Show-ManagerKey $made
try { azd env set MANAGER_KEY $made.Stored }
catch { [Console]::Error.WriteLine("MANAGER_KEY could not be set, so the next 'azd provision' tells the app the key before this one. Set it yourself: azd env set MANAGER_KEY $($made.Stored)") }
Write-Output 'It counts in a minute. Revoke the one that was lost.'

#Requires -Version 7.4
# Copies all rows of the programme into a file, or puts them back, while the app stands still:
#   pwsh infra/hooks/rows.ps1 export FILE
#   pwsh infra/hooks/rows.ps1 restore FILE [--replace] [--erased COHORT | --erased COHORT/PERSON]...
# What has to be thought of, infra/runbook.md says. It takes the role Storage Table Data Contributor on the storage account.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/values.ps1"

$project = "$PSScriptRoot/../../src/ReverseMentoring.Functions"
$subscription = Get-OfEnvironment AZURE_SUBSCRIPTION_ID
$group = Get-OfEnvironment AZURE_RESOURCE_GROUP
$app = Get-OfEnvironment PROGRAMME_APP
$account = Get-OfEnvironment STORAGE_ACCOUNT

dotnet build $project --configuration Release --verbosity quiet --nologo
try {
    az functionapp stop --only-show-errors --output none --subscription $subscription --resource-group $group --name $app
    dotnet "$project/bin/Release/net10.0/ReverseMentoring.Functions.dll" @args --account $account
}
finally { az functionapp start --only-show-errors --output none --subscription $subscription --resource-group $group --name $app }

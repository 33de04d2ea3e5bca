#Requires -Version 7.4
# Looks whether everything can go on, and makes the keys of this environment once: those that sign links, which go into the
# vault, and the manager's first API key, shown once. azd hands the environment's values to its hooks as variables.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/keys.ps1"

$subscription = $env:AZURE_SUBSCRIPTION_ID
$group = @($env:RESOURCE_GROUP, $env:AZURE_RESOURCE_GROUP, "rg-$env:AZURE_ENV_NAME") | Where-Object { $_ } | Select-Object -First 1
if ($env:DIRECTORY_IMPORT -eq 'true' -and -not $env:SERVICE_MAILBOX) {
    throw 'DIRECTORY_IMPORT is true and SERVICE_MAILBOX is empty: the directory is read through Microsoft 365, which the app reaches only where a service mailbox is named. Set SERVICE_MAILBOX too, or DIRECTORY_IMPORT to false.'
}

if (-not $subscription) { throw "No subscription is chosen yet: run 'azd up', which asks for it, or 'azd env set AZURE_SUBSCRIPTION_ID <id>'." }
if (-not (Get-Command az -ErrorAction SilentlyContinue)) { throw 'The hooks need the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli' }
try { az account show --subscription $subscription --output none 2>$null }
catch {
    $tenant = if ($env:AZURE_TENANT_ID) { " --tenant $env:AZURE_TENANT_ID" }
    throw "The Azure CLI is not signed in where subscription $subscription is. Sign in, and run this again:`n  az login$tenant"
}

function Test-Group { try { (az group exists --subscription $subscription --name $group) -eq 'true' } catch { $false } }
if ($env:RESOURCE_GROUP -and -not (Test-Group)) {
    throw "RESOURCE_GROUP is $group, and there is no such group. Make it first, or leave RESOURCE_GROUP empty."
}

if ($env:LINK_KEYS -and $env:MANAGER_KEY) { return }

# What is there already has its keys, also where this copy of the environment was made elsewhere: with others, no link in
# the mail would open any more.
$unread = "What is in $group can't be read, and new keys would end all links in the mail. Ask who may read the app's settings and the vault there, and let them run this."

# The one of this environment in this group; Azure writes a group's name now so, now so.
function Find-Resource($type) {
    try { $found = az resource list --subscription $subscription --tag "azd-env-name=$env:AZURE_ENV_NAME" --query "[?type=='$type'].[resourceGroup,id]" --output tsv }
    catch { throw $unread }
    $found | ForEach-Object { , ($_ -split "`t") } | Where-Object { $_[0] -eq $group } | ForEach-Object { $_[1] }
}

$app = Find-Resource Microsoft.Web/sites
if (-not $env:LINK_KEYS) {
    $vault = Find-Resource Microsoft.KeyVault/vaults
    $written = $null
    if ($vault) {
        try { $written = az rest --subscription $subscription --method get --url "https://management.azure.com$vault/secrets?api-version=2024-11-01" --query "value[?name=='link-keys'].name" --output tsv }
        catch { throw $unread }
    }

    if (-not $written) {
        if ($app) { throw "The vault in $group has lost its secret link-keys. Recover it (az keyvault secret recover), or give new keys by LINK_KEYS: links that were mailed don't open then." }
        $bytes = [byte[]]::new(32)
        [Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
        azd env set LINK_KEYS "k1:$([Convert]::ToBase64String($bytes))"
    }
}

if (-not $env:MANAGER_KEY) {
    $stored = $null
    if ($app) {
        try { $stored = az functionapp config appsettings list --ids $app --query "[?name=='Programme__ManagerKey'].value" --output tsv }
        catch { throw $unread }
    }

    if ($stored) {
        azd env set MANAGER_KEY $stored
    }
    elseif ($env:CI) {
        throw "There is no manager's key yet, and none is made where all that is shown is kept. Run 'azd provision' by hand once."
    }
    else {
        $made = New-ManagerKey
        # Shown first: one that is kept is never shown again.
        Show-ManagerKey $made
        try { azd env set MANAGER_KEY $made.Stored } catch { throw 'MANAGER_KEY could not be set, so nothing is deployed. Run this again: if it shows another key, that one counts.' }
    }
}

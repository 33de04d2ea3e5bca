#Requires -Version 7.4
# Looks whether everything can go on, and makes the secrets of this environment once: keys for links and reports, and the
# manager's first API key, shown once. azd hands the environment's values to its hooks as variables.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

function New-Text($length) {
    $alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
    -join (1..$length | ForEach-Object { $alphabet[[Security.Cryptography.RandomNumberGenerator]::GetInt32($alphabet.Length)] })
}

$subscription = $env:AZURE_SUBSCRIPTION_ID
if (-not $subscription) { throw "No subscription is chosen yet: run 'azd up', which asks for it, or 'azd env set AZURE_SUBSCRIPTION_ID <id>'." }
if (-not (Get-Command az -ErrorAction SilentlyContinue)) { throw 'The hooks need the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli' }
try { az account show --subscription $subscription --output none 2>$null }
catch {
    $tenant = if ($env:AZURE_TENANT_ID) { " --tenant $env:AZURE_TENANT_ID" }
    throw "The Azure CLI is not signed in where subscription $subscription is. Sign in with 'az login$tenant', and run this again."
}

# An app that is there already has its keys, also where this copy of the environment was made elsewhere: with others, no
# link in the mail would open any more.
if (-not $env:LINK_KEYS -or -not $env:EVENTS_KEY -or -not $env:MANAGER_KEY) {
    $group = "rg-$env:AZURE_ENV_NAME"
    $app = $null
    $found = @{}
    $settings = [ordered]@{ LINK_KEYS = 'Programme__LinkKeys'; EVENTS_KEY = 'Mail__EventsKey'; MANAGER_KEY = 'Programme__ManagerKey' }
    try {
        if ((az group exists --subscription $subscription --name $group) -eq 'true') {
            $app = az resource list --subscription $subscription --resource-group $group --resource-type Microsoft.Web/sites --query '[0].name' --output tsv
        }

        foreach ($name in $settings.Keys) {
            if ($app -and -not [Environment]::GetEnvironmentVariable($name)) {
                $found[$name] = az functionapp config appsettings list --subscription $subscription --resource-group $group --name $app --query "[?name=='$($settings[$name])'].value" --output tsv
                if (-not $found[$name]) { throw "$($settings[$name]) is not set." }
            }
        }
    }
    catch {
        throw "The keys of the app in $group can't be read ($_), and new ones would end all links in the mail. Ask who set it up for LINK_KEYS, EVENTS_KEY and MANAGER_KEY ('azd env get-values'), and give them to this environment with 'azd env set'."
    }

    foreach ($name in $found.Keys) { azd env set $name $found[$name] }
    if ($app) { return }
}

if (-not $env:LINK_KEYS) {
    $bytes = [byte[]]::new(32)
    [Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    azd env set LINK_KEYS "k1:$([Convert]::ToBase64String($bytes))"
}

if (-not $env:EVENTS_KEY) { azd env set EVENTS_KEY (New-Text 40) }

if (-not $env:MANAGER_KEY) {
    $id = New-Text 12
    $key = "rm_${id}_$(New-Text 40)"
    $hash = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($key))).ToLowerInvariant()
    azd env set MANAGER_KEY "${id}:$hash"
    Write-Output "The manager's API key. It is kept nowhere else; note it now:"
    Write-Output "  $key"
}

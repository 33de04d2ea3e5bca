# Makes the secrets of this environment once: keys for links and reports, and the manager's first API key, shown once.
# azd hands the environment's values to its hooks as variables.
$ErrorActionPreference = 'Stop'

function New-Text($length) {
    $alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
    -join (1..$length | ForEach-Object { $alphabet[[Security.Cryptography.RandomNumberGenerator]::GetInt32($alphabet.Length)] })
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

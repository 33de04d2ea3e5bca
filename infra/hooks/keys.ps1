#Requires -Version 7.4
# For other hooks to read in: how keys are made.

function New-Text($length) {
    $alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
    -join (1..$length | ForEach-Object { $alphabet[[Security.Cryptography.RandomNumberGenerator]::GetInt32($alphabet.Length)] })
}

# Key, which is shown to the manager once, and Stored, by which the app knows it.
function New-ManagerKey {
    $id = New-Text 12
    $key = "rm_${id}_$(New-Text 40)"
    $hash = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($key))).ToLowerInvariant()
    @{ Key = $key; Stored = "${id}:$hash" }
}

function Show-ManagerKey($made) {
    Write-Output "The manager's API key. It is kept nowhere else; note it now:"
    Write-Output "  $($made.Key)"
}

#Requires -Version 7.4
# Waits until the app answers, and says where it is.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/references.ps1"

function Test-Ready { try { Invoke-WebRequest "$env:PROGRAMME_ADDRESS/ready" -TimeoutSec 30 | Out-Null; $true } catch { $false } }

$tries = 0
while (-not (Test-Ready)) {
    $tries++
    if ($tries -ge 20) { throw "$env:PROGRAMME_ADDRESS/ready does not answer: look at the app's log (infra/runbook.md, `"unanswered`")." }

    # A right on the vault may take minutes to arrive, and what was looked up in vain meanwhile is not looked up again by itself.
    if ($tries % 5 -eq 0) {
        try { Update-Reference } catch { [Console]::Error.WriteLine('The keys in the vault could not be looked up again.') }
    }

    Start-Sleep -Seconds 15
}

Write-Output "The programme is at $env:PROGRAMME_ADDRESS."

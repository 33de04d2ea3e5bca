#Requires -Version 7.4
# Runs hooks, one after the other, in one PowerShell, which takes longer to start than all of them: [{ hook, given, variables }]
# in, [{ code, out, err }] out, both as JSON in files.
param($Cases, $Answers)
$ErrorActionPreference = 'Stop'

# What goes out to the network, or waits, goes to the same stubs as in sh.
function global:Invoke-WebRequest($Uri, $TimeoutSec) {
    $PSNativeCommandUseErrorActionPreference = $false
    curl --silent --fail --max-time $TimeoutSec $Uri
    if ($LASTEXITCODE) { throw 'no answer' }
}
function global:Start-Sleep($Seconds) { sleep $Seconds }

# These tests run in pipelines too, and each case says itself whether it is in one.
Remove-Item env:CI -ErrorAction Ignore
$own = @(Get-ChildItem env: | ForEach-Object Name)
$results = foreach ($case in Get-Content $Cases -Raw | ConvertFrom-Json) {
    Get-ChildItem env: | Where-Object Name -notin $own | Remove-Item
    foreach ($variable in $case.variables.PSObject.Properties) { Set-Item "env:$($variable.Name)" $variable.Value }
    Get-Module ExchangeOnlineManagement | Remove-Module
    $errors = [IO.StringWriter]::new()
    $before = [Console]::Error
    [Console]::SetError($errors)
    $code = 0
    $given = @($case.given)
    $out = [Collections.Generic.List[object]]::new()
    try {
        & $case.hook @given 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $errors.WriteLine($_.Exception.Message) } else { $out.Add($_) } }
    }
    catch {
        $code = 1
        $errors.WriteLine($_.Exception.Message)
    }
    finally { [Console]::SetError($before) }

    @{ code = $code; out = ($out | Out-String -Width 1000); err = $errors.ToString() }
}
ConvertTo-Json @($results) | Set-Content $Answers

#Requires -Version 7.4
# A mail domain of one's own: prints the DNS records that it needs, asks Azure to look for those that it has not seen yet,
# and says how far it is.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$subscription = $env:AZURE_SUBSCRIPTION_ID
$domain = "https://management.azure.com/subscriptions/$subscription/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Communication/emailServices/$env:MAIL_EMAIL_SERVICE/domains/$env:MAIL_DOMAIN"
$version = 'api-version=2023-04-01'
$kinds = 'Domain', 'SPF', 'DKIM', 'DKIM2'

function Get-Domain { az rest --subscription $subscription --only-show-errors --method get --url "${domain}?$version" --query properties --output json | ConvertFrom-Json }

$properties = Get-Domain
Write-Output "DNS records that $env:MAIL_DOMAIN needs:"
$kinds | ForEach-Object { $properties.verificationRecords.$_ } | Format-List type, name, value
$file = New-TemporaryFile
foreach ($kind in $kinds) {
    if ($properties.verificationStates.$kind.status -in 'Verified', 'VerificationRequested', 'VerificationInProgress') { continue }
    Set-Content -Path $file -Value (@{ verificationType = $kind } | ConvertTo-Json -Compress)
    try {
        az rest --subscription $subscription --only-show-errors --output none --method post --url "$domain/initiateVerification?$version" --body "@$file" --headers Content-Type=application/json
    }
    catch { Write-Warning "$kind can't be looked for yet." }
}

Remove-Item $file
$states = (Get-Domain).verificationStates
$kinds | ForEach-Object { [pscustomobject]@{ Record = $_; Status = $states.$_.status } } | Format-Table
Write-Output "Where one is not Verified: set the records, wait for the DNS (up to an hour), and run 'azd hooks run postprovision'."
Write-Output 'Where all four are: azd env set MAIL_DOMAIN_VERIFIED true; azd provision'

#Requires -Version 7.4
# A mail domain of one's own: prints the DNS records that it needs, asks Azure to look for those that it has not seen yet,
# and says how far it is.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$subscription = $env:AZURE_SUBSCRIPTION_ID
$domain = "https://management.azure.com/subscriptions/$subscription/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Communication/emailServices/$env:MAIL_EMAIL_SERVICE/domains/$env:MAIL_DOMAIN"
$version = 'api-version=2023-04-01'

function Get-Domain($query, $output) { az rest --subscription $subscription --only-show-errors --method get --url "${domain}?$version" --query $query --output $output }

Write-Output "DNS records that $env:MAIL_DOMAIN needs:"
Get-Domain 'properties.verificationRecords.[Domain,SPF,DKIM,DKIM2][].{Type:type,Name:name,Value:value}' table
$body = New-TemporaryFile
try {
    foreach ($kind in 'Domain', 'SPF', 'DKIM', 'DKIM2') {
        if ((Get-Domain "properties.verificationStates.$kind.status" tsv) -in 'Verified', 'VerificationRequested', 'VerificationInProgress') { continue }
        Set-Content -Path $body -NoNewline -Value "{`"verificationType`":`"$kind`"}"
        try {
            az rest --subscription $subscription --only-show-errors --output none --method post --url "$domain/initiateVerification?$version" `
                --body "@$body" --headers Content-Type=application/json
        }
        catch { [Console]::Error.WriteLine("$kind can't be looked for yet.") }
    }
}
finally { Remove-Item $body }

Get-Domain 'properties.verificationStates.{Domain:Domain.status,SPF:SPF.status,DKIM:DKIM.status,DKIM2:DKIM2.status}' table
Write-Output "Where one is not Verified: set the records, wait for the DNS (up to an hour), and run 'azd hooks run postprovision'."
Write-Output 'Where all four are: azd env set MAIL_DOMAIN_VERIFIED true && azd provision'

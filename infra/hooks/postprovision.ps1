#Requires -Version 7.4
# What comes after the resources: new keys and passwords are in the vault now, kept nowhere else, and looked up by the app; the records that a mail domain of
# one's own needs; and rights in Microsoft 365, where a service mailbox is named.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/references.ps1"

if ($env:LINK_KEYS -or $env:SMTP_PASSWORD -or $env:MAIL_INBOX_PASSWORD) {
    try { Update-Reference }
    catch { [Console]::Error.WriteLine("What is new in the vault could not be looked up: the app has it within a day, or after 'azd provision' with another setting.") }
}

if ($env:LINK_KEYS) { azd env set LINK_KEYS '' }
if ($env:MAIL_DOMAIN -and $env:MAIL_DOMAIN_VERIFIED -ne 'true') { & "$PSScriptRoot/mail-domain.ps1" }
if ($env:SMTP_PASSWORD) { azd env set SMTP_PASSWORD '' }
if ($env:MAIL_INBOX_PASSWORD) { azd env set MAIL_INBOX_PASSWORD '' }
if ($env:MAIL_BY -eq 'Microsoft365') { & "$PSScriptRoot/mail-rights.ps1" }

if (-not $env:SERVICE_MAILBOX) {
    if ($env:DIRECTORY_IMPORT -eq 'true') { throw 'DIRECTORY_IMPORT is true and SERVICE_MAILBOX is empty: no directory is read without a service mailbox.' }
    Write-Output 'No SERVICE_MAILBOX is set: sessions go out as invitations by mail, and no calendar is read.'
    return
}

if ($env:DIRECTORY_IMPORT -eq 'true') { & "$PSScriptRoot/directory-import.ps1" }
& "$PSScriptRoot/calendar-rights.ps1"

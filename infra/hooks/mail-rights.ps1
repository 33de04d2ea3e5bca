#Requires -Version 7.4
# The right to send mails out of one mailbox in Microsoft 365, and to read there what came back where that is wanted, by Exchange's RBAC for Applications: of that mailbox and no
# other. Where that can't be done here, what an administrator must run is printed.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$mailbox = $env:MAIL_FROM
$app = $env:IDENTITY_CLIENT_ID
$principal = $env:IDENTITY_PRINCIPAL_ID
$roles = @('Application Mail.Send')
if ($env:MAIL_INBOX -eq 'true') { $roles += 'Application Mail.Read' }
$scope = 'Reverse mentoring mail'

if ($env:CI -or -not (Get-Module -ListAvailable ExchangeOnlineManagement)) {
    Write-Output 'An administrator of Exchange must run in PowerShell:'
    Write-Output '  Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline'
    Write-Output "  New-ServicePrincipal -AppId $app -ObjectId $principal -DisplayName 'Reverse mentoring'"
    Write-Output "  New-ManagementScope -Name '$scope' -RecipientRestrictionFilter `"PrimarySmtpAddress -eq '$mailbox'`""
    foreach ($role in $roles) { Write-Output "  New-ManagementRoleAssignment -App $app -Role '$role' -CustomResourceScope '$scope'" }
    return
}

Connect-ExchangeOnline -ShowBanner:$false
if (-not (Get-ServicePrincipal | Where-Object AppId -eq $app)) {
    New-ServicePrincipal -AppId $app -ObjectId $principal -DisplayName 'Reverse mentoring' | Out-Null
}

if (-not (Get-ManagementScope | Where-Object Name -eq $scope)) {
    New-ManagementScope -Name $scope -RecipientRestrictionFilter "PrimarySmtpAddress -eq '$mailbox'" | Out-Null
}

# An assignment is found by whom it is for, though it is made for an app.
foreach ($role in $roles) {
    if (-not (Get-ManagementRoleAssignment -RoleAssignee $app -ErrorAction SilentlyContinue | Where-Object Role -eq $role)) {
        New-ManagementRoleAssignment -App $app -Role $role -CustomResourceScope $scope | Out-Null
    }
}

Test-ServicePrincipalAuthorization -Identity $app -Resource $mailbox | Format-Table RoleName, GrantedPermissions, InScope
Disconnect-ExchangeOnline -Confirm:$false

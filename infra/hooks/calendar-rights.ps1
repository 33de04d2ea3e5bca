#Requires -Version 7.4
# Calendar rights in Microsoft 365, by Exchange's RBAC for Applications: for the members of one mail-enabled group and no
# other mailbox. Where that can't be done here, what an administrator must run is printed.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$mailbox = $env:SERVICE_MAILBOX
$app = $env:IDENTITY_CLIENT_ID
$principal = $env:IDENTITY_PRINCIPAL_ID
$group = $env:CALENDAR_GROUP
$named = if ($group) { $group } else { "<mail-enabled group of all participants and $mailbox>" }
$roles = 'Application Calendars.ReadWrite', 'Application MailboxSettings.Read'
$scope = 'Reverse mentoring'

function Show-Commands {
    Write-Output 'An administrator of Exchange must run in PowerShell:'
    Write-Output '  Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline'
    Write-Output "  New-ServicePrincipal -AppId $app -ObjectId $principal -DisplayName '$scope'"
    Write-Output "  `$members = (Get-Group '$named').DistinguishedName"
    Write-Output "  New-ManagementScope -Name '$scope' -RecipientRestrictionFilter `"MemberOfGroup -eq '`$members'`""
    foreach ($role in $roles) {
        Write-Output "  New-ManagementRoleAssignment -App $app -Role '$role' -CustomResourceScope '$scope'"
    }
}

if (-not $group) {
    Write-Output 'CALENDAR_GROUP is not set: the mail-enabled group that holds all participants and the service mailbox.'
    Show-Commands
}
elseif ($env:CI -or -not (Get-Module -ListAvailable ExchangeOnlineManagement)) {
    Show-Commands
}
else {
    Connect-ExchangeOnline -ShowBanner:$false
    $members = (Get-Group $group).DistinguishedName
    if (-not (Get-ServicePrincipal | Where-Object AppId -eq $app)) {
        New-ServicePrincipal -AppId $app -ObjectId $principal -DisplayName $scope | Out-Null
    }

    if (-not (Get-ManagementScope | Where-Object Name -eq $scope)) {
        New-ManagementScope -Name $scope -RecipientRestrictionFilter "MemberOfGroup -eq '$members'" | Out-Null
    }

    foreach ($role in $roles) {
        # An assignment is found by whom it is for, though it is made for an app.
        if (-not (Get-ManagementRoleAssignment -RoleAssignee $app -ErrorAction SilentlyContinue | Where-Object Role -eq $role)) {
            New-ManagementRoleAssignment -App $app -Role $role -CustomResourceScope $scope | Out-Null
        }
    }

    Test-ServicePrincipalAuthorization -Identity $app -Resource $mailbox | Format-Table RoleName, GrantedPermissions, InScope
    Disconnect-ExchangeOnline -Confirm:$false
}

Write-Output 'Only direct members of the group count: calendars of people in a group within it stay closed.'

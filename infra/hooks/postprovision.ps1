# Calendar rights in Microsoft 365, only where a service mailbox is named: by Exchange's RBAC for Applications, for the
# members of one mail-enabled group and no other mailbox. User.Read.All can't be limited so, and is granted only where
# DIRECTORY_IMPORT is true.
$ErrorActionPreference = 'Stop'

$mailbox = $env:SERVICE_MAILBOX
if (-not $mailbox) {
    Write-Output 'No SERVICE_MAILBOX is set: sessions go out as invitations by mail, and no calendar is read.'
    return
}

$app = $env:IDENTITY_CLIENT_ID
$principal = $env:IDENTITY_PRINCIPAL_ID
$group = $env:CALENDAR_GROUP
$roles = 'Application Calendars.ReadWrite', 'Application MailboxSettings.Read'
$scope = 'Reverse mentoring'

function Show-Commands {
    Write-Output 'An administrator of Exchange must run:'
    Write-Output '  Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline'
    Write-Output "  New-ServicePrincipal -AppId $app -ObjectId $principal -DisplayName '$scope'"
    Write-Output "  New-ManagementScope -Name '$scope' -RecipientRestrictionFilter `"MemberOfGroup -eq '`$((Get-Group '<group of participants and $mailbox>').DistinguishedName)'`""
    foreach ($role in $roles) {
        Write-Output "  New-ManagementRoleAssignment -App $app -Role '$role' -CustomResourceScope '$scope'"
    }
}

if (-not $group) {
    Write-Output 'CALENDAR_GROUP is not set: the mail-enabled group that holds all participants and the service mailbox.'
    Show-Commands
}
elseif (-not (Get-Module -ListAvailable ExchangeOnlineManagement)) {
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
        if (-not (Get-ManagementRoleAssignment -App $app -ErrorAction SilentlyContinue | Where-Object Role -eq $role)) {
            New-ManagementRoleAssignment -App $app -Role $role -CustomResourceScope $scope | Out-Null
        }
    }

    Test-ServicePrincipalAuthorization -Identity $app -Resource $mailbox | Format-Table RoleName, GrantedPermissions, InScope
    Disconnect-ExchangeOnline -Confirm:$false
}

if ($env:DIRECTORY_IMPORT -eq 'true') {
    # Microsoft Graph and its app role User.Read.All (https://learn.microsoft.com/graph/permissions-reference).
    $graph = az ad sp show --id 00000003-0000-0000-c000-000000000000 --query id --output tsv
    $body = @{ principalId = $principal; resourceId = $graph; appRoleId = 'df021288-bdef-4463-88db-98f22de89214' } | ConvertTo-Json -Compress
    $granted = az rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignments" --query "value[?appRoleId=='df021288-bdef-4463-88db-98f22de89214']" --output tsv
    if (-not $granted) {
        $file = New-TemporaryFile
        Set-Content -Path $file -Value $body
        az rest --method post --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignments" --body "@$file" --headers 'Content-Type=application/json' | Out-Null
        Remove-Item $file
    }
}

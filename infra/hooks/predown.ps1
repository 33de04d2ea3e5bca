#Requires -Version 7.4
# What azd can't take away: the rights that Exchange gave. The identity's other rights go with it.
if (-not $env:SERVICE_MAILBOX) { return }
$app = if ($env:IDENTITY_CLIENT_ID) { $env:IDENTITY_CLIENT_ID } else { '<client id of the identity>' }
Write-Output 'The calendar rights stay in Exchange. There an administrator removes them by:'
Write-Output '  Connect-ExchangeOnline'
Write-Output "  Get-ManagementRoleAssignment -App $app | Remove-ManagementRoleAssignment"
Write-Output "  Remove-ManagementScope 'Reverse mentoring'"
Write-Output "  Remove-ServicePrincipal $app"

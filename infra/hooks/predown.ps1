#Requires -Version 7.4
# What azd can't take away, or must not: rights that Exchange gave, what is locked, and a resource group of somebody else,
# which azd would delete with all that is in it.
$ErrorActionPreference = 'Stop'

if ($env:SERVICE_MAILBOX) {
    $app = if ($env:IDENTITY_CLIENT_ID) { $env:IDENTITY_CLIENT_ID } else { '<client id of the identity>' }
    Write-Output 'The calendar rights stay in Exchange. There an administrator removes them by:'
    Write-Output '  Connect-ExchangeOnline'
    Write-Output "  Get-ManagementRoleAssignment -RoleAssignee $app | Remove-ManagementRoleAssignment"
    Write-Output "  Remove-ManagementScope 'Reverse mentoring'"
    Write-Output "  Remove-ServicePrincipal $app"
}

if ($env:MAIL_BY -eq 'Microsoft365') {
    $app = if ($env:IDENTITY_CLIENT_ID) { $env:IDENTITY_CLIENT_ID } else { '<client id of the identity>' }
    Write-Output 'The right to send mails stays in Exchange. There an administrator removes it by:'
    Write-Output '  Connect-ExchangeOnline'
    Write-Output "  Get-ManagementRoleAssignment -RoleAssignee $app | Remove-ManagementRoleAssignment"
    Write-Output "  Remove-ManagementScope 'Reverse mentoring mail'"
    Write-Output "  Remove-ServicePrincipal $app"
}

$own = "rg-$env:AZURE_ENV_NAME"
$group = @($env:RESOURCE_GROUP, $env:AZURE_RESOURCE_GROUP, $own) | Where-Object { $_ } | Select-Object -First 1
if ($env:LOCK -eq 'true') {
    throw @"
Storage, keys and mail are locked. Take the locks away first, and run this again:
  az lock delete --ids `$(az lock list --resource-group $group --query "[?name=='stays'].id" --output tsv)
  azd env set LOCK false
"@
}

if ($group -ne $own) {
    throw @"
The resource group $group was not made by this environment, and 'azd down' would delete all that is in it. What is the programme's goes by:
  az resource delete --ids `$(az resource list --resource-group $group --query "[?tags && contains(keys(tags), 'azd-env-name') && contains(values(tags), '$env:AZURE_ENV_NAME')].id" --output tsv)
"@
}

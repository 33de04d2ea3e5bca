#Requires -Version 7.4
# User.Read.All, by which the directory is read. It can't be limited to a group, and takes an administrator: where the
# grant is refused, what to run is printed.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

# Microsoft Graph, and its app role User.Read.All (https://learn.microsoft.com/graph/permissions-reference).
$graph = '00000003-0000-0000-c000-000000000000'
$role = 'df021288-bdef-4463-88db-98f22de89214'
$principal = $env:IDENTITY_PRINCIPAL_ID
$assignments = "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignments"
$body = New-TemporaryFile

try {
    # The token is taken for the tenant of this subscription, whatever else the CLI is signed in to.
    $token = az account get-access-token --subscription $env:AZURE_SUBSCRIPTION_ID --resource https://graph.microsoft.com --query accessToken --output tsv
    $call = '--only-show-errors', '--skip-authorization-header', '--headers', "Authorization=Bearer $token", 'Content-Type=application/json'
    if (-not (az rest @call --method get --url $assignments --query "value[?appRoleId=='$role'].id" --output tsv)) {
        $resource = az rest @call --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals?`$filter=appId eq '$graph'" --query 'value[0].id' --output tsv
        Set-Content -Path $body -NoNewline -Value "{`"principalId`":`"$principal`",`"resourceId`":`"$resource`",`"appRoleId`":`"$role`"}"
        az rest @call --method post --url $assignments --body "@$body" --output none
    }
}
catch {
    Write-Output 'User.Read.All was not granted. Somebody who may grant permissions of applications must run in PowerShell:'
    Write-Output '  Install-Module Microsoft.Graph.Applications; Connect-MgGraph -Scopes AppRoleAssignment.ReadWrite.All, Application.Read.All'
    Write-Output "  `$graph = Get-MgServicePrincipal -Filter `"appId eq '$graph'`""
    Write-Output "  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal -PrincipalId $principal -ResourceId `$graph.Id -AppRoleId $role"
}
finally { Remove-Item $body }

#!/bin/sh
# User.Read.All, by which the directory is read. It can't be limited to a group, and takes an administrator: where the
# grant is refused, what to run is printed.
set -eu

# Microsoft Graph, and its app role User.Read.All (https://learn.microsoft.com/graph/permissions-reference).
graph=00000003-0000-0000-c000-000000000000
role=df021288-bdef-4463-88db-98f22de89214
assignments="https://graph.microsoft.com/v1.0/servicePrincipals/$IDENTITY_PRINCIPAL_ID/appRoleAssignments"
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# The token is taken for the tenant of this subscription, whatever else the CLI is signed in to.
call() {
  az rest --only-show-errors --skip-authorization-header --headers "Authorization=Bearer $token" Content-Type=application/json "$@"
}

grant() {
  token=$(az account get-access-token --subscription "$AZURE_SUBSCRIPTION_ID" --resource https://graph.microsoft.com --query accessToken --output tsv) || return 1
  granted=$(call --method get --url "$assignments" --query "value[?appRoleId=='$role'].id" --output tsv) || return 1
  [ -z "$granted" ] || return 0
  resource=$(call --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals?\$filter=appId eq '$graph'" --query "value[0].id" --output tsv) || return 1
  printf '{"principalId":"%s","resourceId":"%s","appRoleId":"%s"}' "$IDENTITY_PRINCIPAL_ID" "$resource" "$role" >"$body"
  call --method post --url "$assignments" --body "@$body" --output none
}

grant || {
  echo "User.Read.All was not granted. Somebody who may grant permissions of applications must run in PowerShell:"
  echo "  Install-Module Microsoft.Graph.Applications; Connect-MgGraph -Scopes AppRoleAssignment.ReadWrite.All, Application.Read.All"
  echo "  \$graph = Get-MgServicePrincipal -Filter \"appId eq '$graph'\""
  echo "  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $IDENTITY_PRINCIPAL_ID -PrincipalId $IDENTITY_PRINCIPAL_ID -ResourceId \$graph.Id -AppRoleId $role"
}

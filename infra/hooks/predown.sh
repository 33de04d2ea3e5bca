#!/bin/sh
# What azd can't take away, or must not: rights that Exchange gave, what is locked, and a resource group of somebody else,
# which azd would delete with all that is in it.
set -eu

if [ -n "${SERVICE_MAILBOX:-}" ]; then
  app=${IDENTITY_CLIENT_ID:-<client id of the identity>}
  echo "The calendar rights stay in Exchange. There an administrator removes them by:"
  echo "  Connect-ExchangeOnline"
  echo "  Get-ManagementRoleAssignment -RoleAssignee $app | Remove-ManagementRoleAssignment"
  echo "  Remove-ManagementScope 'Reverse mentoring'"
  echo "  Remove-ServicePrincipal $app"
fi

if [ "${MAIL_BY:-}" = Microsoft365 ]; then
  app=${IDENTITY_CLIENT_ID:-<client id of the identity>}
  echo "The right to send mails stays in Exchange. There an administrator removes it by:"
  echo "  Connect-ExchangeOnline"
  echo "  Get-ManagementRoleAssignment -RoleAssignee $app | Remove-ManagementRoleAssignment"
  echo "  Remove-ManagementScope 'Reverse mentoring mail'"
  echo "  Remove-ServicePrincipal $app"
fi

group=${RESOURCE_GROUP:-${AZURE_RESOURCE_GROUP:-}}
if [ "${LOCK:-false}" = true ]; then
  echo "Storage, keys and mail are locked. Take the locks away first, and run this again:" >&2
  echo "  az lock delete --ids \$(az lock list --resource-group ${group:-rg-$AZURE_ENV_NAME} --query \"[?name=='stays'].id\" --output tsv)" >&2
  echo "  azd env set LOCK false" >&2
  exit 1
fi

if [ -n "$group" ] && [ "$group" != "rg-$AZURE_ENV_NAME" ]; then
  echo "The resource group $group was not made by this environment, and 'azd down' would delete all that is in it. What is the programme's goes by:" >&2
  echo "  az resource delete --ids \$(az resource list --resource-group $group --query \"[?tags && contains(keys(tags), 'azd-env-name') && contains(values(tags), '$AZURE_ENV_NAME')].id\" --output tsv)" >&2
  exit 1
fi

#!/bin/sh
# Looks whether everything can go on, and makes the keys of this environment once: those that sign links, which go into the
# vault, and the manager's first API key, shown once. azd hands the environment's values to its hooks as variables.
set -eu
. "$(dirname "$0")/keys.sh"

stop() {
  for line in "$@"; do echo "$line" >&2; done
  exit 1
}

subscription=${AZURE_SUBSCRIPTION_ID:-}
group=${RESOURCE_GROUP:-${AZURE_RESOURCE_GROUP:-rg-$AZURE_ENV_NAME}}
if [ "${DIRECTORY_IMPORT:-false}" = true ] && [ -z "${SERVICE_MAILBOX:-}" ]; then
  stop "DIRECTORY_IMPORT is true and SERVICE_MAILBOX is empty: the directory is read through Microsoft 365, which the app reaches only where a service mailbox is named. Set SERVICE_MAILBOX too, or DIRECTORY_IMPORT to false."
fi

[ -n "$subscription" ] || stop "No subscription is chosen yet: run 'azd up', which asks for it, or 'azd env set AZURE_SUBSCRIPTION_ID <id>'."
command -v az >/dev/null 2>&1 || stop "The hooks need the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli"
az account show --subscription "$subscription" --output none 2>/dev/null || stop \
  "The Azure CLI is not signed in where subscription $subscription is. Sign in, and run this again:" \
  "  az login${AZURE_TENANT_ID:+ --tenant $AZURE_TENANT_ID}"
if [ -n "${RESOURCE_GROUP:-}" ] && [ "$(az group exists --subscription "$subscription" --name "$group")" != true ]; then
  stop "RESOURCE_GROUP is $group, and there is no such group. Make it first, or leave RESOURCE_GROUP empty."
fi

[ -z "${LINK_KEYS:-}" ] || [ -z "${MANAGER_KEY:-}" ] || exit 0

# What is there already has its keys, also where this copy of the environment was made elsewhere: with others, no link in
# the mail would open any more.
unread="What is in $group can't be read, and new keys would end all links in the mail. Ask who may read the app's settings and the vault there, and let them run this."

lower() { printf %s "$1" | tr '[:upper:]' '[:lower:]'; }

# $1: a type. The one of this environment in this group; Azure writes a group's name now so, now so.
find() {
  found=$(az resource list --subscription "$subscription" --tag "azd-env-name=$AZURE_ENV_NAME" --query "[?type=='$1'].[resourceGroup,id]" --output tsv) || return 1
  printf '%s\n' "$found" | while IFS="$(printf '\t')" read -r of id; do
    [ "$(lower "$of")" != "$(lower "$group")" ] || echo "$id"
  done
}

app=$(find Microsoft.Web/sites) || stop "$unread"
if [ -z "${LINK_KEYS:-}" ]; then
  vault=$(find Microsoft.KeyVault/vaults) || stop "$unread"
  written=""
  if [ -n "$vault" ]; then
    written=$(az rest --subscription "$subscription" --method get --url "https://management.azure.com$vault/secrets?api-version=2024-11-01" --query "value[?name=='link-keys'].name" --output tsv) || stop "$unread"
  fi

  if [ -z "$written" ]; then
    [ -z "$app" ] || stop "The vault in $group has lost its secret link-keys. Recover it (az keyvault secret recover), or give new keys by LINK_KEYS: links that were mailed don't open then."
    azd env set LINK_KEYS "k1:$(openssl rand -base64 32)"
  fi
fi

if [ -z "${MANAGER_KEY:-}" ]; then
  stored=""
  if [ -n "$app" ]; then
    stored=$(az functionapp config appsettings list --ids "$app" --query "[?name=='Programme__ManagerKey'].value" --output tsv) || stop "$unread"
  fi

  if [ -n "$stored" ]; then
    azd env set MANAGER_KEY "$stored"
  elif [ -n "${CI:-}" ]; then
    stop "There is no manager's key yet, and none is made where all that is shown is kept. Run 'azd provision' by hand once."
  else
    new_manager_key
    # Shown first: one that is kept is never shown again.
    show_manager_key
    azd env set MANAGER_KEY "$stored" || stop "MANAGER_KEY could not be set, so nothing is deployed. Run this again: if it shows another key, that one counts."
  fi
fi

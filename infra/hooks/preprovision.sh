#!/bin/sh
# Looks whether everything can go on, and makes the secrets of this environment once: keys for links and reports, and the
# manager's first API key, shown once. azd hands the environment's values to its hooks as variables.
set -eu

stop() {
  for line in "$@"; do echo "$line" >&2; done
  exit 1
}

text() { LC_ALL=C tr -dc 'abcdefghijkmnpqrstuvwxyz23456789' </dev/urandom | head -c "$1"; }

[ -n "${AZURE_SUBSCRIPTION_ID:-}" ] || stop "No subscription is chosen yet: run 'azd up', which asks for it, or 'azd env set AZURE_SUBSCRIPTION_ID <id>'."
command -v az >/dev/null 2>&1 || stop "The hooks need the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli"
az account show --subscription "$AZURE_SUBSCRIPTION_ID" --output none 2>/dev/null || stop \
  "The Azure CLI is not signed in where subscription $AZURE_SUBSCRIPTION_ID is. Sign in, and run this again:" \
  "  az login${AZURE_TENANT_ID:+ --tenant $AZURE_TENANT_ID}"

# An app that is there already has its keys, also where this copy of the environment was made elsewhere: with others, no
# link in the mail would open any more.
if [ -z "${LINK_KEYS:-}" ] || [ -z "${EVENTS_KEY:-}" ] || [ -z "${MANAGER_KEY:-}" ]; then
  group="rg-$AZURE_ENV_NAME"
  app=""
  unread="The keys of the app in $group can't be read, and new ones would end all links in the mail. Ask who set it up for LINK_KEYS, EVENTS_KEY and MANAGER_KEY ('azd env get-values'), and give them to this environment with 'azd env set'."
  there=$(az group exists --subscription "$AZURE_SUBSCRIPTION_ID" --name "$group") || stop "$unread"
  if [ "$there" = true ]; then
    app=$(az resource list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" --resource-type Microsoft.Web/sites --query "[0].name" --output tsv) || stop "$unread"
  fi

  # $1: the environment's value, $2: the app's setting.
  take() {
    value=$(az functionapp config appsettings list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" --name "$app" --query "[?name=='$2'].value" --output tsv) || stop "$unread"
    [ -n "$value" ] || stop "$unread"
    azd env set "$1" "$value"
  }

  if [ -n "$app" ]; then
    [ -n "${LINK_KEYS:-}" ] || take LINK_KEYS Programme__LinkKeys
    [ -n "${EVENTS_KEY:-}" ] || take EVENTS_KEY Mail__EventsKey
    [ -n "${MANAGER_KEY:-}" ] || take MANAGER_KEY Programme__ManagerKey
    exit 0
  fi
fi

[ -n "${LINK_KEYS:-}" ] || azd env set LINK_KEYS "k1:$(openssl rand -base64 32)"
[ -n "${EVENTS_KEY:-}" ] || azd env set EVENTS_KEY "$(text 40)"
if [ -z "${MANAGER_KEY:-}" ]; then
  id=$(text 12)
  key="rm_${id}_$(text 40)"
  hash=$(printf %s "$key" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
  azd env set MANAGER_KEY "$id:$hash"
  echo "The manager's API key. It is kept nowhere else; note it now:"
  echo "  $key"
fi

#!/bin/sh
# A new API key for the manager, where the first one was lost or its value emptied:
#   sh infra/hooks/manager-key.sh
# The app takes it when it starts again, which the change of its settings makes it do. Other keys stay as they are.
set -eu
. "$(dirname "$0")/keys.sh"
. "$(dirname "$0")/values.sh"

subscription=$(of_environment AZURE_SUBSCRIPTION_ID)
group=$(of_environment AZURE_RESOURCE_GROUP)
app=$(of_environment PROGRAMME_APP)
new_manager_key
az functionapp config appsettings set --only-show-errors --output none --subscription "$subscription" --resource-group "$group" --name "$app" \
  --settings "Programme__ManagerKey=$stored" || {
  echo "The app could not be told of a new key. Nothing is lost by running this again." >&2
  exit 1
}
show_manager_key
azd env set MANAGER_KEY "$stored" || echo "MANAGER_KEY could not be set, so the next 'azd provision' tells the app the key before this one. Set it yourself: azd env set MANAGER_KEY $stored" >&2
echo "It counts in a minute. Revoke the one that was lost."

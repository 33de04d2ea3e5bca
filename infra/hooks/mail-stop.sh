#!/bin/sh
# Stops all mail at once, whatever the app does: the mail service loses its domains, and takes nothing. What waits goes on
# waiting in the outbox. 'azd provision --no-state' gives the domains back.
#   sh infra/hooks/mail-stop.sh
set -eu
. "$(dirname "$0")/values.sh"

subscription=$(of_environment AZURE_SUBSCRIPTION_ID)
group=$(of_environment AZURE_RESOURCE_GROUP)
service=$(of_environment MAIL_SERVICE)
body=$(mktemp)
trap 'rm -f "$body"' EXIT
echo '{"properties":{"linkedDomains":[]}}' >"$body"
az rest --subscription "$subscription" --only-show-errors --output none --method patch \
  --url "https://management.azure.com/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.Communication/communicationServices/$service?api-version=2023-04-01" \
  --body "@$body" --headers Content-Type=application/json
echo "No mail goes out any more. 'azd provision --no-state' starts it again."

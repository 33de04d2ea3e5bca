#!/bin/sh
# Stops all mail at once, whatever the app does: the mail service loses its domains, and takes nothing. What waits goes on
# waiting in the outbox. Where mails go by another service, which is not ours to close, the app is told to stop. The environment
# keeps it as MAIL_STOPPED, so that no deployment lets mail go again by itself.
#   sh infra/hooks/mail-stop.sh
set -eu
. "$(dirname "$0")/values.sh"

subscription=$(of_environment AZURE_SUBSCRIPTION_ID)
group=$(of_environment AZURE_RESOURCE_GROUP)
by=$(printenv MAIL_BY) || by=$(azd env get-value MAIL_BY 2>/dev/null) || by=""
stopped() {
  azd env set MAIL_STOPPED true || echo "MAIL_STOPPED could not be set, so the next 'azd provision' lets mail go again." >&2
  echo "No mail goes out any more. It goes on by 'azd env set MAIL_STOPPED false' and 'azd provision --no-state'."
}

if [ -n "$by" ] && [ "$by" != CommunicationServices ]; then
  app=$(of_environment PROGRAMME_APP)
  az functionapp config appsettings set --only-show-errors --output none --subscription "$subscription" --resource-group "$group" --name "$app" \
    --settings Mail__Stopped=true
  stopped
  exit 0
fi

service=$(of_environment MAIL_SERVICE)
body=$(mktemp)
trap 'rm -f "$body"' EXIT
echo '{"properties":{"linkedDomains":[]}}' >"$body"
az rest --subscription "$subscription" --only-show-errors --output none --method patch \
  --url "https://management.azure.com/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.Communication/communicationServices/$service?api-version=2023-04-01" \
  --body "@$body" --headers Content-Type=application/json
stopped

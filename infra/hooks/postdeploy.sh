#!/bin/sh
# Brings delivery reports to the app, now that it is there for Event Grid's handshake.
set -eu

address=$PROGRAMME_ADDRESS
tries=0
until curl --silent --fail --max-time 30 "$address/ready" >/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "$address/ready does not answer: look at the app's log. Delivery reports are not set up; run 'azd hooks run postdeploy' later." >&2
    exit 1
  fi
  sleep 15
done

az deployment group create --only-show-errors --output none \
  --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name delivery-reports --template-file "$(dirname "$0")/../events.bicep" \
  --parameters communicationName="$MAIL_SERVICE" address="$address" eventsKey="$EVENTS_KEY"
echo "The programme is at $address."

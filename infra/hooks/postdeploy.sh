#!/bin/sh
# Waits until the app answers, and says where it is.
set -eu

tries=0
until curl --silent --fail --max-time 30 "$PROGRAMME_ADDRESS/ready" >/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "$PROGRAMME_ADDRESS/ready does not answer: look at the app's log (infra/runbook.md, \"unanswered\")." >&2
    exit 1
  fi

  # A right on the vault may take minutes to arrive, and what was looked up in vain meanwhile is not looked up again by itself.
  if [ "$((tries % 5))" -eq 0 ]; then
    az rest --subscription "$AZURE_SUBSCRIPTION_ID" --only-show-errors --output none --method post \
      --url "https://management.azure.com/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$PROGRAMME_APP/config/configreferences/appsettings/refresh?api-version=2022-03-01" ||
      echo "The keys in the vault could not be looked up again." >&2
  fi

  sleep 15
done

echo "The programme is at $PROGRAMME_ADDRESS."

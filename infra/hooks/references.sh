# shellcheck shell=sh
# For other hooks to read in: the app's settings that name a secret in the vault.

# Azure keeps what it found for a day, and that it found nothing for good.
look_up_again() {
  az rest --subscription "$AZURE_SUBSCRIPTION_ID" --only-show-errors --output none --method post \
    --url "https://management.azure.com/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$PROGRAMME_APP/config/configreferences/appsettings/refresh?api-version=2022-03-01"
}

#!/bin/sh
# Copies all rows of the programme into a file, or puts them back, while the app stands still:
#   sh infra/hooks/rows.sh export FILE
#   sh infra/hooks/rows.sh restore FILE [--replace] [--erased COHORT | --erased COHORT/PERSON]...
# What has to be thought of, infra/runbook.md says. It takes the role Storage Table Data Contributor on the storage account.
set -eu
. "$(dirname "$0")/values.sh"

project="$(dirname "$0")/../../src/ReverseMentoring.Functions"
subscription=$(of_environment AZURE_SUBSCRIPTION_ID)
group=$(of_environment AZURE_RESOURCE_GROUP)
app=$(of_environment PROGRAMME_APP)
account=$(of_environment STORAGE_ACCOUNT)

dotnet build "$project" --configuration Release --verbosity quiet --nologo
trap 'az functionapp start --only-show-errors --output none --subscription "$subscription" --resource-group "$group" --name "$app"' EXIT
az functionapp stop --only-show-errors --output none --subscription "$subscription" --resource-group "$group" --name "$app"
dotnet "$project/bin/Release/net10.0/ReverseMentoring.Functions.dll" "$@" --account "$account"

#!/bin/sh
# A mail domain of one's own: prints the DNS records that it needs, asks Azure to look for those that it has not seen yet,
# and says how far it is.
set -eu

domain="https://management.azure.com/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Communication/emailServices/$MAIL_EMAIL_SERVICE/domains/$MAIL_DOMAIN"
version="api-version=2023-04-01"

ask() { az rest --subscription "$AZURE_SUBSCRIPTION_ID" --only-show-errors --method get --url "$domain?$version" --query "$1" --output "$2"; }

echo "DNS records that $MAIL_DOMAIN needs:"
ask "properties.verificationRecords.[Domain,SPF,DKIM,DKIM2][].{Type:type,Name:name,Value:value}" table
body=$(mktemp)
trap 'rm -f "$body"' EXIT
for kind in Domain SPF DKIM DKIM2; do
  case $(ask "properties.verificationStates.$kind.status" tsv) in
    Verified | VerificationRequested | VerificationInProgress) ;;
    *)
      printf '{"verificationType":"%s"}' "$kind" >"$body"
      az rest --subscription "$AZURE_SUBSCRIPTION_ID" --only-show-errors --output none --method post --url "$domain/initiateVerification?$version" \
        --body "@$body" --headers Content-Type=application/json || echo "$kind can't be looked for yet." >&2
      ;;
  esac
done

ask "properties.verificationStates.{Domain:Domain.status,SPF:SPF.status,DKIM:DKIM.status,DKIM2:DKIM2.status}" table
echo "Where one is not Verified: set the records, wait for the DNS (up to an hour), and run 'azd hooks run postprovision'."
echo "Where all four are: azd env set MAIL_DOMAIN_VERIFIED true && azd provision"

#!/bin/sh
# Calendar rights in Microsoft 365, only where a service mailbox is named. Exchange grants them for one group of mailboxes,
# which takes its own PowerShell module and an administrator: where that can't be done here, what to run is printed.
set -eu

mailbox=${SERVICE_MAILBOX:-}
if [ -z "$mailbox" ]; then
  echo "No SERVICE_MAILBOX is set: sessions go out as invitations by mail, and no calendar is read."
  exit 0
fi

here=$(dirname "$0")
if command -v pwsh >/dev/null 2>&1; then
  exec pwsh -NoProfile -File "$here/postprovision.ps1"
fi

echo "PowerShell is not here. An administrator of Exchange must run, with the values of this environment:"
echo "  SERVICE_MAILBOX=$mailbox IDENTITY_CLIENT_ID=${IDENTITY_CLIENT_ID:-} IDENTITY_PRINCIPAL_ID=${IDENTITY_PRINCIPAL_ID:-} \\"
echo "  CALENDAR_GROUP='<address of the group of participants>' DIRECTORY_IMPORT=${DIRECTORY_IMPORT:-false} pwsh -File infra/hooks/postprovision.ps1"

#!/bin/sh
# Calendar rights in Microsoft 365, by Exchange's RBAC for Applications: for the members of one mail-enabled group and no
# other mailbox. It takes Exchange's own PowerShell module and an administrator; where PowerShell is missing, what to run
# in it is printed.
set -eu

if command -v pwsh >/dev/null 2>&1; then
  exec pwsh -NoProfile -File "$(dirname "$0")/calendar-rights.ps1"
fi

scope="Reverse mentoring"
if [ -z "${CALENDAR_GROUP:-}" ]; then
  echo "CALENDAR_GROUP is not set: the mail-enabled group that holds all participants and the service mailbox."
fi

echo "An administrator of Exchange must run in PowerShell:"
echo "  Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline"
echo "  New-ServicePrincipal -AppId $IDENTITY_CLIENT_ID -ObjectId $IDENTITY_PRINCIPAL_ID -DisplayName '$scope'"
echo "  \$members = (Get-Group '${CALENDAR_GROUP:-<mail-enabled group of all participants and $SERVICE_MAILBOX>}').DistinguishedName"
echo "  New-ManagementScope -Name '$scope' -RecipientRestrictionFilter \"MemberOfGroup -eq '\$members'\""
for role in "Application Calendars.ReadWrite" "Application MailboxSettings.Read"; do
  echo "  New-ManagementRoleAssignment -App $IDENTITY_CLIENT_ID -Role '$role' -CustomResourceScope '$scope'"
done
echo "Only direct members of the group count: calendars of people in a group within it stay closed."

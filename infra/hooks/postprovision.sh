#!/bin/sh
# What comes after the resources: the records that a mail domain of one's own needs, and rights in Microsoft 365, where a
# service mailbox is named. Exchange gives calendar rights for one group of mailboxes, which takes its own PowerShell
# module and an administrator: where that can't be done here, what to run is printed.
set -eu

here=$(dirname "$0")
if [ -n "${MAIL_DOMAIN:-}" ] && [ "${MAIL_DOMAIN_VERIFIED:-false}" != true ]; then
  sh "$here/mail-domain.sh"
fi

mailbox=${SERVICE_MAILBOX:-}
if [ -z "$mailbox" ]; then
  echo "No SERVICE_MAILBOX is set: sessions go out as invitations by mail, and no calendar is read."
  exit 0
fi

if [ "${DIRECTORY_IMPORT:-false}" = true ]; then
  sh "$here/directory-import.sh"
fi

if command -v pwsh >/dev/null 2>&1; then
  exec pwsh -NoProfile -File "$here/calendar-rights.ps1"
fi

scope="Reverse mentoring"
echo "PowerShell is not here. An administrator of Exchange must run in it:"
echo "  Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline"
echo "  New-ServicePrincipal -AppId $IDENTITY_CLIENT_ID -ObjectId $IDENTITY_PRINCIPAL_ID -DisplayName '$scope'"
echo "  \$members = (Get-Group '${CALENDAR_GROUP:-<mail-enabled group of all participants and $mailbox>}').DistinguishedName"
echo "  New-ManagementScope -Name '$scope' -RecipientRestrictionFilter \"MemberOfGroup -eq '\$members'\""
for role in "Application Calendars.ReadWrite" "Application MailboxSettings.Read"; do
  echo "  New-ManagementRoleAssignment -App $IDENTITY_CLIENT_ID -Role '$role' -CustomResourceScope '$scope'"
done

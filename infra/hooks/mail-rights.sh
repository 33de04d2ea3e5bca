#!/bin/sh
# The right to send mails out of one mailbox in Microsoft 365, and to read there what came back where that is wanted, by Exchange's RBAC for Applications: of that mailbox and no
# other. It takes Exchange's own PowerShell module and an administrator; where PowerShell is missing, what to run in it is
# printed.
set -eu

if command -v pwsh >/dev/null 2>&1; then
  exec pwsh -NoProfile -File "$(dirname "$0")/mail-rights.ps1"
fi

scope="Reverse mentoring mail"
echo "An administrator of Exchange must run in PowerShell:"
echo "  Install-Module ExchangeOnlineManagement; Connect-ExchangeOnline"
echo "  New-ServicePrincipal -AppId $IDENTITY_CLIENT_ID -ObjectId $IDENTITY_PRINCIPAL_ID -DisplayName 'Reverse mentoring'"
echo "  New-ManagementScope -Name '$scope' -RecipientRestrictionFilter \"PrimarySmtpAddress -eq '$MAIL_FROM'\""
echo "  New-ManagementRoleAssignment -App $IDENTITY_CLIENT_ID -Role 'Application Mail.Send' -CustomResourceScope '$scope'"
if [ "${MAIL_INBOX:-}" = true ]; then
  echo "  New-ManagementRoleAssignment -App $IDENTITY_CLIENT_ID -Role 'Application Mail.Read' -CustomResourceScope '$scope'"
fi

#!/bin/sh
# What azd can't take away: the rights that Exchange gave. The identity's other rights go with it.
set -eu

[ -n "${SERVICE_MAILBOX:-}" ] || exit 0
echo "The calendar rights stay in Exchange. There an administrator removes them by:"
echo "  Connect-ExchangeOnline"
echo "  Get-ManagementRoleAssignment -App ${IDENTITY_CLIENT_ID:-<client id of the identity>} | Remove-ManagementRoleAssignment"
echo "  Remove-ManagementScope 'Reverse mentoring'"
echo "  Remove-ServicePrincipal ${IDENTITY_CLIENT_ID:-<client id of the identity>}"

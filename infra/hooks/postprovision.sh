#!/bin/sh
# What comes after the resources: new keys and passwords are in the vault now, kept nowhere else, and looked up by the app; the records that a mail domain of
# one's own needs; and rights in Microsoft 365, where a service mailbox is named.
set -eu

here=$(dirname "$0")
. "$here/references.sh"

if [ -n "${LINK_KEYS:-}${SMTP_PASSWORD:-}${MAIL_INBOX_PASSWORD:-}" ]; then
  look_up_again || echo "What is new in the vault could not be looked up: the app has it within a day, or after 'azd provision' with another setting." >&2
fi

if [ -n "${LINK_KEYS:-}" ]; then
  azd env set LINK_KEYS ""
fi

if [ -n "${MAIL_DOMAIN:-}" ] && [ "${MAIL_DOMAIN_VERIFIED:-false}" != true ]; then
  sh "$here/mail-domain.sh"
fi

if [ -n "${SMTP_PASSWORD:-}" ]; then
  azd env set SMTP_PASSWORD ""
fi

if [ -n "${MAIL_INBOX_PASSWORD:-}" ]; then
  azd env set MAIL_INBOX_PASSWORD ""
fi

if [ "${MAIL_BY:-}" = Microsoft365 ]; then
  sh "$here/mail-rights.sh"
fi

if [ -z "${SERVICE_MAILBOX:-}" ]; then
  if [ "${DIRECTORY_IMPORT:-false}" = true ]; then
    echo "DIRECTORY_IMPORT is true and SERVICE_MAILBOX is empty: no directory is read without a service mailbox." >&2
    exit 1
  fi

  echo "No SERVICE_MAILBOX is set: sessions go out as invitations by mail, and no calendar is read."
  exit 0
fi

if [ "${DIRECTORY_IMPORT:-false}" = true ]; then
  sh "$here/directory-import.sh"
fi

sh "$here/calendar-rights.sh"

#!/bin/sh
# Makes the secrets of this environment once: keys for links and reports, and the manager's first API key, shown once.
# azd hands the environment's values to its hooks as variables.
set -eu

text() { LC_ALL=C tr -dc 'abcdefghijkmnpqrstuvwxyz23456789' </dev/urandom | head -c "$1"; }

[ -n "${LINK_KEYS:-}" ] || azd env set LINK_KEYS "k1:$(openssl rand -base64 32)"
[ -n "${EVENTS_KEY:-}" ] || azd env set EVENTS_KEY "$(text 40)"
if [ -z "${MANAGER_KEY:-}" ]; then
  id=$(text 12)
  key="rm_${id}_$(text 40)"
  hash=$(printf %s "$key" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
  azd env set MANAGER_KEY "$id:$hash"
  echo "The manager's API key. It is kept nowhere else; note it now:"
  echo "  $key"
fi

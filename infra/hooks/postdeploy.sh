#!/bin/sh
# Waits until the app answers, and says where it is.
set -eu
. "$(dirname "$0")/references.sh"

tries=0
until curl --silent --fail --max-time 30 "$PROGRAMME_ADDRESS/ready" >/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -ge 20 ]; then
    echo "$PROGRAMME_ADDRESS/ready does not answer: look at the app's log (infra/runbook.md, \"unanswered\")." >&2
    exit 1
  fi

  # A right on the vault may take minutes to arrive, and what was looked up in vain meanwhile is not looked up again by itself.
  if [ "$((tries % 5))" -eq 0 ]; then
    look_up_again || echo "The keys in the vault could not be looked up again." >&2
  fi

  sleep 15
done

echo "The programme is at $PROGRAMME_ADDRESS."

# shellcheck shell=sh disable=SC2034 # Read in by others.
# For other hooks to read in: how keys are made.

text() { LC_ALL=C tr -dc 'abcdefghijkmnpqrstuvwxyz23456789' </dev/urandom | head -c "$1"; }

# Sets $key, which is shown to the manager once, and $stored, by which the app knows it.
new_manager_key() {
  id=$(text 12)
  key="rm_${id}_$(text 40)"
  stored="$id:$(printf %s "$key" | openssl dgst -sha256 -r | cut -d ' ' -f 1)"
}

show_manager_key() {
  echo "The manager's API key. It is kept nowhere else; note it now:"
  echo "  $key"
}

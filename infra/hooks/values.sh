# shellcheck shell=sh
# For scripts that a person runs to read in: values of the environment that azd has chosen.

# $1: a value's name; azd's hooks have it as a variable, a person has not.
of_environment() {
  value=$(printenv "$1") || value=""
  [ -n "$value" ] || value=$(azd env get-value "$1" 2>/dev/null) || value=""
  [ -n "$value" ] || {
    echo "$1 is not known here: choose the environment by 'azd env select', and deploy it by 'azd up' first." >&2
    return 1
  }
  echo "$value"
}

#!/bin/sh
# Breaks one folder of the product, line by line, and tells which breaks no test sees:
#   tests/ReverseMentoring.Tests/mutate.sh ReverseMentoring.Core/Matching/Rules [TESTS]
# FOLDER is given from src on. TESTS narrows the tests that are run ('dotnet test --filter'); without it all run but those
# that start browsers, processes or whole rehearsals: they take minutes each, and other tests stand for what they see.
# The report lies in StrykerOutput beside this file.
set -eu

[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
folder=${1%/}
here=$(cd "$(dirname "$0")" && pwd)
project=${folder%%/*}
inside=${folder#"$project"}
[ -d "$here/../../src/$folder" ] || { echo "There is no folder src/$folder." >&2; exit 2; }

slow='FullyQualifiedName!~.Browser.&FullyQualifiedName!~.Serving.&FullyQualifiedName!~.Rehearsing.&FullyQualifiedName!~Sqlite&FullyQualifiedName!~LargeProblem'
cd "$here"
# Analyzers have looked at the code before; here they only cost time.
export RunAnalyzers=false EnforceCodeStyleInBuild=false
dotnet tool restore
exec nice -n 19 dotnet stryker --config-file stryker-config.json --skip-version-check \
  --project "$project.csproj" --mutate "**$inside/**/*.cs" --test-case-filter "${2:-$slow}"

#!/usr/bin/env bash
# Shows that the guard of the interfaces works: takes something away in a copy of this module, and requires that its build
# fails and names it; takes something away that is marked as experimental, and requires that it does not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/core/api"
cp -r "$here/../../pom.xml" "$here/../../.mvn" "$copy/"
cp -r "$here/pom.xml" "$here/src" "$here/baseline" "$copy/core/api/"
rm -r "$copy/core/api/src/test"
api="$copy/core/api/src/main/java/org/dianjiao/api"

build() {
  (cd "$copy/core/api" && mvn -B -ntp -o -Dspotless.check.skip verify) > "$copy/log" 2>&1
}

refused() {
  if build; then
    echo "NOT refused: $1" >&2
    exit 1
  fi
  grep -m 1 -E "japicmp.*(breakBuildOn|incompatible)|There is at least one" "$copy/log" ||
    { cat "$copy/log" >&2; exit 1; }
  echo "refused: $1"
}

build || { cat "$copy/log" >&2; exit 1; }
echo "passes: nothing changed"

sed -i '/A result of words alone/,/^  }/d' "$api/plugin/CommandResult.java"
build || { cat "$copy/log" >&2; exit 1; }
echo "passes: a method of an experimental type is gone"

cp "$api/Proposal.java" "$copy/Proposal.java"
sed -i '/The candidate that its maker/,/^  }/d' "$api/Proposal.java"
refused "Proposal.best() is gone"
cp "$copy/Proposal.java" "$api/Proposal.java"

sed -i 's/^public interface Plugin {/&\n  void more();/' "$api/plugin/Plugin.java"
refused "Plugin has a method that older plugins lack"

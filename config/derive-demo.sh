#!/usr/bin/env bash
# Copies the texts of the demo project, byte for byte, and checks that they are the ones that the
# titles in demo/documents.tsv were written for. Argument: the folder of shared data.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
shared=${1:-"$here/../../shared"}
while IFS=$'\t' read -r file sha title; do
  case "$file" in '#'*) continue ;; esac
  install -m 644 "$shared/texts/$file" "$here/demo/$file"
  echo "$sha  $here/demo/$file" | sha256sum --check --quiet
done < "$here/demo/documents.tsv"

#!/bin/sh
# Writes the path of a Chromium into target/browser.path. Takes the one that $CHROMIUM names, else one on the PATH, else installs
# Debian's, with a Chinese font, when it may.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target

found() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" 2>/dev/null; then return 0; fi
  done
  return 1
}

if [ -n "${CHROMIUM:-}" ] && ! command -v "$CHROMIUM" >/dev/null 2>&1; then
  echo "CHROMIUM is $CHROMIUM, and that cannot be run." >&2
  exit 1
fi
if ! found > target/browser.path; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-noto-cjk
  fi
  if ! found > target/browser.path; then
    echo "The browser tests need Chromium: install it and a Chinese font (Debian: chromium fonts-noto-cjk)" >&2
    echo "or set CHROMIUM to its path." >&2
    exit 1
  fi
fi
if command -v fc-list >/dev/null 2>&1 && [ -z "$(fc-list :lang=zh family)" ]; then
  echo "No Chinese font is installed (Debian: fonts-noto-cjk): the tests pass, screenshots will not look right." >&2
fi

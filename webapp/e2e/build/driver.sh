#!/bin/sh
# Lays out target/driver as Playwright for Java expects its driver: the system's Node.js and the npm package playwright-core.
set -eu
cd "$(dirname "$0")/.."

needed="The browser tests need Node.js 20.19 or newer"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "$needed, with npm; there is no 'node' or no 'npm' on the PATH." >&2
  exit 1
fi

stamp=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$stamp"; then
  npm ci --no-audit --no-fund --prefer-offline
  cp package-lock.json "$stamp"
fi
mkdir -p target/driver
ln -sfn "$(command -v node)" target/driver/node
ln -sfn "$PWD/node_modules/playwright-core" target/driver/package

#!/bin/sh
# What Maven calls: install the packages when the lock file is new, or run one of package.json's scripts.
set -eu
cd "$(dirname "$0")/.."

needed="The browser workspace is built with Node.js 20.19 or newer"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "$needed, with npm; there is no 'node' or no 'npm' on the PATH." >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number);
              process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "$needed; 'node' on the PATH is $(node --version)." >&2
  exit 1
fi

if [ "$1" = install ]; then
  stamp=node_modules/.installed-lock.json
  if cmp -s package-lock.json "$stamp"; then
    exit 0
  fi
  npm ci --no-audit --no-fund --prefer-offline
  cp package-lock.json "$stamp"
else
  exec npm run --silent "$@"
fi

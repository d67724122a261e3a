#!/bin/sh
# Brings the stack that is no Debian package to where the tests look for it. Where it cannot be had they skip it.
set -eu
cd "$(dirname "$0")/../.."
[ ! -d build/peers/node_modules/sip ] || exit 0
command -v npm >/dev/null 2>&1 || { echo "npm is missing: the tests with its sip are skipped."; exit 0; }
mkdir -p build/peers
timeout 120 npm install --no-audit --no-fund --prefix build/peers sip@0.0.6 || echo "The tests with npm's sip are skipped."

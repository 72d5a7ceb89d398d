#!/usr/bin/env bash
# Makes target/editors/iac-guard-VERSION.vsix with packages of npm only; needs Node.js of 20 or newer.
# With --test it then drives the program that IAC_GUARD names, or else the one of the checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=../..
version=$(sed -n 's:.*<revision>\(.*\)</revision>.*:\1:p' "$root/pom.xml")
work=$root/target/editors/vscode
mkdir -p "$work"
cp -R package.json package-lock.json tsconfig.json README.md src test "$work/"
cp "$root/LICENSE" "$work/LICENSE.txt"
program=${IAC_GUARD:-$(cd "$root" && pwd)/iac-guard}
cd "$work"
npm ci --no-audit --no-fund --loglevel=error
npm version --no-git-tag-version --allow-same-version "${version%%-*}" >/dev/null
npm run --silent check
npm run --silent bundle
npx --no-install vsce package --no-dependencies --allow-missing-repository --out "../iac-guard-$version.vsix"
if [[ ${1:-} == --test ]]; then
  IAC_GUARD=$program npm run --silent test
fi

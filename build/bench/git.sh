#!/usr/bin/env bash
# Times the ways in through git: git.sh REPOSITORY
#   REPOSITORY   a folder with many Terraform files in services/*/main.tf; it is copied
# Prints seconds of wall clock, seconds of processor and peak kilobytes, five runs each.
set -euo pipefail

guard=$(cd "$(dirname "$0")/../.." && pwd)/iac-guard
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a
export GIT_COMMITTER_EMAIL=a@example.org

commit() {
  git -C "$1" init -q
  git -C "$1" add -A
  git -C "$1" commit -q -m base
}

measure() {
  local name=$1 i
  shift
  for i in 1 2 3 4 5; do
    /usr/bin/time -f "$name: %e s, %U + %S s, %M kB" "$@" 2>&1 >/dev/null | grep ' kB$' || true
  done
}

cp -r "$1" "$work/large"
mkdir -p "$work/small/infra" "$work/small/src"
for i in $(seq 5000); do echo "print($i)" >"$work/small/src/$i.py"; done
service=$(ls "$work/large/services" | sed -n 1p)
cp "$work/large/services/$service"/*.tf "$work/small/infra"
commit "$work/large"
commit "$work/small"

cd "$work/small"
for file in $(ls infra/*.tf | sed -n 1,2p); do echo '# changed' >>"$file"; done
git add -A
measure 'cold start, one stack' "$guard" check infra
measure '5,000 unrelated files, two staged' "$guard" check --staged
git reset -q --hard
echo '# changed' >>src/1.py
git add -A
measure 'nothing relevant staged' "$guard" check --staged

cd "$work/large"
for file in $(ls "services/$service"/*.tf | sed -n 1,2p); do echo '# changed' >>"$file"; done
git add -A
measure 'cold start, one stack' "$guard" check "services/$service"
measure 'large tree, two staged' "$guard" check --staged
measure 'large tree, full check' "$guard" check
measure 'large tree, --diff-base' "$guard" check --diff-base HEAD

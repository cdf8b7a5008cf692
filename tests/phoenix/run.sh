#!/usr/bin/env bash
# Runs check.mjs with the published packages of package.json, below the target folder, against
# $JOBCELIS_BIN or a fresh debug build.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
    printf 'tests/phoenix/run.sh: %s\n' "$1" >&2
    exit 1
}

command -v node >/dev/null || fail 'node is missing'
command -v npm >/dev/null || fail 'npm is missing'
target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
place=$target/phoenix-client
wanted=tests/phoenix/package.json

# The list is copied in last: an installation that broke off half-way is made again.
if ! cmp -s "$wanted" "$place/done.json"; then
    rm -rf "$place"
    mkdir -p "$place"
    cp "$wanted" "$place/package.json"
    (cd "$place" && npm install --silent --no-audit --no-fund --ignore-scripts) ||
        fail 'the packages could not be installed; is https://registry.npmjs.org within reach?'
    cp "$wanted" "$place/done.json"
fi

if [ -z "${JOBCELIS_BIN:-}" ]; then
    cargo build --locked --bin jobcelis
    JOBCELIS_BIN=$target/debug/jobcelis
fi
export JOBCELIS_BIN
# Packages are looked for beside the script.
cp tests/phoenix/check.mjs "$place/check.mjs"
exec node "$place/check.mjs" "$@"

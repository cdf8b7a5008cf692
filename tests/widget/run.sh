#!/usr/bin/env bash
# Runs check.js and stream.js: the widget of /embed.js and an EventSource of the live stream in a
# headless Chromium, on a page of another origin, against $JOBCELIS_BIN or a fresh debug build. Where there is no Chromium or no Node.js (20 or newer) nothing
# is run; with WIDGET_REQUIRED=1 that is a failure.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() {
    printf 'tests/widget/run.sh: skipped, %s\n' "$1" >&2
    [ -z "${WIDGET_REQUIRED:-}" ] || exit 1
    exit 0
}

browser=${CHROMIUM:-}
for name in chromium chromium-browser google-chrome chrome; do
    [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
[ -n "$browser" ] || skip 'there is no Chromium; name one in $CHROMIUM'
command -v node >/dev/null && command -v npm >/dev/null || skip 'there is no Node.js'
node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' || skip 'Node.js is older than 20'

target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
place=$target/widget-tests

# The list of packages is copied in last: an install that broke off half-way is made again.
if ! cmp -s tests/widget/package-lock.json "$place/installed.json"; then
    rm -rf "$place"
    mkdir -p "$place"
    cp tests/widget/package.json tests/widget/package-lock.json "$place"
    npm ci --prefix "$place" --ignore-scripts --no-audit --no-fund --loglevel=error ||
        skip 'its package could not be installed; is the registry of npm within reach?'
    cp tests/widget/package-lock.json "$place/installed.json"
fi

if [ -z "${JOBCELIS_BIN:-}" ]; then
    cargo build --locked --bin jobcelis
    JOBCELIS_BIN=$target/debug/jobcelis
fi
export JOBCELIS_BIN CHROMIUM="$browser" WIDGET_PACKAGES="$place"
node tests/widget/check.js "$@"
exec node tests/widget/stream.js "$@"

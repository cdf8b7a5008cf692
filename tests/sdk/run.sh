#!/usr/bin/env bash
# Runs metrics.py and check.py with the published packages of requirements.txt, in an environment of
# its own below the target folder, against $JOBCELIS_BIN or a fresh debug build.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
    printf 'tests/sdk/run.sh: %s\n' "$1" >&2
    exit 1
}

command -v python3 >/dev/null || fail 'python3 is missing'
python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' || fail 'python3 is older than 3.9'
target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
wanted=tests/sdk/requirements.txt
venv=$target/sdk-venv

# The list is copied in last: an environment that broke off half-way is made again.
if ! cmp -s "$wanted" "$venv/requirements.txt"; then
    rm -rf "$venv"
    python3 -m venv "$venv" || fail 'python3 -m venv does not work; is its package installed?'
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted" ||
        fail 'the packages could not be installed; is https://pypi.org within reach?'
    cp "$wanted" "$venv/requirements.txt"
fi

if [ -z "${JOBCELIS_BIN:-}" ]; then
    cargo build --locked --bin jobcelis
    JOBCELIS_BIN=$target/debug/jobcelis
fi
export JOBCELIS_BIN PYTHONDONTWRITEBYTECODE=1
# A server given by URL has its metrics elsewhere.
[ $# -gt 0 ] || "$venv/bin/python" tests/sdk/metrics.py
exec "$venv/bin/python" tests/sdk/check.py "$@"

#!/usr/bin/env bash
# Runs a Python script of a folder beside this file with the published packages that its
# requirements.txt names, in an environment of its own below the target folder, against
# $JOBCELIS_BIN or a fresh debug build: tests/python.sh FOLDER SCRIPT [ARGUMENT]...
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf 'tests/python.sh: %s\n' "$1" >&2
    exit 1
}

[ $# -ge 2 ] || fail 'give a folder and a script'
folder=$1 script=$2
shift 2
command -v python3 >/dev/null || fail 'python3 is missing'
python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' || fail 'python3 is older than 3.9'
target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
wanted=tests/$folder/requirements.txt
venv=$target/$folder-venv

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
export JOBCELIS_BIN PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tests
exec "$venv/bin/python" "tests/$folder/$script" "$@"

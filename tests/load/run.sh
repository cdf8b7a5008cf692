#!/usr/bin/env bash
# Runs load.py, which needs no package, against $JOBCELIS_BIN or a fresh release build:
# tests/load/run.sh [SCRIPT]... [--share 0.1]. A measurement, for a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v python3 >/dev/null || { echo 'tests/load/run.sh: python3 is missing' >&2; exit 1; }
if [ -z "${JOBCELIS_BIN:-}" ]; then
    target=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
    cargo build --locked --release --bin jobcelis
    JOBCELIS_BIN=$target/release/jobcelis
fi
export JOBCELIS_BIN PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tests
exec python3 tests/load/load.py "$@"

#!/usr/bin/env bash
# Runs walk.py with the published package of requirements.txt; arguments go to schemathesis.
set -euo pipefail
exec "$(dirname "$0")/../python.sh" openapi walk.py "$@"

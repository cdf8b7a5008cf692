#!/usr/bin/env bash
# Runs walk.py with the published package of requirements.txt.
set -euo pipefail
exec "$(dirname "$0")/../python.sh" openapi walk.py "$@"

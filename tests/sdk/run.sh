#!/usr/bin/env bash
# Runs check.py with the published packages of requirements.txt.
set -euo pipefail
exec "$(dirname "$0")/../python.sh" sdk check.py "$@"

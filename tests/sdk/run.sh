#!/usr/bin/env bash
# Runs metrics.py and check.py with the published packages of requirements.txt.
set -euo pipefail
run=$(dirname "$0")/../python.sh
# A server given by URL has its metrics elsewhere.
[ $# -gt 0 ] || "$run" sdk metrics.py
exec "$run" sdk check.py "$@"

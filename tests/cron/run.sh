#!/usr/bin/env bash
# Runs compare.py with the published package of requirements.txt.
set -euo pipefail
exec "$(dirname "$0")/../python.sh" cron compare.py "$@"

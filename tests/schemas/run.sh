#!/usr/bin/env bash
# Runs suite.py: the official cases of JSON Schema through the validate route.
set -euo pipefail
exec "$(dirname "$0")/../python.sh" schemas suite.py "$@"

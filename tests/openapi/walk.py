"""Calls every described route with made-up input and holds the answers against the description.

Schemathesis makes the calls, hooks.py gives them their credentials: no answer may be a server
error, have a status that is not described, or a body or media type other than described.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from hooks import PASSWORD, ROOT
from served import Server

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# The streams never end.
ENDLESS = "/stream$"
# The same calls each time, except for what they are answered. One after the other is as fast as
# several at once, for the time goes into making them up.
SETTINGS = ["--seed", "1", "--max-examples", "5", "--workers", "1", "--generation-database", "none"]
QUIET = ["--suppress-health-check", "all", "--warnings", "off", "--no-color"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        password = Path(folder, "password")
        password.write_text(PASSWORD)
        flags = ["--admin-email", ROOT, "--admin-password-file", str(password), "--backup-dir", f"{folder}/backups"]
        flags += ["--auth-rate-limit", "off", "--rate-limit", "off"]
        with Server(os.environ["JOBCELIS_BIN"], *flags) as url:
            program = Path(sys.executable).with_name("schemathesis")
            command = [program, "run", f"{url}/api/openapi.json", "--checks", CHECKS, *SETTINGS, *QUIET]
            command += ["--exclude-path-regex", ENDLESS, "--continue-on-failure", *sys.argv[1:]]
            more = {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(Path(__file__).parent), "WALKED": url}
            calls = subprocess.run(command, cwd=folder, env={**os.environ, **more})
    if calls.returncode != 0:
        raise SystemExit("some answers are not as described")


main()

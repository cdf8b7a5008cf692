"""Calls every described route with made-up input and holds the answers against the description.

Schemathesis makes the calls: no answer may be a server error, have a status that is not described,
or a body or media type other than described. Each class of routes is called with its own credential;
further arguments are handed on.
"""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

from served import Api, Server

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# Ends the session or the account that makes the calls, or never ends itself.
FATAL = ["/auth/logout", "/me$", "/me/delete", "/me/password", "/me/restrict", "/me/object", "/me/sessions$", "/token/regenerate", "/stream"]


def login(url, email):
    body = json.dumps({"email": email, "password": "Correct-Horse-77"}).encode()
    request = urllib.request.Request(f"{url}/api/v1/auth/login", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["token"]


def walk(url, bearer, wanted, more):
    program = Path(sys.executable).with_name("schemathesis")
    command = [str(program), "run", f"{url}/api/openapi.json", "--url", url, "--checks", CHECKS, "--max-examples", "20"]
    command += ["--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--no-color", *wanted, *more]
    command += ["--exclude-path-regex", "(" + "|".join(FATAL) + ")"]
    if bearer:
        command += ["--header", f"Authorization: Bearer {bearer}"]
    return subprocess.run(command).returncode


def main():
    with Server(os.environ["JOBCELIS_BIN"]) as url:
        email = "openapi@example.test"
        key = Api(url, email).headers["Authorization"].removeprefix("Bearer ")
        token = login(url, email)
        with urllib.request.urlopen(f"{url}/api/openapi.json") as answer:
            tags = [tag["name"] for tag in json.load(answer)["tags"]]
        of_users = ["Accounts", "Own account", "Administration"]
        runs = [(key, tag) for tag in tags if tag not in of_users] + [(token, tag) for tag in of_users]
        failed = [tag for bearer, tag in runs if walk(url, bearer, ["--include-tag", tag], sys.argv[1:]) != 0]
    if failed:
        raise SystemExit(f"not as described: {', '.join(failed)}")


main()

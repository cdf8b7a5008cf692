"""Gives each call of walk.py the credential that its route asks for, and a new one when a call has
ended the one before: a logout, a new key, the end of an account. Every other call that names
something by its id names something that is there."""

import json
import os
import urllib.error
import urllib.request

import schemathesis

# That of the samples in the description, so that calls which confirm it go through.
PASSWORD = "Quiet-River-42"
ROOT = "root@example.org"
# Says for each credential whether it still holds with all its rights.
PROBES = {
    "key": "/api/v1/notification-channels",
    "spare key": "/api/v1/notification-channels",
    "embed": "/api/v1/embed/session",
    "user": "/api/v1/me/activity",
    "operator": "/api/v1/admin/settings",
}
# Writing these would end or narrow the key that made everything else.
OWN_KEY = ("/api/v1/token", "/api/v1/token/regenerate", "/api/v1/project")
held = {}
# The project of each key.
home = {}
seen = {}
turns = 0
accounts = 0


def call(path, body=None, credential=None):
    """The JSON of an answer, or its status when it is a refusal."""
    headers = {"Content-Type": "application/json"}
    if credential:
        headers["Authorization"] = f"Bearer {credential}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{os.environ['WALKED']}{path}", data, headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code


def fresh(kind):
    global accounts
    accounts += 1
    if kind == "user":
        body = {"email": f"walk-{accounts}@example.org", "password": PASSWORD}
        return call("/api/v1/auth/register", body)["token"]
    root = call("/api/v1/auth/login", {"email": ROOT, "password": PASSWORD})["token"]
    if kind == "operator":
        return root
    # The projects are those of the one account that no call can end.
    project = call("/api/v1/projects", {"name": f"walk {accounts}"}, root)
    if kind == "project":
        return project["id"]
    key, home[kind] = project["api_key"], project["id"]
    return call("/api/v1/embed/tokens", {"name": "walk"}, key)["token"] if kind == "embed" else key


def kind_of(case):
    ways = case.operation.definition.raw.get("security", [])
    schemes = {scheme for way in ways for scheme in way}
    if not schemes:
        return None
    if schemes & {"apiKey", "managementKey"}:
        return "spare key" if case.method != "GET" and case.operation.path in OWN_KEY else "key"
    if "embedToken" in schemes:
        return "embed"
    return "operator" if case.operation.path.startswith("/api/v1/admin/") else "user"


def place(case):
    """Where the things are listed of which the path names one."""
    return case.operation.path.split("/{")[0]


def remember(kind, path, answer):
    """Keeps the id of what was made or is first in a list."""
    rows = [member for member in answer.values() if isinstance(member, list)] if isinstance(answer, dict) else []
    row = rows[0][0] if rows and rows[0] and "id" not in answer else answer
    if isinstance(row, dict) and "id" in row:
        seen[kind, path] = row["id"]
    return seen.get((kind, path))


@schemathesis.hook
def before_call(context, case, kwargs):
    global turns
    turns += 1
    kind = kind_of(case)
    if kind:
        if kind not in held:
            held[kind] = fresh(kind)
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {held[kind]}"}
    if kind == "key":
        case.headers["X-Internal-Api-Key"] = held[kind]
    if turns % 2 and "project_id" in (case.path_parameters or {}):
        case.path_parameters = {**case.path_parameters, "project_id": home.get("key", case.path_parameters["project_id"])}
    if (case.method, place(case)) == ("PATCH", "/api/v1/admin/projects"):
        # One that is switched off would take its key along.
        if "project" not in held:
            held["project"] = fresh("project")
        case.path_parameters = {**case.path_parameters, "id": held["project"]}
    elif kind and turns % 2 and "id" in (case.path_parameters or {}):
        known = seen.get((kind, place(case))) or remember(kind, place(case), call(place(case), credential=held[kind]))
        case.path_parameters = {**case.path_parameters, "id": known or case.path_parameters["id"]}


@schemathesis.hook
def after_call(context, case, response):
    kind = kind_of(case)
    good = response.status_code < 300
    told = good and str(response.headers.get("content-type", [""])[0]).startswith("application/json")
    if told and case.operation.path == place(case):
        remember(kind, place(case), response.json())
    changed = case.method != "GET" and good
    if kind in held and (changed or response.status_code in (401, 403)):
        if call(PROBES[kind], credential=held[kind]) in (401, 403):
            del held[kind]
            for known in [known for known in seen if known[0] == kind]:
                del seen[known]

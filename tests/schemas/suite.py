#!/usr/bin/env python3
"""The required cases of the official JSON-Schema-Test-Suite, drafts 7 and 2020-12, through
`POST /event-schemas/validate`. Exits 1 when a verdict differs or a schema is refused that does not
ask for a document of its own from elsewhere."""

import json
import os
import subprocess
import sys
import tarfile
import tempfile

from served import Api, Server

DRAFTS = ["draft7", "draft2020-12"]
# What the product decides otherwise: formats are checked, not noted.
OURS = {"format.json"}
# Documents that a server would have to fetch, which it never does.
ELSEWHERE = ("localhost:1234", "urn:", "tag:", '"$ref": "http://json-schema.org', '"$ref": "https://json-schema.org')


def cases():
    """Draft, file, schema and its tests, out of the source package."""
    with tempfile.TemporaryDirectory() as folder:
        listed = os.path.join(os.path.dirname(__file__), "suite.txt")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--no-binary", ":all:", "--dest", folder, "--requirement", listed], check=True)
        [package] = os.listdir(folder)
        with tarfile.open(os.path.join(folder, package)) as archive:
            for member in archive:
                place = member.name.split("/")
                if place[1:3] == ["json", "tests"] and place[3] in DRAFTS and place[-1].endswith(".json") and len(place) == 5:
                    for group in json.load(archive.extractfile(member)):
                        yield place[3], place[4], group


def main():
    counts, wrong, groups = {}, 0, list(cases())
    with Server(os.environ["JOBCELIS_BIN"]) as address:
        api = Api(address, "suite@example.org")
        for draft, file, group in groups:
            count = counts.setdefault(draft, {"agree": 0, "ours": 0, "elsewhere": 0})
            if file in OURS:
                count["ours"] += len(group["tests"])
                continue
            for test in group["tests"]:
                answer = api.post("/event-schemas/validate", {"schema": group["schema"], "payload": test["data"]})
                refused = "valid" not in answer
                if answer.get("valid") == test["valid"]:
                    count["agree"] += 1
                elif refused and any(place in json.dumps(group["schema"]) for place in ELSEWHERE):
                    count["elsewhere"] += 1
                else:
                    wrong += 1
                    print(f"{draft}/{file}: {group['description']}: {test['description']}: {answer}")
    for draft, count in counts.items():
        print(f"{draft}: {count['agree']} agree, {count['ours']} of formats are ours, {count['elsewhere']} want a document from elsewhere")
    print(f"{wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""The server as a process, for scripts that speak to it."""

import http.client
import json
import os
import re
import subprocess
import threading
from urllib.parse import urlparse


class Server:
    """`$JOBCELIS_BIN serve --dev` on a free port with temporary data, ended with the block."""

    def __init__(self, program, *flags):
        self.command = [program, "serve", "--dev", "--listen", "127.0.0.1:0", *flags]
        self.log = []

    def __enter__(self):
        clean = {name: value for name, value in os.environ.items() if not name.startswith("JOBCELIS_")}
        self.process = subprocess.Popen(
            self.command, env=clean, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        first = self.process.stderr.readline()
        found = re.search(r"listening on (http://\S+)", first)
        if not found:
            self.process.kill()
            raise SystemExit(f"the server did not start: {first}{self.process.stderr.read()}")
        self.drain = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.drain.start()
        return found[1]

    def __exit__(self, *failure):
        self.process.terminate()
        code = self.process.wait(timeout=60)
        self.drain.join()
        if code != 0:
            raise SystemExit(f"the server ended with {code}:\n{''.join(self.log)}")


class Api:
    """One connection to the server, with the key of a fresh account."""

    def __init__(self, url, email):
        self.wire = http.client.HTTPConnection(urlparse(url).netloc)
        self.headers = {"Content-Type": "application/json"}
        key = self.post("/auth/register", {"email": email, "password": "Correct-Horse-77"})["api_key"]
        self.headers["Authorization"] = f"Bearer {key}"

    def get(self, path):
        return self.call("GET", path, None)

    def post(self, path, body):
        return self.call("POST", path, json.dumps(body))

    def call(self, method, path, body):
        self.wire.request(method, f"/api/v1{path}", body, self.headers)
        return json.loads(self.wire.getresponse().read())

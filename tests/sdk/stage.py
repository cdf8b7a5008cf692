"""What check.py stands on: the server as a process, a receiver on this machine, the SDK client
with a note of what was called, and the count of checks. It knows nothing of what is checked."""

import http.server
import inspect
import os
import re
import subprocess
import threading
import time

from jobcelis import JobcelisClient, JobcelisError

DEADLINE = 20  # seconds that a condition may take


def until(what, look):
    """Polls `look` until it returns something true, which is returned."""
    end = time.monotonic() + DEADLINE
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"gave up waiting until {what}")
        time.sleep(0.02)


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


class Receiver(http.server.ThreadingHTTPServer):
    """Records every delivery; answers 200, or what `status` says for a path."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Hit)
        self.status = {}
        self.hits = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def wait(self, path, count=1):
        """The deliveries to a path, once there are so many."""

        def look():
            found = [hit for hit in list(self.hits) if hit.path == path]
            return found if len(found) >= count else None

        return until(f"{path} was called {count} times", look)


class Hit(http.server.BaseHTTPRequestHandler):
    """One delivery: `path`, `headers` and `body`."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.hits.append(Arrived(self.path, self.headers, self.body))
        self.send_response(self.server.status.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Arrived:
    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body


class Client:
    """The SDK's client; every method used is noted in `called`."""

    called = set()

    def __init__(self, url, key=""):
        self.sdk = JobcelisClient(api_key=key, base_url=url)

    def __getattr__(self, name):
        Client.called.add(name)
        return getattr(self.sdk, name)

    def unused(self):
        """The methods that nothing called, each with whether the server has its route."""
        methods = inspect.getmembers(JobcelisClient, inspect.isfunction)
        names = [name for name, _ in methods if not name.startswith("_") and name not in Client.called]
        return [(name, self.served(getattr(self.sdk, name))) for name in names]

    def served(self, method):
        """Does the server know the path of a method? Asked without a key, so nothing can happen."""
        kinds = {dict: {}, list: []}
        given = [
            kinds.get(getattr(p.annotation, "__origin__", p.annotation), "none")
            for p in inspect.signature(method).parameters.values()
            if p.default is p.empty and p.kind is not p.VAR_KEYWORD
        ]
        try:
            method(*given)
        except JobcelisError as error:
            return (error.status, error.detail) != (404, "Not found")
        return True


class Checks:
    """Counts and prints; a section that breaks off is one failure and the next one goes on."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def section(self, name, run, *args):
        print(f"\n{name}")
        try:
            return run(self, *args)
        except Exception as why:
            self.note(False, f"broken off by {type(why).__name__}: {why}")

    def note(self, good, what):
        print(f"  {'ok  ' if good else 'FAIL'} {what}")
        if good:
            self.passed += 1
        else:
            self.failed += 1

    def equal(self, what, found, wanted):
        self.note(found == wanted, what if found == wanted else f"{what}: {found!r} is not {wanted!r}")

    def refused(self, what, wanted, call):
        """The SDK raises its error with this status and this text."""
        try:
            self.note(False, f"{what}: it answered {call()!r}")
        except JobcelisError as error:
            self.equal(what, (error.status, error.detail), wanted)

"""Crowds of callers that grow and shrink, and what each script allows them to see: the scripts of a
load test as users of such servers know them (callers that pause between requests), beside readers
of the live stream, and the rate of deliveries. Exit code 1 when a limit is passed.

`jobcelis bench` asks what the machine can do; this asks whether people wait."""

import argparse
import asyncio
import json
import os
import random
import sys
import time
from urllib.parse import urlparse

from served import Api, Server

TOPICS = ["user.signup", "order.created", "payment.completed", "invoice.paid", "user.login"]


class Tally:
    """How long requests took, in ms, and how many went wrong."""

    def __init__(self):
        self.took, self.wrong = [], 0

    def at(self, percent):
        times = sorted(self.took)
        return times[min(len(times) - 1, len(times) * percent // 100)] if times else float("inf")

    def errors(self):
        return 100 * self.wrong / max(1, len(self.took) + self.wrong)


class Wire:
    """One connection that is kept."""

    def __init__(self, address, key):
        self.address, self.key, self.streams = address, key, None

    async def call(self, method, path, body=None):
        if self.streams is None:
            self.streams = await asyncio.open_connection(*self.address)
        reader, writer = self.streams
        text = json.dumps(body).encode() if body is not None else b""
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.key}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
        writer.write(head.encode() + text)
        fields = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = fields.partition("content-length: ")[2].partition("\r")[0]
        if length:
            await reader.readexactly(int(length))
        elif "transfer-encoding: chunked" in fields:
            while (size := int(await reader.readline(), 16)) > 0:
                await reader.readexactly(size + 2)
            await reader.readline()
        return int(fields.split(" ", 2)[1])


async def crowd(stages, pause, step, share):
    """Runs as many callers as each stage wants, growing and shrinking within it."""
    tally, callers, stop = Tally(), [], []

    async def caller(ended):
        while not ended.is_set():
            begun = time.perf_counter()
            try:
                good = await step(tally)
            except (OSError, asyncio.IncompleteReadError):
                good = False
            took = (time.perf_counter() - begun) * 1000
            if good:
                tally.took.append(took)
            else:
                tally.wrong += 1
            await asyncio.sleep(pause)

    for wanted, seconds in stages:
        begun, from_ = time.monotonic(), len(stop)
        while (gone := time.monotonic() - begun) < seconds * share:
            now = from_ + round((wanted - from_) * gone / (seconds * share))
            while len(stop) < now:
                stop.append(asyncio.Event())
                callers.append(asyncio.create_task(caller(stop[-1])))
            while len(stop) > now:
                stop.pop().set()
            await asyncio.sleep(0.05)
    for ended in stop:
        ended.set()
    await asyncio.gather(*callers)
    return tally


def verdict(name, tally, p95, p99=None, errors=5.0):
    good = tally.at(95) < p95 and (p99 is None or tally.at(99) < p99) and tally.errors() < errors
    limits = f"p95 < {p95}" + (f", p99 < {p99}" if p99 else "") + f", errors < {errors:g} %"
    print(f"{'ok  ' if good else 'FAIL'} {name}: {len(tally.took)} requests, p50 {tally.at(50):.1f}, p95 {tally.at(95):.1f}, "
          f"p99 {tally.at(99):.1f} ms, {tally.errors():.2f} % errors ({limits})", flush=True)
    return good


class Scene:
    def __init__(self, url, share):
        place = urlparse(url)
        self.api, self.share = Api(url, "load@example.org"), share
        self.address, self.key = (place.hostname, place.port), self.api.headers["Authorization"][7:]
        self.wires = []

    async def send(self, method, path, body=None):
        wire = self.wires.pop() if self.wires else Wire(self.address, self.key)
        status = await wire.call(method, path, body)
        self.wires.append(wire)
        return status

    async def event(self, _=None):
        body = {"topic": random.choice(TOPICS), "payload": {"id": random.randrange(10**6), "amount": 99.99, "at": time.time()}}
        return await self.send("POST", "/api/v1/events", body) == 202

    async def events(self, name="events"):
        tally = await crowd([(50, 30), (100, 60), (200, 30), (0, 30)], 0.1, self.event, self.share)
        return verdict(name, tally, 500, 1000)

    async def webhooks(self):
        for n in range(10):
            self.api.post("/webhooks", {"url": f"http://127.0.0.1:9/{n}", "topics": ["never"]})

        async def step(_):
            return [await self.send("GET", f"/api/v1/{path}") for path in ("webhooks", "deliveries")] == [200, 200]
        return verdict("webhooks", await crowd([(30, 20), (50, 60), (0, 20)], 0.5, step, self.share), 800)

    async def health(self):
        async def step(_):
            return await self.send("GET", "/health") == 200
        tally = await crowd([(100, 10), (200, 30), (0, 10)], 0.05, step, self.share)
        return verdict("health", tally, 200, errors=1.0)

    async def streams(self):
        """The script of events beside a hundred readers, of whom each must hear of every event."""
        heard, over = [0] * 100, asyncio.Event()

        async def read(n, ready):
            reader, writer = await asyncio.open_connection(*self.address, limit=1 << 20)
            writer.write(f"GET /api/v1/stream?types=event.created&payload=false HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.key}\r\n\r\n".encode())
            await reader.readuntil(b'"connected"')
            ready.set()
            while not over.is_set():
                piece = await reader.read(1 << 16)
                if not piece:
                    return
                # A message has one line that begins so; none is cut in two by a frame.
                heard[n] += piece.count(b"\nid: ") + piece.startswith(b"id: ")
        signs = [asyncio.Event() for _ in heard]
        readers = [asyncio.create_task(read(n, sign)) for n, sign in enumerate(signs)]
        await asyncio.gather(*(sign.wait() for sign in signs))
        before = len(self.sent)
        tally = await crowd([(50, 30), (100, 60), (0, 10)], 0.1, self.counted, self.share)
        wanted = len(self.sent) - before
        end = time.monotonic() + 15
        while min(heard) < wanted and time.monotonic() < end:
            await asyncio.sleep(0.05)
        over.set()
        for reader in readers:
            reader.cancel()
        good = min(heard) >= wanted
        print(f"{'ok  ' if good else 'FAIL'} readers: {wanted} events, heard of by each {min(heard)} to {max(heard)}", flush=True)
        return verdict("events beside 100 readers", tally, 500, 1000) and good

    sent = []

    async def counted(self, tally):
        good = await self.event(tally)
        if good:
            self.sent.append(None)
        return good

    async def deliveries(self):
        """Events at full speed to one receiver: how many arrive a second, and whether all do."""
        arrived = [0]

        async def receive(reader, writer):
            try:
                while True:
                    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
                    await reader.readexactly(int(head.partition("content-length: ")[2].partition("\r")[0]))
                    arrived[0] += 1
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                writer.close()
        receiver = await asyncio.start_server(receive, "127.0.0.1", 0)
        port = receiver.sockets[0].getsockname()[1]
        hook = self.api.post("/webhooks", {"url": f"http://127.0.0.1:{port}/in", "topics": TOPICS})
        begun, before = time.monotonic(), len(self.sent)
        tally = await crowd([(64, 1), (64, 20)], 0, self.counted, self.share)
        wanted = len(self.sent) - before
        end = time.monotonic() + 60
        while arrived[0] < wanted and time.monotonic() < end:
            await asyncio.sleep(0.02)
        took = time.monotonic() - begun
        self.api.call("DELETE", f"/webhooks/{hook['id']}", None)
        receiver.close()
        good = arrived[0] >= wanted
        print(f"{'ok  ' if good else 'FAIL'} deliveries: {wanted} events, {arrived[0]} arrived, {arrived[0] / took:.0f} a second", flush=True)
        return verdict("events beside deliveries", tally, 500, 1000) and good


SCRIPTS = ["events", "webhooks", "health", "streams", "deliveries"]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("scripts", nargs="*", metavar="SCRIPT", help=f"of {', '.join(SCRIPTS)}; all if none is named")
    options.add_argument("--share", type=float, default=1.0, help="of the time that the stages take")
    given = options.parse_args()
    unknown = set(given.scripts) - set(SCRIPTS)
    if unknown:
        options.error(f"there is no script {', '.join(sorted(unknown))}")
    flags = ["--rate-limit", "off", "--auth-rate-limit", "off"]
    with Server(os.environ["JOBCELIS_BIN"], *flags) as url:
        scene = Scene(url, given.share)
        results = [asyncio.run(run(scene, name)) for name in given.scripts or SCRIPTS]
    sys.exit(0 if all(results) else 1)


async def run(scene, name):
    scene.wires = []
    return await getattr(scene, name)()


if __name__ == "__main__":
    main()

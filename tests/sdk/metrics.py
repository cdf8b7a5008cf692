#!/usr/bin/env python3
"""Has the published parsers of Prometheus read the page of metrics of a server that has worked:
both forms with the Python client, and the older one with promtool, if $PROMTOOL or the path has it.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
import uuid

from prometheus_client.openmetrics import parser as openmetrics
from prometheus_client.parser import text_string_to_metric_families

from served import Server
from stage import Checks, Client, Receiver, until

PASSWORD = "Correct-Horse-77"
ODD = 'odd "topic" with \\ and é'
OPEN = "application/openmetrics-text; version=1.0.0"
WANTED = {
    "jobcelis_events_created": "counter",
    "jobcelis_deliveries_success": "counter",
    "jobcelis_deliveries_failed": "counter",
    "jobcelis_circuit_breaker_opened": "counter",
    "jobcelis_circuit_breaker_closed": "counter",
    "jobcelis_webhooks_active": "gauge",
    "jobcelis_circuit_breakers_open": "gauge",
    "jobcelis_deliveries_pending": "gauge",
    "jobcelis_delivery_latency_milliseconds": "histogram",
    "jobcelis_build_info": "gauge",
    "jobcelis_http_requests": "counter",
    "jobcelis_http_request_duration_seconds": "histogram",
    "jobcelis_queue_depth": "gauge",
    "jobcelis_dead_letters_open": "gauge",
    "jobcelis_db_size_bytes": "gauge",
    "jobcelis_db_wal_bytes": "gauge",
    "process_cpu_seconds": "counter",
    "process_resident_memory_bytes": "gauge",
}


def fetch(url, accept="text/plain"):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept})) as answer:
        return answer.read().decode()


def work(server, receiver):
    """Some of everything; the webhook and the page."""
    client = Client(server)
    made = client.register(f"metrics-{uuid.uuid4().hex}@example.org", PASSWORD, name="Metrics")
    client = Client(server, made["api_key"])
    hook = client.create_webhook(receiver.url("/in"), topics=["order.*"])
    receiver.status["/bad"] = 500
    client.create_webhook(receiver.url("/bad"), topics=["bad"])
    for _ in range(6):
        client.send_event("order.created", {"n": 1})
        client.send_event("bad", {})
    client.send_event(ODD, {})
    receiver.wait("/in", 6)
    receiver.wait("/bad", 5)
    return made["project_id"], hook["id"]


def families(checks, name, read, project, hook):
    found = {family.name: family for family in read}
    missing = {name: kind for name, kind in WANTED.items() if name not in found or found[name].type != kind}
    checks.equal(f"{name}: every family has its type", missing, {})
    samples = {
        (sample.name, sample.labels.get("topic"), sample.labels.get("webhook_id")): sample.value
        for family in found.values()
        for sample in family.samples
        if sample.labels.get("project_id") == project
    }
    checks.equal(f"{name}: an odd topic", samples.get(("jobcelis_events_created_total", ODD, None)), 1)
    checks.equal(
        f"{name}: deliveries", samples.get(("jobcelis_deliveries_success_total", "order.created", hook)), 6
    )
    buckets = [
        sample
        for sample in found["jobcelis_delivery_latency_milliseconds"].samples
        if sample.name.endswith("_bucket") and sample.labels["webhook_id"] == hook
    ]
    checks.equal(f"{name}: buckets", [float(sample.labels["le"]) for sample in buckets][:3], [10.0, 25.0, 50.0])
    checks.note(len(buckets) == 11, f"{name}: and the last one is open")


def promtool(checks, text):
    program = os.environ.get("PROMTOOL") or shutil.which("promtool")
    if not program:
        print("  promtool is not here: not asked")
        return
    run = subprocess.run([program, "check", "metrics"], input=text, capture_output=True, text=True)
    # 3 is for remarks on style; the one name that it does not like is a given.
    remarks = [line for line in (run.stdout + run.stderr).splitlines() if "latency_milliseconds" not in line]
    checks.equal("promtool reads it and finds nothing else to say", (run.returncode in (0, 3), remarks), (True, []))


def main():
    checks, receiver = Checks(), Receiver()
    server = Server(os.environ["JOBCELIS_BIN"], "--metrics-listen", "127.0.0.1:0")
    with server as address:
        project, hook = work(address, receiver)
        page = until("it says where the page is", lambda: re.search(r"metrics at (http://\S+)", "".join(server.log)))[1]
        wanted = f'webhook_id="{hook}",topic="order.created"}} 6'
        until("all is counted", lambda: wanted in fetch(page))
        begun = time.monotonic()
        text, opened = fetch(page), fetch(page, OPEN)
        print(f"  two pages in {(time.monotonic() - begun) * 1000:.1f} ms")
        checks.section("text", families, "text", text_string_to_metric_families(text), project, hook)
        read = openmetrics.text_string_to_metric_families(opened)
        checks.section("openmetrics", families, "openmetrics", read, project, hook)
        checks.section("promtool", promtool, text)
    print(f"\n{checks.passed} checks passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())

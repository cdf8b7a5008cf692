#!/usr/bin/env python3
"""Runs the published Python SDK, unchanged, against a server, and lets its verifier and that of
Standard Webhooks judge real deliveries.

A server given by URL must take registrations and deliver to this machine over http, as
`jobcelis serve --dev` does. Exits 1 if a check fails.
"""

import argparse
import base64
import json
import os
import sys
import textwrap
import time
import uuid
from datetime import datetime, timedelta, timezone

from jobcelis import verify_webhook_signature
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from files import exports, numbers
from served import Server
from stage import Checks, Client, Receiver, until

NO_ID = "0199b5a0-ffff-7000-8000-00000000dead"
PASSWORD = "Correct-Horse-77"


def pages(call, key, limit):
    """The pages of a list, by following its cursors."""
    cursor = None
    while True:
        page = call(limit=limit, cursor=cursor)
        yield page[key]
        if not page["has_next"]:
            assert page["next_cursor"] is None, "a last page has no cursor"
            return
        cursor = page["next_cursor"]


def account(checks, url):
    client = Client(url)
    email = f"sdk-{uuid.uuid4().hex}@example.org"
    made = client.register(email, PASSWORD, name="Sdk")
    checks.equal("register tells the user", made["user"]["email"], email)
    checks.refused("a taken address", (409, "Email already registered"), lambda: client.register(email, PASSWORD))
    checks.refused("a wrong password", (401, "Invalid email or password"), lambda: client.login(email, "Wrong-Horse-77"))
    session = client.login(email, PASSWORD)
    fresh = client.refresh_token(session["refresh_token"])
    client.set_auth_token(fresh["token"])
    checks.equal("a refreshed token reads the project", client.get_project()["id"], made["project_id"])
    key = made["api_key"]
    both = Client(url, key)
    both.set_auth_token(fresh["token"])
    checks.equal("so do a key and a token together", both.get_project()["id"], made["project_id"])
    checks.refused("no credential", (401, "Invalid API key"), lambda: Client(url).list_events())
    checks.refused("an unknown key", (401, "Invalid API key"), lambda: Client(url, "jc_live_no").list_events())
    return key


def events(checks, client):
    sent = client.send_event("order.created", {"order_id": "12345", "amount": 99.99})
    checks.equal(
        "the hash of a payload",
        sent["payload_hash"],
        "sha256:d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9",
    )
    one = client.get_event(sent["event_id"])
    checks.equal("the payload comes back as sent", one["payload"], {"order_id": "12345", "amount": 99.99})
    first = client.send_event("order.paid", {"n": 1}, idempotency_key="once")
    again = client.send_event("order.paid", {"n": 1}, idempotency_key="once")
    checks.equal("a repeated key gives the first event", again["event_id"], first["event_id"])
    later = (datetime.now(timezone.utc) + timedelta(hours=1)).isoformat()
    waiting = client.send_event("order.late", {}, deliver_at=later)
    checks.note(waiting["deliver_at"] is not None, "an event can wait")
    checks.refused(
        "a time that is none",
        (422, "deliver_at must be an ISO 8601 timestamp"),
        lambda: client.send_event("order.late", {}, deliver_at="soon"),
    )

    batch = client.send_events([{"topic": "batch.item", "payload": {"n": n}} for n in range(40)] + [{"topic": 5}])
    checks.equal("a batch is judged one by one", (batch["accepted"], batch["rejected"]), (40, 1))
    refused = batch["events"][40]
    checks.equal("the refused one says why", refused["error"], "topic must be a string")
    many = client.send_events([{"topic": "batch.large", "payload": {"n": n}} for n in range(1000)])
    checks.equal("a batch of 1000", many["accepted"], 1000)
    checks.refused(
        "a batch of 1001", (422, "events must have at most 1000 items"), lambda: client.send_events([{}] * 1001)
    )

    found = list(pages(client.list_events, "events", 200))
    ids = [event["id"] for page in found for event in page]
    checks.equal("pages of 200", [len(page) for page in found], [200] * 5 + [43])
    checks.equal("no event comes twice", len(set(ids)), 1043)
    checks.equal("the newest is first", ids, sorted(ids, reverse=True))
    small = client.list_events(limit=7)
    rest = client.list_events(limit=7, cursor=small["next_cursor"])
    checks.equal("pages of 7 go on where they ended", [e["id"] for e in small["events"] + rest["events"]], ids[:14])
    checks.refused("a cursor that is none", (400, "Invalid cursor"), lambda: client.list_events(cursor="x"))

    checks.equal("deleting answers", client.delete_event(first["event_id"]), None)
    checks.equal("the deleted one is inactive", client.get_event(first["event_id"])["status"], "inactive")
    checks.note(first["event_id"] not in [e["id"] for e in client.list_events(limit=200)["events"]], "and not listed")
    checks.refused("an unknown event", (404, "Event not found"), lambda: client.get_event(NO_ID))
    checks.refused("an id of another form", (404, "Event not found"), lambda: client.get_event("evt_abc123"))
    topics = client.list_topics()["topics"]
    checks.equal("the topics", topics, ["batch.item", "batch.large", "order.created", "order.late"])


def webhooks(checks, client, receiver):
    config = {
        "topics": ["shop.*"],
        "filters": [{"path": "amount", "op": "gt", "value": 100}],
        "body_config": {"body_mode": "pick", "body_pick": ["amount"]},
        "headers": {"X-Shop": "1"},
        "retry_config": {"max_attempts": 3},
    }
    made = client.create_webhook(receiver.url("/shop"), rate_limit={"max_per_second": 50}, **config)
    shown = client.get_webhook(made["id"])
    checks.equal("the configuration comes back as sent", {name: shown[name] for name in config}, config)
    checks.equal("so does the rate limit", shown["rate_limit"], {"max_per_second": 50})
    checks.note(made["secret"].startswith("whsec_") and "secret" not in shown, "the secret is shown once")
    checks.refused("no URL", (400, "Missing required field: url"), lambda: client.create_webhook(""))
    checks.refused(
        "a filter that is none",
        (422, "filter 1: unknown operator"),
        lambda: client.create_webhook(receiver.url("/"), filters=[{"path": "a", "op": "like", "value": 1}]),
    )

    simulated = client.simulate_event("shop.sold", {"amount": 150})
    checks.equal("a simulated event finds it", [r["webhook_id"] for r in simulated["results"]], [made["id"]])
    body = simulated["results"][0]["would_send_body"]
    checks.equal("and shows the body", (body["amount"], body["topic"]), (150, "shop.sold"))
    checks.equal("a small one does not", client.simulate_event("shop.sold", {"amount": 5})["matching_webhooks"], 0)

    tested = client.test_webhook(made["id"])
    checks.equal("a test call", (tested["success"], tested["status"]), (True, 200))
    call = receiver.wait("/shop")[0]
    checks.equal("has the own header", call.headers["X-Shop"], "1")
    judge(checks, "it", call, made["secret"], made["secret"])

    changed = client.update_webhook(made["id"], rate_limit={"max_per_minute": 600}, filters=[])
    checks.equal("a change replaces", (changed["rate_limit"], changed["filters"]), ({"max_per_minute": 600}, []))
    checks.equal("and leaves the rest", changed["topics"], ["shop.*"])
    event = client.send_event("shop.sold", {"amount": 1, "cost": 2})
    receiver.wait("/shop", 2)
    done = settled(client, event["event_id"])
    checks.equal("the delivery", (done["status"], done["response_status"]), ("success", 200))
    health = client.webhook_health(made["id"])
    checks.equal("its health", (health["health"]["status"], health["health"]["success_rate"]), ("healthy", 1.0))

    more = [client.create_webhook(receiver.url("/none"), topics=["none"])["id"] for _ in range(4)]
    listed = [hook["id"] for page in pages(client.list_webhooks, "webhooks", 2) for hook in page]
    checks.equal("pages of webhooks", listed, [*reversed(more), made["id"]])
    for each in (*more, made["id"]):
        client.delete_webhook(each)
    checks.equal("deleted ones are not listed", client.list_webhooks()["webhooks"], [])
    checks.refused("an unknown webhook", (404, "Webhook not found"), lambda: client.get_webhook(NO_ID))
    names = [template["id"] for template in client.webhook_templates()["templates"]]
    checks.equal("the templates", names, ["slack", "discord", "telegram", "email", "generic", "custom"])


def settled(client, event):
    """The only delivery of an event, once it needs no further attempt."""
    def look():
        [one] = client.list_deliveries(event_id=event)["deliveries"]
        return one if one["status"] != "pending" and one["next_retry_at"] is None else None
    return until(f"the delivery of {event} is final", look)


def judge(checks, what, hit, secret, standard_secret):
    """Both verifiers accept a delivery, and refuse it once a byte or the secret differs."""
    text, signature = hit.body.decode(), hit.headers["X-Signature"]
    verdicts = {
        "the SDK's verifier": verify_webhook_signature(secret, text, signature),
        "the SDK's verifier, other body": not verify_webhook_signature(secret, text + " ", signature),
        "the SDK's verifier, other secret": not verify_webhook_signature(secret + "x", text, signature),
        "standardwebhooks": standard(hit, standard_secret, hit.body),
        "standardwebhooks, other body": not standard(hit, standard_secret, hit.body + b" "),
        "standardwebhooks, other secret": not standard(hit, coded("another secret of 24 b.."), hit.body),
    }
    checks.equal(f"both verifiers accept {what}", [name for name, right in verdicts.items() if not right], [])


def coded(text):
    """What a Standard Webhooks library is given for a secret that is no `whsec_` one."""
    return "whsec_" + base64.b64encode(text.encode()).decode()


def standard(hit, secret, body):
    try:
        Webhook(secret).verify(body, dict(hit.headers))
        return True
    except WebhookVerificationError:
        return False


def signatures(checks, client, receiver):
    """Each form of secret."""
    custom = coded("my own 32 bytes, written as text")
    forms = [
        ("the generated secret", None, None),
        ("a custom whsec_ secret", custom, custom),
        ("any other text", "correct horse battery staple", coded("correct horse battery staple")),
        ("whsec_ without base64", "whsec_test_secret", coded("whsec_test_secret")),
        ("a text beyond ASCII", "clé sécrète ✓", coded("clé sécrète ✓")),
    ]
    for number, (name, secret, library) in enumerate(forms):
        path, topic = f"/signed/{number}", f"signed.{number}"
        given = {} if secret is None else {"secret": secret}
        made = client.create_webhook(receiver.url(path), topics=[topic], **given)
        payload = {"note": "café ✓ </script>", "n": 12345678901234567890123}
        event = client.send_event(topic, payload)
        [hit] = receiver.wait(path)
        checks.equal(f"{name}: the payload arrives", json.loads(hit.body)["payload"], payload)
        judge(checks, "it", hit, made["secret"], library or made["secret"])
        checks.equal("  webhook-id is the event", hit.headers["webhook-id"], event["event_id"])
        age = abs(time.time() - int(hit.headers["webhook-timestamp"]))
        checks.note(age < 60, "  webhook-timestamp is now")

    made = client.create_webhook(receiver.url("/rotated"), topics=["rotated"], secret="old secret")
    client.update_webhook(made["id"], secret="new secret")
    client.send_event("rotated", {})
    [hit] = receiver.wait("/rotated")
    judge(checks, "the first delivery with a changed secret", hit, "new secret", coded("new secret"))


def deliveries(checks, client, receiver):
    hook = client.create_webhook(receiver.url("/flaky"), topics=["flaky.*"])
    receiver.status["/flaky"] = 500
    event = client.send_event("flaky.one", {"n": 1})
    [first] = receiver.wait("/flaky")

    def failed():
        rows = client.list_deliveries(status="failed", webhook_id=hook["id"])["deliveries"]
        return rows and rows[0]

    row = until("the first attempt has failed", failed)
    checks.equal("a failed attempt", (row["attempt_number"], row["error"]), (1, "HTTP 500"))
    checks.note(row["next_retry_at"] is not None, "will be tried again")
    receiver.status["/flaky"] = 200
    client.retry_delivery(row["id"])
    second = receiver.wait("/flaky", 2)[1]
    done = settled(client, event["event_id"])
    checks.equal("retried by hand", (done["id"], done["status"], done["attempt_number"]), (row["id"], "success", 2))
    for name in ("X-Delivery-Id", "webhook-id"):
        checks.equal(f"{name} stays", first.headers[name], second.headers[name])
    judge(checks, "the second attempt", second, hook["secret"], hook["secret"])
    for n in range(5):
        client.send_event("flaky.more", {"n": n})
    receiver.wait("/flaky", 7)
    found = list(pages(lambda **page: client.list_deliveries(webhook_id=hook["id"], **page), "deliveries", 4))
    checks.equal("pages of deliveries", [len(page) for page in found], [4, 2])
    checks.refused(
        "an unknown status",
        (422, "status must be one of: pending, success, failed, circuit_open"),
        lambda: client.list_deliveries(status="lost"),
    )
    checks.refused("an unknown delivery", (404, "Delivery not found"), lambda: client.retry_delivery(NO_ID))


def dead_letters(checks, client, receiver):
    hook = client.create_webhook(receiver.url("/gone"), topics=["gone"])
    receiver.status["/gone"] = 404
    sent = [client.send_event("gone", {"n": n})["event_id"] for n in range(3)]

    def dead():
        rows = client.list_dead_letters()["dead_letters"]
        return rows if len(rows) == 3 else None

    rows = until("all three are dead letters", dead)
    checks.equal("each event has its dead letter", sorted(row["event_id"] for row in rows), sorted(sent))
    found = [row["id"] for page in pages(client.list_dead_letters, "dead_letters", 2) for row in page]
    checks.equal("pages of dead letters", found, [row["id"] for row in rows])
    row = client.get_dead_letter(rows[0]["id"])
    checks.equal("one tells why", (row["last_error"], row["attempts_exhausted"]), ("HTTP 404", 1))
    checks.equal("and what", (row["webhook_id"], row["original_payload"].keys()), (hook["id"], {"n": 0}.keys()))

    receiver.status["/gone"] = 200
    checks.equal("retrying answers", client.retry_dead_letter(row["id"]), None)
    hit = receiver.wait("/gone", 4)[3]
    checks.equal("the event is sent again", hit.headers["webhook-id"], row["event_id"])
    judge(checks, "it", hit, hook["secret"], hook["secret"])
    checks.equal("the retried one is resolved", client.get_dead_letter(row["id"])["resolved"], True)
    checks.equal("resolving answers", client.resolve_dead_letter(rows[1]["id"]), None)
    left = [row["id"] for row in client.list_dead_letters()["dead_letters"]]
    checks.equal("the third is left", left, [rows[2]["id"]])
    checks.refused("an unknown dead letter", (404, "Dead letter not found"), lambda: client.retry_dead_letter(NO_ID))


def jobs(checks, client, receiver):
    made = client.create_job("daily-report", "default", "0 9 * * *", payload={"type": "daily"})
    checks.equal("a job keeps its time", (made["cron_expression"], made["timezone"]), ("0 9 * * *", "UTC"))
    checks.equal("and its queue", made["queue"], "default")
    checks.equal("its events are named after it", made["topic"], "job.daily-report")
    checks.equal("it is shown as it was made", client.get_job(made["id"])["next_run_at"], made["next_run_at"])
    moved = client.update_job(made["id"], cron_expression="*/5 * * * *", timezone="Europe/Madrid")
    checks.equal("a change moves it", (moved["schedule"], moved["timezone"]), ("*/5 * * * *", "Europe/Madrid"))
    checks.note(moved["next_run_at"] != made["next_run_at"], "to another time")
    call = client.create_job("call", "default", "@hourly", url=receiver.url("/job"), secret="job secret")
    for job in (made, call):
        done = client.sdk._post(f"/api/v1/jobs/{job['id']}/run", {})
        checks.equal("a run by hand", (done["status"], done["trigger"]), ("success", "manual"))
        checks.equal("its run is listed", client.list_job_runs(job["id"])["runs"], [done])
    [hit] = receiver.wait("/job")
    judge(checks, "the request of a job", hit, "job secret", coded("job secret"))
    names = [job["name"] for page in pages(client.list_jobs, "jobs", 1) for job in page]
    checks.equal("pages of jobs", names, ["call", "daily-report"])
    preview = client.cron_preview("*/15 * * * *", count=3)
    checks.equal("a look ahead", (len(preview["next_executions"]), preview["expression"]), (3, "*/15 * * * *"))
    checks.equal("deleting answers", client.delete_job(made["id"]), None)
    checks.equal("a deleted one does not run", client.get_job(made["id"])["next_run_at"], None)
    checks.refused("no time", (400, "Missing required field: name"), lambda: client.create_job("", "q", "@daily"))
    checks.refused(
        "an expression that is none",
        (422, "Invalid cron expression: expected 5 fields, got 1"),
        lambda: client.create_job("n", "q", "hourly"),
    )
    checks.refused("an unknown job", (404, "Job not found"), lambda: client.get_job(NO_ID))


def project(checks, client, url):
    checks.equal("rename the project", client.update_project(name="Shop")["name"], "Shop")
    checks.equal("it stays", client.get_project()["name"], "Shop")
    checks.equal("health", client.health()["status"], "healthy")
    checks.equal("status", client.status()["status"], "healthy")
    token = client.get_token()
    checks.equal("the token's rights", (token["scopes"], token["allowed_ips"]), (["*"], []))
    fresh = Client(url, client.regenerate_token()["token"])
    checks.refused("the old key is dead", (401, "Invalid API key"), client.get_project)
    fresh.update_token_restrictions(scopes=["events:read", "admin"], allowed_ips=["203.0.113.10"])
    checks.refused("another address", (403, "IP not allowed"), fresh.get_project)


def report(checks, url):
    """What was left out: every method of the SDK was called, or is named here."""
    unused = Client(url).unused()
    absent = [name for name, served in unused if not served]
    unchecked = [name for name, served in unused if served]
    print(f"\nSDK methods: {len(Client.called)} called, {len(unused)} skipped")
    for why, names in (("not served", absent), ("served, but NOT CHECKED here", unchecked)):
        print(textwrap.fill(f"{why}: {', '.join(names) or 'none'}", 100, initial_indent="  ", subsequent_indent="    "))
    print(f"\n{checks.passed} checks passed, {checks.failed} failed")


def run(url):
    checks, receiver = Checks(), Receiver()
    key = checks.section("account", account, url)
    if key:
        client = Client(url, key)
        checks.section("events", events, client)
        checks.section("webhooks", webhooks, client, receiver)
        checks.section("signatures", signatures, client, receiver)
        checks.section("deliveries", deliveries, client, receiver)
        checks.section("dead letters", dead_letters, client, receiver)
        checks.section("jobs", jobs, client, receiver)
        checks.section("exports", exports, client, receiver)
        checks.section("numbers, retention and purge", numbers, client)
        checks.section("project", project, client, url)
    report(checks, url)
    return 1 if checks.failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?", help="a running server; without it $JOBCELIS_BIN is started")
    url = parser.parse_args().url
    if url:
        return run(url.rstrip("/"))
    if "JOBCELIS_BIN" not in os.environ:
        parser.error("give the URL of a server, or its program in $JOBCELIS_BIN")
    with Server(os.environ["JOBCELIS_BIN"]) as address:
        return run(address)


if __name__ == "__main__":
    sys.exit(main())

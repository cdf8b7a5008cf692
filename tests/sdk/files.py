"""What leaves a server in numbers and in files, by the published SDK: an exported CSV read by
Python's own reader holds what the JSON export holds, and that is what was sent."""

import csv
import io
import json

# What breaks readers and writers of CSV that are not careful.
ODD = [
    {"text": 'a "quoted" word, a comma; and\na line\r\nend'},
    {"text": "=1+1", "nested": {"list": [1, 2.50, None, True], "empty": {}}},
    {"text": "clé ✓ \u2028 </script>", "big": 12345678901234567890123},
    {"text": "\\ \" ' ` , ,, \t", "": ""},
    {},
]


def exports(checks, client, receiver):
    hook = client.create_webhook(receiver.url("/exported"), topics=["odd.*"])
    sent = {}
    for number, payload in enumerate(ODD):
        sent[client.send_event(f"odd.topic {number}", payload)["event_id"]] = payload
    receiver.wait("/exported", len(ODD))
    for kind in ("events", "deliveries", "audit_log"):
        call = getattr(client, f"export_{kind}")
        text = call("csv").decode()
        titles, *lines = csv.reader(io.StringIO(text, newline=""))
        # The first export is an entry of its own in the log of the second.
        rows = json.loads(call("json"))["data"][-len(lines) :]
        cells = [["" if row[title] is None else str(row[title]) for title in titles] for row in rows]
        checks.note(len(lines) >= len(ODD) and text.endswith("\n"), f"{kind}: {len(lines)} lines of CSV")
        checks.equal(f"{kind}: CSV holds what JSON holds", lines, cells)
        # Not by splitlines: it knows more ends of lines than NDJSON does.
        ndjson = [json.loads(line) for line in call("ndjson").decode().rstrip("\n").split("\n")]
        found = {row["id"] for row in ndjson}
        checks.note(all(row["id"] in found for row in rows), f"{kind}: NDJSON does too")
        if kind == "events":
            payloads = {row["id"]: json.loads(row["payload"]) for row in rows}
            checks.equal("payloads are as they were sent", {id: payloads[id] for id in sent}, sent)
            values = {row["id"]: row["payload"] for row in ndjson}
            checks.equal("in NDJSON they are values", {id: values[id] for id in sent}, sent)
        if kind == "deliveries":
            own = [row for row in rows if row["webhook_id"] == hook["id"]]
            checks.equal("each event has its delivery", {row["event_id"] for row in own}, set(sent))
    checks.refused("an unknown format", (400, "format must be csv, json or ndjson"), lambda: client.export_events("xml"))


def numbers(checks, client):
    events = client.events_per_day()["data"]
    deliveries = client.deliveries_per_day()["data"]
    checks.note(sum(day["count"] for day in events) >= len(ODD), "events are counted by the day")
    checks.equal("deliveries too", [day["count"] for day in deliveries], [day["total"] for day in deliveries])
    top = client.top_topics(limit=3)["data"]
    checks.note(len(top) == 3 and top[0]["count"] >= top[2]["count"], "the busiest topics come first")
    stats = client.webhook_stats()["data"]
    checks.note(all(0 <= one["success_rate"] <= 1 for one in stats) and stats, "webhooks have their numbers")
    checks.equal("nothing is set at first", client.get_retention_policy()["retention_policy"], {})
    changed = client.update_retention_policy({"events_days": 30, "audit_logs_days": 0})
    checks.equal("a policy is kept", changed["retention_policy"], {"events_days": 30, "audit_logs_days": 0})
    checks.refused(
        "too long a time",
        (422, "events_days must be an integer between 0 and 36500"),
        lambda: client.update_retention_policy({"events_days": 36501}),
    )
    old = {"type": "deliveries", "older_than": "2020-01-01", "status": "failed"}
    checks.equal("a preview counts", client.preview_purge(old)["count"], 0)
    checks.equal("a purge tells what went", client.purge_data(old)["deleted_count"], 0)
    before = client.preview_purge({"type": "events", "older_than": "0h", "topic": "odd.*"})["count"]
    gone = client.purge_data({"type": "events", "older_than": "0h", "topic": "odd.*"})
    checks.equal("as many as were counted", (gone["deleted_count"], before), (len(ODD), len(ODD)))
    checks.equal("numbers stay", client.events_per_day()["data"], events)

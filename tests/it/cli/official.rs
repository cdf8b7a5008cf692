//! The command lines that scripts are written with: each makes one documented request and prints
//! the answer with two spaces of indent. A flat table, one line per command line.

use super::stub::{Stub, json};
use crate::support::Answer;

/// Arguments, method, path with query, body.
type Line = (&'static [&'static str], &'static str, &'static str, &'static str);

/// What every line is answered with.
const BODY: &str = r#"{"status":"healthy","n":1.10,"list":[]}"#;

/// The project of the lines that need one.
const P: &str = "0199b5a0-1111-7000-8000-000000000001";

#[rustfmt::skip]
const LINES: &[Line] = &[
    (&["events", "send", "--topic", "order.created", "--payload", r#"{"n":1.10,"big":12345678901234567890123}"#],
        "POST", "/api/v1/events", r#"{"topic":"order.created","payload":{"n":1.10,"big":12345678901234567890123}}"#),
    (&["events", "send", "--payload={}", "--topic=t"], "POST", "/api/v1/events", r#"{"topic":"t","payload":{}}"#),
    (&["events", "send", "--payload", "-1", "--topic", "t"], "POST", "/api/v1/events", r#"{"topic":"t","payload":-1}"#),
    (&["events", "send", "t", "{}"], "POST", "/api/v1/events", r#"{"topic":"t","payload":{}}"#),
    (&["events", "send", "t", r#"{"x":1,"y":2}"#, "--flat"], "POST", "/api/v1/events", r#"{"x":1,"y":2,"topic":"t"}"#),
    (&["events", "send", "t", "{}", "--set", "a.b=c", "--set-json", "n=2.50"],
        "POST", "/api/v1/events", r#"{"topic":"t","payload":{"a":{"b":"c"},"n":2.50}}"#),
    (&["events", "send", "t", "{}", "--deliver-at", "2026-01-02"],
        "POST", "/api/v1/events", r#"{"topic":"t","payload":{},"deliver_at":"2026-01-02"}"#),
    (&["events", "list"], "GET", "/api/v1/events", ""),
    (&["events", "list", "--limit", "5", "--cursor", "c1"], "GET", "/api/v1/events?limit=5&cursor=c1", ""),
    (&["event", "ls", "--topic", "a.*", "--from", "2026-01-01"], "GET", "/api/v1/events?topic=a.*&from=2026-01-01", ""),
    (&["events", "get", "id-1"], "GET", "/api/v1/events/id-1", ""),
    (&["events", "get", "../x"], "GET", "/api/v1/events/..%2Fx", ""),
    (&["events", "delete", "id-1"], "DELETE", "/api/v1/events/id-1", ""),
    (&["events", "rm", "--", "-id"], "DELETE", "/api/v1/events/-id", ""),
    (&["webhooks", "list"], "GET", "/api/v1/webhooks", ""),
    (&["webhooks", "templates"], "GET", "/api/v1/webhooks/templates", ""),
    (&["webhooks", "create", "--url", "https://x.test/h", "--topics", "a,b"],
        "POST", "/api/v1/webhooks", r#"{"url":"https://x.test/h","topics":["a","b"]}"#),
    (&["webhooks", "create", "--url", "https://x.test/h", "--topics", "a", "--max-per-second", "5", "--max-per-minute", "60"],
        "POST", "/api/v1/webhooks",
        r#"{"url":"https://x.test/h","topics":["a"],"rate_limit":{"max_per_second":5,"max_per_minute":60}}"#),
    (&["webhooks", "new", "--url", "u", "--secret", "-s", "-H", "A: b", "--max-attempts", "3", "--inactive"],
        "POST", "/api/v1/webhooks",
        r#"{"url":"u","secret":"-s","headers":{"A":"b"},"retry_config":{"max_attempts":3},"status":"inactive"}"#),
    (&["webhooks", "update", "id-1", "--topics", "c"], "PATCH", "/api/v1/webhooks/id-1", r#"{"topics":["c"]}"#),
    (&["webhooks", "update", "--url", "https://y.test", "id-1"],
        "PATCH", "/api/v1/webhooks/id-1", r#"{"url":"https://y.test"}"#),
    (&["webhooks", "update", "id-1", "--max-per-minute", "9"],
        "PATCH", "/api/v1/webhooks/id-1", r#"{"rate_limit":{"max_per_minute":9}}"#),
    (&["webhooks", "get", "id-1"], "GET", "/api/v1/webhooks/id-1", ""),
    (&["webhook", "delete", "id-1"], "DELETE", "/api/v1/webhooks/id-1", ""),
    (&["webhooks", "health", "id-1"], "GET", "/api/v1/webhooks/id-1/health", ""),
    (&["webhooks", "health"], "GET", "/api/v1/webhooks/health", ""),
    (&["webhooks", "test", "id-1"], "POST", "/api/v1/webhooks/id-1/test", "{}"),
    (&["webhooks", "enable", "id-1"], "PATCH", "/api/v1/webhooks/id-1", r#"{"status":"active"}"#),
    (&["webhooks", "disable", "id-1"], "PATCH", "/api/v1/webhooks/id-1", r#"{"status":"inactive"}"#),
    (&["webhooks", "rotate-secret", "id-1"], "POST", "/api/v1/webhooks/id-1/rotate-secret", ""),
    (&["webhooks", "deliveries", "id-1"], "GET", "/api/v1/deliveries?webhook_id=id-1", ""),
    (&["deliveries", "list", "--limit", "3"], "GET", "/api/v1/deliveries?limit=3", ""),
    (&["deliveries", "list", "--status", "failed", "--event", "e-1", "--webhook", "w-1"],
        "GET", "/api/v1/deliveries?status=failed&event_id=e-1&webhook_id=w-1", ""),
    (&["deliveries", "get", "id-1"], "GET", "/api/v1/deliveries/id-1", ""),
    (&["deliveries", "retry", "id-1"], "POST", "/api/v1/deliveries/id-1/retry", ""),
    (&["dead-letters", "list"], "GET", "/api/v1/dead-letters", ""),
    (&["dlq", "list", "--resolved"], "GET", "/api/v1/dead-letters?resolved=true", ""),
    (&["dead-letters", "get", "id-1"], "GET", "/api/v1/dead-letters/id-1", ""),
    (&["dead-letters", "retry", "id-1"], "POST", "/api/v1/dead-letters/id-1/retry", ""),
    (&["dead-letters", "retry", "id-1", "--payload", r#"{"a":1}"#],
        "POST", "/api/v1/dead-letters/id-1/retry", r#"{"payload":{"a":1}}"#),
    (&["dead-letters", "resolve", "id-1"], "PATCH", "/api/v1/dead-letters/id-1/resolve", ""),
    (&["events", "resend", "e-1", "e-2"], "POST", "/api/v1/replays", r#"{"event_ids":["e-1","e-2"]}"#),
    (&["events", "resend", "e-1", "--webhook", "w-1"],
        "POST", "/api/v1/replays", r#"{"event_ids":["e-1"],"webhook_id":"w-1"}"#),
    (&["replays", "list"], "GET", "/api/v1/replays", ""),
    (&["replay", "ls", "--status", "running", "--limit", "5"], "GET", "/api/v1/replays?status=running&limit=5", ""),
    (&["replays", "get", "id-1"], "GET", "/api/v1/replays/id-1", ""),
    (&["replays", "cancel", "id-1"], "DELETE", "/api/v1/replays/id-1", ""),
    (&["replays", "create", "--topic", "t", "--from", "2026-01-01", "--to", "2026-01-31"],
        "POST", "/api/v1/replays", r#"{"topic":"t","from":"2026-01-01","to":"2026-01-31"}"#),
    (&["replays", "create", "--topic", "*", "--webhook", "w-1"],
        "POST", "/api/v1/replays", r#"{"topic":"*","webhook_id":"w-1"}"#),
    (&["pipelines", "list"], "GET", "/api/v1/pipelines", ""),
    (&["pipeline", "ls", "--include-inactive", "--limit", "5"], "GET", "/api/v1/pipelines?include=inactive&limit=5", ""),
    (&["pipelines", "get", "id-1"], "GET", "/api/v1/pipelines/id-1", ""),
    (&["pipelines", "delete", "id-1"], "DELETE", "/api/v1/pipelines/id-1", ""),
    (&["pipelines", "create", "--name", "p", "--topics", "a,b.*", "--steps", r#"[{"type":"filter","field":"n","gt":1.10}]"#],
        "POST", "/api/v1/pipelines",
        r#"{"name":"p","topics":["a","b.*"],"steps":[{"type":"filter","field":"n","gt":1.10}]}"#),
    (&["pipelines", "new", "--name", "p", "--description", "d", "--webhook", "w-1", "--disable"],
        "POST", "/api/v1/pipelines", r#"{"name":"p","description":"d","webhook_id":"w-1","status":"inactive"}"#),
    (&["pipelines", "update", "id-1", "--name", "q"], "PATCH", "/api/v1/pipelines/id-1", r#"{"name":"q"}"#),
    (&["pipelines", "update", "id-1", "--webhook", "", "--enable"],
        "PATCH", "/api/v1/pipelines/id-1", r#"{"webhook_id":null,"status":"active"}"#),
    (&["pipelines", "test", "id-1", "--payload", r#"{"n":1.10}"#],
        "POST", "/api/v1/pipelines/id-1/test", r#"{"payload":{"n":1.10}}"#),
    (&["pipelines", "test", "id-1", "--topic", "t", "--payload", "{}", "--set", "a=b"],
        "POST", "/api/v1/pipelines/id-1/test", r#"{"topic":"t","payload":{"a":"b"}}"#),
    (&["schemas", "list"], "GET", "/api/v1/event-schemas", ""),
    (&["event-schemas", "ls", "--topic", "a.b", "--include-inactive"],
        "GET", "/api/v1/event-schemas?include=inactive&topic=a.b", ""),
    (&["schemas", "get", "id-1"], "GET", "/api/v1/event-schemas/id-1", ""),
    (&["schemas", "create", "--topic", "t", "--schema", r#"{"maximum":1.10}"#],
        "POST", "/api/v1/event-schemas", r#"{"topic":"t","schema":{"maximum":1.10}}"#),
    (&["schema", "new", "--topic", "t", "--schema", "true", "--schema-version", "3"],
        "POST", "/api/v1/event-schemas", r#"{"topic":"t","schema":true,"version":3}"#),
    (&["schemas", "update", "id-1", "--schema", "{}"], "PATCH", "/api/v1/event-schemas/id-1", r#"{"schema":{}}"#),
    (&["schemas", "update", "--topic", "u", "id-1"], "PATCH", "/api/v1/event-schemas/id-1", r#"{"topic":"u"}"#),
    (&["schemas", "delete", "id-1"], "DELETE", "/api/v1/event-schemas/id-1", ""),
    (&["schemas", "validate", "--topic", "t", "--payload", r#"{"n":1.10}"#],
        "POST", "/api/v1/event-schemas/validate", r#"{"topic":"t","payload":{"n":1.10}}"#),
    (&["schemas", "validate", "--payload", "5", "--schema", "{}"],
        "POST", "/api/v1/event-schemas/validate", r#"{"payload":5,"schema":{}}"#),
    (&["jobs", "list"], "GET", "/api/v1/jobs", ""),
    (&["job", "ls", "--include-inactive", "--limit", "5"], "GET", "/api/v1/jobs?include=inactive&limit=5", ""),
    (&["jobs", "get", "id-1"], "GET", "/api/v1/jobs/id-1", ""),
    (&["jobs", "delete", "id-1"], "DELETE", "/api/v1/jobs/id-1", ""),
    (&["jobs", "update", "id-1", "--name", "n", "--cron", "0 9 * * *"],
        "PATCH", "/api/v1/jobs/id-1", r#"{"name":"n","cron":"0 9 * * *"}"#),
    (&["jobs", "update", "id-1", "--at", "06:05", "--timezone", "Europe/Madrid", "--disable"],
        "PATCH", "/api/v1/jobs/id-1",
        r#"{"schedule_hour":6,"schedule_minute":5,"timezone":"Europe/Madrid","status":"inactive"}"#),
    (&["jobs", "update", "id-1", "--day-of-week", "fri", "--topics", "a,b", "--payload", "{}", "--enable"],
        "PATCH", "/api/v1/jobs/id-1",
        r#"{"schedule_type":"weekly","schedule_day_of_week":"fri","topics":["a","b"],"payload":{},"status":"active"}"#),
    (&["jobs", "create", "--name", "n", "--schedule", "monthly", "--day-of-month", "31", "--at", "9:00", "--topic", "t"],
        "POST", "/api/v1/jobs",
        r#"{"name":"n","schedule_type":"monthly","schedule_config":{"day_of_month":31,"hour":9,"minute":0},"action_type":"emit_event","action_config":{"topic":"t"}}"#),
    (&["jobs", "new", "--name", "n", "--url", "https://x.test", "--method", "PUT", "--headers", r#"{"A":"b"}"#, "--body", "[1.10]", "--secret", "-s"],
        "POST", "/api/v1/jobs",
        r#"{"name":"n","schedule_type":"daily","schedule_config":{},"action_type":"post_url","action_config":{"payload":[1.10],"url":"https://x.test","method":"PUT","headers":{"A":"b"},"secret":"-s"}}"#),
    (&["jobs", "runs", "id-1", "--limit", "5"], "GET", "/api/v1/jobs/id-1/runs?limit=5", ""),
    (&["jobs", "runs", "--limit", "5", "id-1", "--status", "failed"],
        "GET", "/api/v1/jobs/id-1/runs?status=failed&limit=5", ""),
    (&["jobs", "run", "id-1"], "POST", "/api/v1/jobs/id-1/run", ""),
    (&["jobs", "cron-preview", "--cron", "0 9 * * *", "--count", "3"],
        "GET", "/api/v1/jobs/cron-preview?expression=0+9+*+*+*&cron=0+9+*+*+*&count=3", ""),
    (&["jobs", "cron-preview", "@daily", "--timezone", "Asia/Kolkata"],
        "GET", "/api/v1/jobs/cron-preview?expression=%40daily&cron=%40daily&timezone=Asia%2FKolkata", ""),
    (&["sandbox", "list"], "GET", "/api/v1/sandbox-endpoints", ""),
    (&["sandbox", "create", "--name", "Till"], "POST", "/api/v1/sandbox-endpoints", r#"{"name":"Till"}"#),
    (&["sandbox", "new", "--ttl-hours", "2"], "POST", "/api/v1/sandbox-endpoints", r#"{"ttl_hours":2}"#),
    (&["sandbox", "rename", "id-1", "--name", "x"], "PATCH", "/api/v1/sandbox-endpoints/id-1", r#"{"name":"x"}"#),
    (&["sandbox", "delete", "id-1"], "DELETE", "/api/v1/sandbox-endpoints/id-1", ""),
    (&["sandbox", "requests", "id-1", "--limit", "5"], "GET", "/api/v1/sandbox-endpoints/id-1/requests?limit=5", ""),
    (&["embed", "tokens", "list"], "GET", "/api/v1/embed/tokens", ""),
    (&["embed", "tokens", "create", "--name", "n", "--scopes", "a,b", "--tenant", "t", "--expires-in", "1m"],
        "POST", "/api/v1/embed/tokens", r#"{"name":"n","scopes":["a","b"],"tenant":"t","expires_in":60}"#),
    (&["embed", "tokens", "revoke", "id-1"], "DELETE", "/api/v1/embed/tokens/id-1", ""),
    (&["embed", "tokens-revoke", "id-1"], "DELETE", "/api/v1/embed/tokens/id-1", ""),
    (&["project", "get"], "GET", "/api/v1/project", ""),
    (&["project", "topics"], "GET", "/api/v1/topics", ""),
    (&["project", "token"], "GET", "/api/v1/token", ""),
    (&["project", "regenerate-token"], "POST", "/api/v1/token/regenerate", ""),
    (&["project", "update", "--name", "Shop"], "PATCH", "/api/v1/project", r#"{"name":"Shop"}"#),
    (&["project", "restrict-token", "--scopes", "events:write,events:read", "--allowed-ips", ""],
        "PATCH", "/api/v1/token", r#"{"scopes":["events:write","events:read"],"allowed_ips":[]}"#),
    (&["project", "update", "--settings", r#"{"n":1.0}"#, "--retention-policy", "{}"],
        "PATCH", "/api/v1/project", r#"{"settings":{"n":1.0},"retention_policy":{}}"#),
    (&["projects", "list"], "GET", "/api/v1/projects", ""),
    (&["projects", "create", "--name", "Shop"], "POST", "/api/v1/projects", r#"{"name":"Shop"}"#),
    (&["projects", "get", "id-1"], "GET", "/api/v1/projects/id-1", ""),
    (&["projects", "update", "id-1", "--name", "Till"], "PATCH", "/api/v1/projects/id-1", r#"{"name":"Till"}"#),
    (&["projects", "delete", "id-1"], "DELETE", "/api/v1/projects/id-1", ""),
    (&["projects", "set-default", "id-1"], "PATCH", "/api/v1/projects/id-1/default", ""),
    (&["members", "list", "--project", P], "GET", "/api/v1/projects/0199b5a0-1111-7000-8000-000000000001/members", ""),
    (&["members", "add", "--project", P, "--email", "eva@x.test", "--role", "member"],
        "POST", "/api/v1/projects/0199b5a0-1111-7000-8000-000000000001/members",
        r#"{"email":"eva@x.test","role":"member"}"#),
    (&["members", "add", "--email", "eva@x.test", "--role", "editor", "--project", P],
        "POST", "/api/v1/projects/0199b5a0-1111-7000-8000-000000000001/members",
        r#"{"email":"eva@x.test","role":"editor"}"#),
    (&["members", "update", "--project", P, "--role", "admin", "m-1"],
        "PATCH", "/api/v1/projects/0199b5a0-1111-7000-8000-000000000001/members/m-1", r#"{"role":"admin"}"#),
    (&["members", "update", "--project", P, "m-1", "--role", "viewer"],
        "PATCH", "/api/v1/projects/0199b5a0-1111-7000-8000-000000000001/members/m-1", r#"{"role":"viewer"}"#),
    (&["members", "remove", "--project", P, "m-1"],
        "DELETE", "/api/v1/projects/0199b5a0-1111-7000-8000-000000000001/members/m-1", ""),
    (&["invitations", "pending"], "GET", "/api/v1/invitations/pending", ""),
    (&["invitations", "accept", "id-1"], "POST", "/api/v1/invitations/id-1/accept", ""),
    (&["invitations", "reject", "id-1"], "POST", "/api/v1/invitations/id-1/reject", ""),
    (&["audit", "list", "--limit", "5"], "GET", "/api/v1/audit-log?limit=5", ""),
    (&["audit", "ls", "--action", "webhook.*", "--actor-email", "a@x.test", "--resource-type", "webhook", "--to", "2026-01-02"],
        "GET", "/api/v1/audit-log?action=webhook.*&actor_email=a%40x.test&resource_type=webhook&to=2026-01-02", ""),
    (&["export", "audit-log", "-f", "-"], "GET", "/api/v1/export/audit-log", ""),
    (&["export", "events", "-f", "-"], "GET", "/api/v1/export/events", ""),
    (&["export", "events", "--topic", "a.*", "--from", "2026-01-01", "--format", "ndjson", "-f", "-"],
        "GET", "/api/v1/export/events?topic=a.*&from=2026-01-01&format=ndjson", ""),
    (&["export", "deliveries", "--status", "failed", "--webhook", "w-1", "--limit", "9", "-f", "-"],
        "GET", "/api/v1/export/deliveries?status=failed&webhook_id=w-1&limit=9", ""),
    (&["export", "jobs", "--from", "2026-01-01", "--format", "csv", "-f", "-"],
        "GET", "/api/v1/export/jobs?from=2026-01-01&format=csv", ""),
    (&["analytics", "events"], "GET", "/api/v1/analytics/events-per-day", ""),
    (&["analytics", "events", "--days", "7", "--fill"], "GET", "/api/v1/analytics/events-per-day?days=7&fill=zero", ""),
    (&["analytics", "deliveries", "--days", "7"], "GET", "/api/v1/analytics/deliveries-per-day?days=7", ""),
    (&["analytics", "topics", "--limit", "5"], "GET", "/api/v1/analytics/top-topics?limit=5", ""),
    (&["analytics", "webhook-stats"], "GET", "/api/v1/analytics/webhook-stats", ""),
    (&["retention", "get"], "GET", "/api/v1/retention", ""),
    (&["retention", "set", "--events-days", "30", "--deliveries-days", "0", "--audit-logs-days", "365"],
        "PATCH", "/api/v1/retention", r#"{"events_days":30,"deliveries_days":0,"audit_logs_days":365}"#),
    (&["retention", "set", "--job-runs-days", "5", "--default", "events,dead-letters"],
        "PATCH", "/api/v1/retention", r#"{"events_days":null,"job_runs_days":5,"dead_letters_days":null}"#),
    (&["purge", "preview", "--type", "events", "--older-than", "2026-01-01", "--topic", "a.*", "--status", "active"],
        "POST", "/api/v1/purge/preview",
        r#"{"type":"events","older_than":"2026-01-01","topic":"a.*","status":"active"}"#),
    (&["purge", "preview", "--type", "events"], "POST", "/api/v1/purge/preview", r#"{"type":"events"}"#),
    (&["simulate", "--topic", "t", "--payload", "{}"], "POST", "/api/v1/simulate", r#"{"topic":"t","payload":{}}"#),
    (&["auth", "register", "--email", "a@x.test", "--password", "pw", "--name", "Ana"],
        "POST", "/api/v1/auth/register", r#"{"email":"a@x.test","password":"pw","name":"Ana"}"#),
    (&["auth", "login", "--email", "a@x.test", "--password", "pw"],
        "POST", "/api/v1/auth/login", r#"{"email":"a@x.test","password":"pw"}"#),
    (&["auth", "refresh", "--token", "t-1"], "POST", "/api/v1/auth/refresh", r#"{"token":"t-1"}"#),
    (&["auth", "mfa-verify", "--token", "t-1", "--code", "000123"],
        "POST", "/api/v1/auth/mfa/verify", r#"{"token":"t-1","mfa_token":"t-1","code":"000123"}"#),
    (&["auth", "mfa", "status"], "GET", "/api/v1/me/mfa", ""),
    (&["auth", "mfa", "setup", "--password", "pw"], "POST", "/api/v1/me/mfa/setup", r#"{"password":"pw"}"#),
    (&["auth", "mfa", "enable", "--code", "000123"], "POST", "/api/v1/me/mfa/enable", r#"{"code":"000123"}"#),
    (&["auth", "mfa", "disable", "--password", "pw", "--code", "000123"],
        "POST", "/api/v1/me/mfa/disable", r#"{"password":"pw","code":"000123"}"#),
    (&["auth", "mfa", "backup-codes", "--password", "pw", "--code", "k3x7q-m2v5d"],
        "POST", "/api/v1/me/mfa/backup-codes", r#"{"password":"pw","code":"k3x7q-m2v5d"}"#),
    (&["gdpr", "consents"], "GET", "/api/v1/me/consents", ""),
    (&["gdpr", "accept", "terms"], "POST", "/api/v1/me/consents/terms/accept", ""),
    (&["gdpr", "revoke", "marketing"], "POST", "/api/v1/me/consents/marketing/revoke", ""),
    (&["gdpr", "export"], "GET", "/api/v1/me/data", ""),
    (&["gdpr", "restrict"], "POST", "/api/v1/me/restrict", ""),
    (&["gdpr", "restrict", "--password", "-pw"], "POST", "/api/v1/me/restrict", r#"{"password":"-pw"}"#),
    (&["gdpr", "lift-restriction"], "DELETE", "/api/v1/me/restrict", ""),
    (&["gdpr", "unrestrict"], "DELETE", "/api/v1/me/restrict", ""),
    (&["gdpr", "object"], "POST", "/api/v1/me/object", ""),
    (&["gdpr", "restore"], "DELETE", "/api/v1/me/object", ""),
    (&["gdpr", "delete", "--yes", "--password", "pw", "--code", "000123"],
        "POST", "/api/v1/me/delete", r#"{"password":"pw","code":"000123"}"#),
    (&["status"], "GET", "/health", ""),
    (&["api", "events"], "GET", "/api/v1/events", ""),
    (&["api", "POST", "/api/v1/x", "-f", "a=1", "-F", "b=2.0"], "POST", "/api/v1/x", r#"{"a":"1","b":2.0}"#),
    (&["api", "GET", "deliveries", "-f", "status=failed"], "GET", "/api/v1/deliveries?status=failed", ""),
];

#[test]
fn each_line_makes_its_request_and_prints_the_answer() {
    for (args, method, target, body) in LINES {
        let stub = Stub::start();
        let path = target.split('?').next().unwrap();
        stub.script(path, [json(200, BODY)]);
        let output = stub.run(args);
        let line = args.join(" ");
        assert_eq!(output.code, Some(0), "{line}: {}", output.stderr);
        let shown = "{\n  \"status\": \"healthy\",\n  \"n\": 1.10,\n  \"list\": []\n}\n";
        // A file is printed as it is.
        let shown = if args[0] == "export" { BODY } else { shown };
        assert_eq!(output.stdout, shown, "{line}");
        assert_eq!(output.stderr, "", "{line}");
        let hits = stub.hits(path);
        assert_eq!(hits.len(), 1, "{line}");
        let hit = &hits[0];
        assert_eq!((hit.method.as_str(), hit.path.as_str(), hit.text()), (*method, *target, *body), "{line}");
        let open = path.starts_with("/api/v1/auth/") || path == "/health";
        let expected = (!open).then_some("Bearer jc_live_test");
        assert_eq!(hit.header("authorization"), expected, "{line}");
        assert_eq!(hit.header("accept"), Some("application/json"), "{line}");
        assert_eq!(hit.header("content-type").is_some(), !body.is_empty(), "{line}");
        let keyed = args[1..].first() == Some(&"send");
        assert_eq!(hit.header("x-idempotency-key").is_some(), keyed, "{line}");
    }
}

#[test]
fn a_batch_is_one_request() {
    let stub = Stub::start();
    stub.script("/api/v1/events/batch", [json(202, r#"{"accepted":2}"#)]);
    let output = stub.cli(&["events", "batch", "--file", "-"]).stdin(r#"[{"topic":"a","n":1.10}, {}]"#).run();
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), "{\n  \"accepted\": 2\n}\n"), "{}", output.stderr);
    assert_eq!(stub.hits("/api/v1/events/batch")[0].text(), r#"{"events":[{"topic":"a","n":1.10},{}]}"#);
    let output = stub.cli(&["events", "batch", "--file", "-"]).stdin("{}").run();
    assert_eq!((output.code, stub.hits("/api/v1/events/batch").len()), (Some(2), 1));
}

#[test]
fn no_content_is_an_empty_text() {
    let stub = Stub::start();
    stub.script("/api/v1/webhooks/id-1", [Answer::status(204).body("")]);
    let output = stub.run(&["webhooks", "delete", "id-1"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(0), "\"\"\n"));
}

#[test]
fn the_base_path_is_kept() {
    let stub = Stub::start();
    stub.script("/base/api/v1/project", [json(200, "{}")]);
    let url = format!("{}/base/", stub.url());
    assert_eq!(stub.run(&["project", "get", "--base-url", &url]).code, Some(0));
    assert_eq!(stub.hits("/base/api/v1/project").len(), 1);
}

#[test]
fn a_noun_alone_lists_its_commands() {
    let stub = Stub::start();
    let nouns = ["events", "webhooks", "deliveries", "dead-letters", "schemas", "project", "auth", "gdpr", "profile"];
    for noun in nouns.into_iter().chain(["projects", "members", "invitations", "audit", "export", "jobs"]) {
        for args in [&[noun][..], &[noun, "--help"], &["help", noun]] {
            let output = stub.run(args);
            assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""), "{args:?}");
            assert!(output.stdout.contains("Commands:"), "{args:?}: {}", output.stdout);
        }
    }
    for args in [&["auth", "mfa"][..], &["auth", "mfa", "--help"], &["help", "auth", "mfa"]] {
        let output = stub.run(args);
        assert!(output.code == Some(0) && output.stdout.contains("backup-codes"), "{args:?}: {}", output.stderr);
    }
    for args in [&[][..], &["help"], &["--help"]] {
        let output = stub.run(args);
        assert!(output.code == Some(0) && output.stdout.contains("events"), "{args:?}");
    }
    for args in [&["version"][..], &["--version"]] {
        let output = stub.run(args);
        let expected = format!("jobcelis {}", env!("CARGO_PKG_VERSION"));
        assert!(output.code == Some(0) && output.stdout.starts_with(&expected), "{args:?}: {}", output.stdout);
    }
}

#[test]
fn what_is_missing_or_unknown_ends_with_2() {
    let stub = Stub::start();
    for args in [
        &["nonsense"][..],
        &["events", "nonsense"],
        &["events", "send", "--topic", "t"],
        &["events", "send", "--payload", "{}"],
        &["events", "send", "--topic", "t", "--payload", "{nope"],
        &["events", "get"],
        &["webhooks", "create"],
        &["webhooks", "update", "id-1"],
        &["deliveries", "retry"],
        &["dead-letters", "resolve"],
        &["schemas", "create", "--topic", "t"],
        &["schemas", "create", "--schema", "{}"],
        &["schemas", "create", "--topic", "t", "--schema", "{nope"],
        &["schemas", "update", "id-1"],
        &["schemas", "validate", "--payload", "{}"],
        &["schemas", "validate", "--topic", "t"],
        &["schemas", "validate", "--topic", "t", "--payload", "{}", "--local"],
        &["schemas", "infer"],
        &["schemas", "infer", "--topic", "t", "--sample", "0"],
        &["jobs", "create"],
        &["jobs", "create", "--name", "n", "--at", "24:00"],
        &["jobs", "create", "--name", "n", "--topic", "t", "--url", "u"],
        &["jobs", "update", "id-1"],
        &["jobs", "cron-preview"],
        &["jobs", "cron-preview", "60 * * * *", "--local"],
        &["auth", "login", "--email", "x"],
        &["auth", "mfa", "setup"],
        &["auth", "mfa", "enable"],
        &["auth", "mfa", "disable", "--password", "x"],
        &["project", "update"],
        &["projects", "create"],
        &["projects", "update", "id-1"],
        &["members", "list"],
        &["members", "add", "--project", P],
        &["members", "add", "--project", P, "--email", "x", "--role", "owner"],
        &["members", "update", "--project", P, "m-1"],
        &["invitations", "accept"],
        &["export", "nonsense"],
        &["export", "audit-log", "--format", "xml"],
        &["gdpr", "accept"],
        &["gdpr", "delete", "--password", "pw"],
        &["events", "list", "--limit", "x"],
        &["events", "list", "-o", "yaml"],
        &["events", "list", "--from", "tomorrow"],
    ] {
        let output = stub.run(args);
        assert_eq!((output.code, output.stdout.as_str()), (Some(2), ""), "{args:?}: {}", output.stderr);
        assert!(output.stderr.starts_with("error: "), "{args:?}: {}", output.stderr);
    }
}

//! That what an older binary has left is found again after the upgrade.

use super::*;

/// What an older binary left: two events of a source, of one of which only its key is there.
const BEFORE: &str = "
    INSERT INTO sources (id, project_id, slug, name, provider, status, verification, mapping, topic_prefix, received,
        rejected, updated_at) VALUES (X'50', X'01', 'acme', 'a', 'acme', 0, '{}', '{}', 'acme.', 2, 0, 0),
        (X'51', X'01', 'globex', 'g', 'globex', 0, '{}', '{}', 'globex.', 1, 0, 0);
    INSERT INTO events (project_id, id, topic, payload, nested, status, hash) VALUES
        (X'01', X'E0', 'native', '{}', 0, 0, X'00'), (X'01', X'E1', 'acme.t', '{}', 0, 0, X'00'),
        (X'01', X'E2', 'globex.t', '{}', 0, 0, X'00');
    INSERT INTO inbound_keys (source_id, hash, event_id) VALUES
        (X'50', X'AA01', X'E1'), (X'50', X'AA02', X'E9'), (X'51', X'AA03', X'E2');
    INSERT INTO inbound (project_id, event_id, source_id, provider, external_id, event_type, occurred_at, state) VALUES
        (X'01', X'E1', X'50', 'acme', 'evt-1', 't', 7, 4),
        (X'01', X'E2', X'51', 'globex', '0123456789012345678901234567890123456789012345678901234567890123x', 't', 8, 2);
    INSERT INTO inbound_raw (event_id, headers, body) VALUES (X'E1', X'0101', X'7B7D'), (X'E2', X'0202', X'5B5D');
    INSERT INTO attempts (seq, delivery_id, n, started_at) VALUES (5, X'D0', 1, 0), (6, X'D1', 1, 0), (7, X'D1', 2, 0);
    INSERT INTO inbound_attempts (project_id, seq, event_id, succeeded) VALUES (X'01', 6, X'E1', 0), (X'01', 7, X'E1', 1);
";

#[test]
fn what_belongs_to_events_of_sources_moves_to_its_new_places() {
    let mut conn = Connection::open_in_memory().expect("opens");
    up_to(&mut conn, Target::Version(25)).expect("as it was");
    conn.execute_batch(BEFORE).expect("stores");
    run(&mut conn).expect("upgrades");
    let read = |sql: &str| -> Vec<String> {
        let mut found = conn.prepare(sql).expect("a statement");
        found.query_map([], |row| row.get(0)).expect("runs").collect::<rusqlite::Result<_>>().expect("reads")
    };
    let row =
        "SELECT HEX(e.id) || ' ' || HEX(COALESCE(e.source_id, '')) || ' ' || HEX(COALESCE(e.raw, '')) FROM events e";
    assert_eq!(read(row), ["E0  ", "E1 50 7B7D", "E2 51 5B5D"]);
    let long = "sha256:aa03";
    let ids = "SELECT HEX(source_id) || ' ' || external_id || ' ' || HEX(event_id) FROM inbound_ids ORDER BY 1";
    assert_eq!(read(ids), ["50 evt-1 E1", "50 sha256:aa02 E9", &format!("51 {long} E2")]);
    assert_eq!(read("SELECT slug || hashed_ids FROM sources ORDER BY slug"), ["acme1", "globex0"]);
    let kept = "SELECT HEX(event_id) || ' ' || state || ' ' || HEX(headers) FROM inbound ORDER BY event_id";
    assert_eq!(read(kept), ["E1 4 0101", "E2 2 0202"]);
    let tried =
        "SELECT seq || ' ' || HEX(COALESCE(inbound, '')) || ' ' || COALESCE(succeeded, '-') FROM attempts ORDER BY seq";
    assert_eq!(read(tried), ["5  -", "6 01 0", "7 01 1"]);
}

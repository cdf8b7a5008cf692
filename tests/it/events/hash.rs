//! The hash of the payload against published vectors: anybody can compute it again.

use crate::support::Daemon;

#[test]
fn published_vectors() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    for (payload, hash) in [
        ("{}", "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),
        (r#"{"order_id":"12345","amount":99.99}"#, "d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9"),
        (
            r#"{ "amount" : 99.99 , "order_id" : "12345" }"#,
            "d840206ca0c7b44c509d60c18a8337b26b3f636c0c015898794c9d61311e35c9",
        ),
        (r#"{"message":"Hello"}"#, "bd0d627406ce45439ab17b9e26ed56de666517e00705d4ea85754ef624be28e4"),
        (r#"{"data":1}"#, "5e0555215395381d3c3f0eec84352b7b860ad92d2a58ab9afa369ffc1cf7c565"),
        (
            r#"{"b":{"y":2,"x":[3,{"k":null,"a":true}]},"a":"é✓"}"#,
            "738103f02da8ce84e2cb2477243e78205aa47413dfbddf8746346f49ca461de3",
        ),
        (
            r#"{"t":"line1\nline2\t\"q\" \\ \/ \u0001"}"#,
            "b28a4e6b0b005d35712fe9e432bc790593e03f401204c6e7838847b5189de0f6",
        ),
        (
            r#"{"n":12345678901234567890123,"big":9007199254740993,"neg":-0.5,"i":100}"#,
            "5e4477908cd0001decdf7c3d6bd055559965aebf638cd6d020f12b73c00d9cb7",
        ),
        (
            r#"{"Z":1,"a":2,"_":3,"é":4,"10":5,"9":6}"#,
            "a0cfdb699643b4417c555895f4754bb0ec3130efc89c6a57e4ce942529a97010",
        ),
    ] {
        let body = format!(r#"{{"topic":"t","payload":{payload}}}"#);
        let answer = account.call("POST", "/events").raw("application/json", body).send().ok(202);
        assert_eq!(answer["payload_hash"], format!("sha256:{hash}"), "{payload}");
        let event = account.get(&format!("/events/{}", answer["id"].as_str().unwrap())).ok(200);
        assert_eq!(event["payload_hash"], answer["payload_hash"]);
    }
}

#[test]
fn control_keys_and_form_do_not_change_it() {
    let daemon = Daemon::shared();
    let account = daemon.register();
    let hash = |body: &str| {
        account.call("POST", "/events").raw("application/json", body).send().ok(202)["payload_hash"].clone()
    };
    let flat = hash(r#"{"a":1}"#);
    assert_eq!(hash(r#"{"topic":"t","a":1}"#), flat);
    assert_eq!(hash(r#"{"payload":{"a":1},"topic":"t","idempotency_key":"k"}"#), flat);
    assert_eq!(hash(r#"{"a":1,"deliver_at":"2020-01-01"}"#), flat);
    assert_ne!(hash(r#"{"a":1.0}"#), flat, "numbers count as written");
}

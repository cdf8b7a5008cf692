//! The face hub: requests of providers and what operators see of them.

mod events;
mod intake;
mod manage;
mod signatures;
mod states;

use crate::support::{Account, Api, Reply, until};
use serde_json::{Value, json};

/// A project in the face, with a key of full rights.
struct Hub {
    account: Account,
    base: String,
}

impl Hub {
    fn of(account: &Account) -> Hub {
        Hub { account: account.clone(), base: format!("/hub/{}/api/v1", account.project_id) }
    }

    /// A source with this secret; its id.
    #[track_caller]
    fn source(&self, preset: &str, secret: &str) -> String {
        let made = self.account.post("/sources", json!({"preset": preset, "secret": secret})).ok(201);
        made["id"].as_str().unwrap().to_owned()
    }

    /// A request of a provider.
    fn provide(&self, slug: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let call = self.account.anonymous().target("POST", &format!("{}/webhooks/{slug}", self.base));
        let call = headers.iter().fold(call, |call, (name, value)| call.header(name, value));
        call.raw("application/json", body).send()
    }

    /// A request of a source of preset `globex` with the token `token`; the id of its event.
    #[track_caller]
    fn globex(&self, body: &Value) -> String {
        let answer = self.provide("globex", &[("X-Globex-Token", "token")], &body.to_string()).ok(202);
        answer["data"]["eventId"].as_str().unwrap().to_owned()
    }

    fn call(&self, method: &str, path: &str) -> crate::support::Call {
        self.account
            .anonymous()
            .target(method, &format!("{}{path}", self.base))
            .header("X-Internal-Api-Key", &self.account.key)
    }

    /// What a management route answers.
    #[track_caller]
    fn get(&self, path: &str) -> Value {
        let answer = self.call("GET", path).send().ok(200);
        assert_eq!((&answer["success"], answer["meta"].is_object()), (&json!(true), true), "{answer}");
        answer
    }

    #[track_caller]
    fn state(&self, event: &str) -> String {
        self.get(&format!("/events/{event}/status"))["data"]["status"].as_str().unwrap().to_owned()
    }

    #[track_caller]
    fn reaches(&self, event: &str, state: &str) {
        until(&format!("{event} is {state}"), || (self.state(event) == state).then_some(()));
    }
}

/// A body of preset `globex`.
fn globex(id: &str, kind: &str) -> Value {
    json!({"id": id, "type": kind, "timestamp": "2026-01-15T10:30:00Z", "resource": {"id": format!("res-{id}"), "n": 1}})
}

/// Expects the envelope of a failure.
#[track_caller]
fn fails(reply: &Reply, status: u16, code: &str) -> Value {
    assert_eq!((reply.status, &reply.json["error"]["code"]), (status, &json!(code)), "{}", reply.text);
    assert_eq!(reply.json["success"], false);
    let error = &reply.json["error"];
    assert!(error["message"].is_string() && error["details"].is_object(), "{error}");
    error.clone()
}

fn anonymous(api: &Api, method: &str, path: &str) -> Reply {
    api.anonymous().target(method, path).send()
}

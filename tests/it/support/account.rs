//! A registered user with a project: what nearly every test starts from, and its usual calls.

use super::api::Api;
use super::cli::Cli;
use super::{unique, until};
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::ops::Deref;

/// The password of every account of the tests.
pub const PASSWORD: &str = "Correct-Horse-77";

/// A fresh account; it dereferences to the API with the project's key.
#[derive(Debug, Clone)]
pub struct Account {
    pub email: String,
    pub user_id: String,
    pub project_id: String,
    pub key: String,
    pub token: String,
    pub refresh_token: String,
    api: Api,
}

impl Deref for Account {
    type Target = Api;

    fn deref(&self) -> &Api {
        &self.api
    }
}

impl Account {
    #[track_caller]
    pub fn register(api: &Api) -> Account {
        let email = format!("{}@example.org", unique("ana"));
        let answer = api.post("/auth/register", json!({"email": email, "password": PASSWORD, "name": "Ana"})).ok(201);
        let text = |v: &Value| v.as_str().unwrap_or_else(|| panic!("text is missing in {answer}")).to_owned();
        let key = text(&answer["api_key"]);
        Account {
            user_id: text(&answer["user"]["id"]),
            project_id: text(&answer["project_id"]),
            token: text(&answer["token"]),
            refresh_token: text(&answer["refresh_token"]),
            api: api.with(&key),
            key,
            email,
        }
    }

    /// The API with the user's token in place of the key.
    pub fn user(&self) -> Api {
        self.api.with(&self.token)
    }

    /// A command with the project's key.
    pub fn cli<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Cli {
        Cli::new(args).at(self.address()).env("JOBCELIS_API_KEY", &self.key)
    }

    /// A command with the user's token.
    pub fn user_cli<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Cli {
        Cli::new(args).at(self.address()).env("JOBCELIS_TOKEN", &self.token)
    }

    /// A new login of the same user: its answer.
    #[track_caller]
    pub fn login(&self) -> Value {
        self.anonymous().post("/auth/login", json!({"email": self.email, "password": PASSWORD})).ok(200)
    }

    /// Creates a webhook; `more` adds fields to the URL.
    #[track_caller]
    pub fn webhook(&self, url: &str, more: Value) -> Value {
        let mut body = json!({ "url": url });
        body.as_object_mut().unwrap().extend(more.as_object().expect("an object of fields").clone());
        self.post("/webhooks", body).ok(201)
    }

    /// Creates a webhook and returns its id.
    #[track_caller]
    pub fn webhook_id(&self, url: &str, more: Value) -> String {
        self.webhook(url, more)["id"].as_str().unwrap().to_owned()
    }

    /// Sends an event in nested form and returns its id.
    #[track_caller]
    pub fn event(&self, topic: &str, payload: Value) -> String {
        let answer = self.post("/events", json!({"topic": topic, "payload": payload})).ok(202);
        answer["event_id"].as_str().unwrap().to_owned()
    }

    /// The deliveries of an event, newest first.
    #[track_caller]
    pub fn deliveries(&self, event: &str) -> Vec<Value> {
        let list = self.get(&format!("/deliveries?event_id={event}")).ok(200);
        list["deliveries"].as_array().expect("a list").clone()
    }

    #[track_caller]
    pub fn delivery(&self, id: &str) -> Value {
        self.get(&format!("/deliveries/{id}")).ok(200)
    }

    /// Waits until the only delivery of the event satisfies `when`.
    #[track_caller]
    pub fn delivery_when(&self, event: &str, what: &str, when: impl Fn(&Value) -> bool) -> Value {
        until(&format!("the delivery of {event} is {what}"), || {
            let list = self.deliveries(event);
            assert!(list.len() <= 1, "more than one delivery: {list:?}");
            list.into_iter().next().filter(&when)
        })
    }

    /// Waits until the only delivery of the event needs no further attempt.
    #[track_caller]
    pub fn settled(&self, event: &str) -> Value {
        self.delivery_when(event, "settled", is_final)
    }

    /// The unresolved dead letters of the project, newest first.
    #[track_caller]
    pub fn dead_letters(&self) -> Vec<Value> {
        self.get("/dead-letters").ok(200)["dead_letters"].as_array().expect("a list").clone()
    }
}

fn is_final(delivery: &Value) -> bool {
    delivery["status"] == "success" || (delivery["status"] == "failed" && delivery["next_retry_at"].is_null())
}

//! The account of a user: what they see and change themselves, and the sessions of browsers.

mod activity;
mod change;
mod cli;
mod consents;
mod cookies;
mod downloads;
mod idle;
mod notifications;
mod password;
mod sessions;
mod show;

use crate::support::{Account, Api, Call, PASSWORD, Reply};
use serde_json::{Value, json};

/// A browser that is logged in: what it holds of a session.
struct Browser {
    api: Api,
    /// `name=value`, as it is sent.
    cookie: String,
    csrf: String,
}

impl Browser {
    #[track_caller]
    fn login(account: &Account) -> Browser {
        let reply = login(account, json!({"cookie": true}));
        let line = reply.header("set-cookie").expect("a cookie").to_owned();
        let csrf = reply.ok(200)["csrf_token"].as_str().expect("a token").to_owned();
        Browser { api: account.anonymous(), cookie: line.split(';').next().unwrap().to_owned(), csrf }
    }

    /// A call with the cookie and nothing else.
    fn call(&self, method: &str, path: &str) -> Call {
        self.api.call(method, path).header("Cookie", &self.cookie)
    }

    fn get(&self, path: &str) -> Reply {
        self.call("GET", path).send()
    }

    /// A call as a page makes it that changes something.
    fn change(&self, method: &str, path: &str, body: Value) -> Reply {
        self.call(method, path).header("X-CSRF-Token", &self.csrf).json(body).send()
    }
}

/// A login with more than address and password.
fn login(account: &Account, more: Value) -> Reply {
    let mut body = json!({"email": account.email, "password": PASSWORD});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    account.anonymous().post("/auth/login", body)
}

/// The actions of the user that begin so, newest first.
#[track_caller]
fn acted(user: &Api, start: &str) -> Vec<String> {
    let list = user.get("/me/activity?limit=100").ok(200);
    let actions = list["data"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap().to_owned());
    actions.filter(|action| action.starts_with(start)).collect()
}

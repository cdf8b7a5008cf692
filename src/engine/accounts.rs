//! Registration: who may, and everything a new account starts with.

use super::audit::{self, Entry};
use super::sessions::{self, Tokens};
use super::{Engine, admin, consents, projects, recovery};
use crate::base::{Error, Kind, Result};
use crate::config::Registration;
use crate::domain::access::{Actor, Client, Role, Who};
use crate::domain::account::{self, User};
use crate::domain::consent::Purpose;
use crate::domain::password;
use crate::domain::project::{Project, ProjectId};
use crate::store::admin::invites::Invite;
use crate::store::{self, Snapshot, Tx};
use serde_json::json;
use std::fmt;
use std::sync::Arc;

/// The name of everyone's first project.
pub(super) const FIRST_PROJECT: &str = "My Project";

/// What someone registers with.
#[derive(Clone)]
pub struct NewAccount {
    pub email: String,
    pub password: String,
    pub name: Option<String>,
    /// What an operator's invitation carried.
    pub invite_token: Option<String>,
}

/// A new account, signed in, with a project and its key.
pub struct Registered {
    pub user: User,
    pub tokens: Tokens,
    pub project: ProjectId,
    /// The whole key; it is not stored.
    pub api_key: String,
}

impl fmt::Debug for Registered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registered").field("user", &self.user.id).finish_non_exhaustive()
    }
}

/// Makes an account with its first project, key and session, all or nothing.
pub async fn register(engine: &Arc<Engine>, given: NewAccount, client: Client) -> Result<Registered> {
    let email = account::normalise_email(&given.email);
    let hash = store::email_hash(&engine.keys, &email);
    let (engine_, address, token) = (engine.clone(), email.clone(), given.invite_token.clone());
    let read = engine.store.read(move |snap| {
        admit(snap, &engine_, &address, token.as_deref())?;
        store::users::is_known(snap, &hash)
    });
    let taken = read.await?;
    let name = check(&email, &given)?;
    if taken {
        return Err(already_registered());
    }
    let NewAccount { password, invite_token, .. } = given;
    let password_hash = engine.passwords.hash(password).await?;
    let project = Project::new(engine.ids.next(), engine.ids.next(), FIRST_PROJECT.to_owned());
    let user = User::new(project.owner, email, name, project.id);
    let mut new = New { user, project, password_hash };
    let engine_ = engine.clone();
    // The first answers may be out of date by now; the transaction asks again.
    let write = engine.store.write(move |tx| {
        if let Some(invite) = admit(tx, &engine_, &new.user.email, invite_token.as_deref())? {
            new.user.role = invite.role;
            new.user.name = new.user.name.or(invite.name);
            store::admin::invites::remove(tx, invite.id)?;
        }
        create(tx, &engine_, new, client)
    });
    write.await
}

struct New {
    user: User,
    project: Project,
    password_hash: String,
}

fn create(tx: &Tx<'_>, engine: &Engine, new: New, client: Client) -> Result<Registered> {
    let New { user, project, password_hash } = new;
    if !store::users::insert(tx, &engine.keys, &user, &password_hash)? {
        return Err(already_registered());
    }
    for purpose in Purpose::ALL.into_iter().filter(|purpose| purpose.is_required()) {
        consents::grant(tx, engine, user.id, purpose, &client.ip.to_string())?;
    }
    let (key, secret) = projects::insert(tx, engine, &project)?;
    let (session, tokens) = sessions::open(tx, engine, user.id, &client)?;

    let who = Who::User { id: user.id, session, role: Role::Owner };
    let actor = Actor { who, project: project.id, ip: client.ip, user_agent: client.user_agent.clone() };
    let by = audit::By::Client(&client, Some(user.id));
    audit::record(tx, engine, Entry::of(by, "user.registered", "user", Some(user.id.to_string()), json!({})))?;
    projects::record(tx, engine, &actor, &key)?;
    recovery::send_confirmation(tx, engine, &user)?;
    Ok(Registered { user, tokens, project: project.id, api_key: secret })
}

/// Who may register: the invitation that is followed, if it is one; 403 otherwise.
fn admit(snap: &Snapshot<'_>, engine: &Engine, email: &str, token: Option<&str>) -> Result<Option<Invite>> {
    let mode = engine.settings.registration;
    let invite = match mode {
        Registration::Closed => None,
        _ => admin::redeem(snap, engine, email, token)?,
    };
    let free = match mode {
        Registration::Open => true,
        Registration::First => !store::users::any(snap)?,
        Registration::Invite | Registration::Closed => false,
    };
    if free || invite.is_some() { Ok(invite) } else { Err(Error::new(Kind::Forbidden, "Registration is disabled")) }
}

/// Checks all fields and returns the name; the error is that of the first bad field and holds
/// the details of every one.
fn check(email: &str, given: &NewAccount) -> Result<Option<String>> {
    let name = account::check_name(given.name.as_deref().unwrap_or_default());
    let address = account::check_email(email).err();
    let password = password::check(&given.password, email).err();
    let refused = [address, password].into_iter().flatten();
    let (name, refused) = match name {
        Ok(name) => (name, refused.chain(None)),
        Err(e) => (None, refused.chain(Some(e))),
    };
    refused.reduce(join).map_or(Ok(name), Err)
}

/// The first error with the details of both.
fn join(first: Error, second: Error) -> Error {
    let details = second.details().iter().flat_map(|(field, list)| list.iter().map(move |text| (field, text)));
    details.fold(first, |error, (field, text)| error.detail(field, text.clone()))
}

pub(super) fn already_registered() -> Error {
    Error::new(Kind::Conflict, "Email already registered")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{PASSWORD, TestEngine, client, owner};
    use super::*;
    use crate::domain::session::SessionKind;

    fn account(email: &str, password: &str, name: &str) -> NewAccount {
        NewAccount { email: email.into(), password: password.into(), name: Some(name.into()), invite_token: None }
    }

    #[tokio::test]
    async fn a_new_account_has_all_it_needs() {
        let engine = TestEngine::new();
        let made = engine.register("  Ana@Example.org ").await;
        assert_eq!((made.user.email.as_str(), made.user.name.as_deref()), ("ana@example.org", Some("Ana")));
        assert!(made.api_key.starts_with("jc_live_") && made.api_key.len() == 8 + 43);
        assert!(made.tokens.refresh.starts_with("jcr_") && made.tokens.refresh.len() == 4 + 43);
        let key = super::super::access::authenticate_key(&engine, &made.api_key).await.expect("key");
        assert_eq!((key.project, key.owner, &*key.prefix), (made.project, made.user.id, &made.api_key[..12]));
        let actor = owner(&engine, &made).await;
        let seen = super::super::projects::current(&engine, &actor).await.expect("project");
        assert_eq!((seen.project.name.as_str(), seen.is_default, seen.role), ("My Project", true, Some(Role::Owner)));
        let actions: Vec<String> = engine.audited().await.into_iter().map(|(action, _)| action).collect();
        assert_eq!(actions, ["user.registered", "project.created", "api_key.created"]);
        let entry = engine.entries(&actor).await.remove(0);
        assert_eq!((entry.actor_type.as_str(), entry.user), ("user", Some(made.user.id)));
        assert_eq!(
            (entry.ip.as_deref(), entry.user_agent.as_deref()),
            (Some("203.0.113.9"), Some("Tests/1.0 (iPhone)"))
        );
        let counts = "SELECT (SELECT COUNT(*) FROM consents), (SELECT COUNT(*) FROM password_history)";
        let read = engine.store.read(move |snap| snap.one(counts, &[], |row| Ok((row.int(0)?, row.int(1)?))));
        assert_eq!(read.await.expect("counts"), (3, 1));
    }

    #[tokio::test]
    async fn addresses_are_taken_once() {
        let engine = TestEngine::new();
        engine.register("ana@example.org").await;
        let error = engine.try_register("ANA@example.org").await.expect_err("taken");
        assert_eq!((error.kind(), error.message()), (Kind::Conflict, "Email already registered"));
        let (one, two) = tokio::join!(engine.try_register("eva@example.org"), engine.try_register("eva@example.org"));
        assert!(one.is_ok() != two.is_ok());
        assert_eq!(engine.audited().await.len(), 6);
    }

    #[tokio::test]
    async fn registration_can_be_shut() {
        for (mode, first, second) in
            [("open", true, true), ("first", true, false), ("invite", false, false), ("closed", false, false)]
        {
            let engine = TestEngine::with(&[("registration", mode)]);
            for (email, allowed) in [("ana@example.org", first), ("eva@example.org", second)] {
                let result = engine.try_register(email).await;
                assert_eq!(result.is_ok(), allowed, "{mode} {email}");
                if let Err(e) = result {
                    assert_eq!((e.kind(), e.message()), (Kind::Forbidden, "Registration is disabled"));
                }
            }
        }
        let engine = TestEngine::with(&[("registration", "first")]);
        let (one, two) = tokio::join!(engine.try_register("ana@example.org"), engine.try_register("eva@example.org"));
        assert!(one.is_ok() != two.is_ok(), "only one is the first");
    }

    #[tokio::test]
    async fn every_bad_field_is_named() {
        let engine = TestEngine::new();
        let bad = register(&engine, account("nobody", "short", "a\tb"), client()).await.expect_err("refused");
        assert_eq!((bad.kind(), bad.message()), (Kind::Invalid, "Email is not a valid address"));
        let fields: Vec<(&str, usize)> = bad.details().iter().map(|(f, list)| (f.as_str(), list.len())).collect();
        assert_eq!(fields, [("email", 1), ("password", 3), ("name", 1)]);
        let bad = register(&engine, account("ana@example.org", "password", ""), client()).await.expect_err("refused");
        assert_eq!(bad.message(), "Password must have at least one uppercase letter");
        assert!(engine.audited().await.is_empty());
    }

    #[tokio::test]
    async fn nothing_personal_or_secret_is_stored_in_clear() {
        let engine = TestEngine::new();
        let made = engine.register("ana.unmistakable@example.org").await;
        let login = super::super::login::Credentials {
            email: "ana.unmistakable@example.org".into(),
            password: PASSWORD.into(),
            kind: SessionKind::Api,
        };
        super::super::login::login(&engine, login, client()).await.expect("logs in");
        let mut stored = Vec::new();
        for file in std::fs::read_dir(engine.folder.path()).expect("folder") {
            let path = file.expect("entry").path();
            if path.file_name().is_some_and(|n| n.to_string_lossy().contains(".db")) {
                stored.extend(std::fs::read(path).expect("read"));
            }
        }
        assert!(stored.windows(10).any(|w| w == b"My Project"), "the right files were read");
        for secret in [
            "ana.unmistakable",
            "203.0.113.9",
            "Tests/1.0",
            PASSWORD,
            &made.api_key,
            &made.tokens.refresh,
            &made.tokens.access,
        ] {
            assert!(!stored.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret}");
        }
    }
}

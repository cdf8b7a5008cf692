//! What tests of operations share: an engine on a folder of its own, an account in it, and
//! readings of the audit log.

use super::Engine;
use super::accounts::{NewAccount, Registered, register};
use crate::base::Result;
use crate::base::page::Page;
use crate::config::ServerSettings;
use crate::domain::access::{Account, Actor, Client, Role, Who};
use crate::domain::audit::AuditEntry;
use crate::store;
use std::ops::Deref;
use std::sync::Arc;

pub const PASSWORD: &str = "Tr4vesura-lenta";

/// An engine and the folder that goes with it.
pub struct TestEngine {
    engine: Arc<Engine>,
    pub folder: tempfile::TempDir,
}

impl Deref for TestEngine {
    type Target = Arc<Engine>;
    fn deref(&self) -> &Arc<Engine> {
        &self.engine
    }
}

impl TestEngine {
    pub fn new() -> TestEngine {
        TestEngine::with(&[("registration", "open")])
    }

    /// With some settings, by key and text.
    pub fn with(settings: &[(&str, &str)]) -> TestEngine {
        let folder = tempfile::tempdir().expect("a folder");
        let engine = Engine::open(&ServerSettings::for_test(folder.path(), settings)).expect("opens");
        TestEngine { engine, folder }
    }

    pub async fn register(&self, email: &str) -> Registered {
        self.try_register(email).await.expect("registers")
    }

    pub async fn try_register(&self, email: &str) -> Result<Registered> {
        let given = NewAccount { email: email.to_owned(), password: PASSWORD.to_owned(), name: Some("Ana".to_owned()) };
        register(self, given, client()).await
    }

    /// Makes a change that has no operation yet.
    pub async fn sql(&self, sql: &'static str) {
        self.store.write(move |tx| tx.exec(sql, &[])).await.expect("runs");
    }

    /// Actions and metadata of all entries, oldest first; those of projects and of users alike.
    pub async fn audited(&self) -> Vec<(String, String)> {
        let sql = "SELECT action, metadata FROM audit_log ORDER BY id";
        self.store.read(move |snap| snap.all(sql, &[], |row| Ok((row.text(0)?, row.text(1)?)))).await.expect("reads")
    }

    /// The newest entries of a project.
    pub async fn entries(&self, actor: &Actor) -> Vec<AuditEntry> {
        let (engine, project) = (self.engine.clone(), actor.project);
        let page = Page { limit: 100, before: None };
        let read = self.store.read(move |snap| store::audit::list(snap, &engine.keys, project, page));
        read.await.expect("reads")
    }
}

pub fn client() -> Client {
    Client { ip: "203.0.113.9".parse().expect("ip"), user_agent: Some("Tests/1.0 (iPhone)".to_owned()) }
}

/// The owner, signed in, working in the first project.
pub async fn owner(engine: &Engine, registered: &Registered) -> Actor {
    let session = super::access::authenticate_user(engine, &registered.tokens.access).await.expect("signed in");
    let who = Who::User { id: session.user, session: session.session, role: Role::Owner };
    Actor { who, project: registered.project, ip: client().ip, user_agent: None }
}

/// The owner outside of projects.
pub async fn account(engine: &Engine, registered: &Registered) -> Account {
    let session = super::access::authenticate_user(engine, &registered.tokens.access).await.expect("signed in");
    Account { user: session.user, session: session.session, ip: client().ip, user_agent: None }
}

//! What tests of operations share: an engine on a folder of its own, an account in it, and
//! readings of the audit log.

use super::Engine;
use super::accounts::{NewAccount, Registered, register};
use crate::base::page::Page;
use crate::base::{Result, Timestamp};
use crate::config::ServerSettings;
use crate::domain::access::{Account, Actor, Client, Role, Who};
use crate::domain::account::UserRole;
use crate::domain::audit::{AuditEntry, AuditQuery};
use crate::domain::dead_letter::DeadLetter;
use crate::domain::delivery::{Delivery, DeliveryId, Status};
use crate::domain::event::EventId;
use crate::domain::mfa::{Code, Secret};
use crate::domain::project::ProjectId;
use crate::domain::webhook::WebhookId;
use crate::store;
use crate::store::intake::NewDelivery;
use crate::store::queue::Settled;
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

    /// What stays when the engine is gone.
    pub fn into_folder(self) -> tempfile::TempDir {
        self.folder
    }

    pub async fn register(&self, email: &str) -> Registered {
        self.try_register(email).await.expect("registers")
    }

    pub async fn try_register(&self, email: &str) -> Result<Registered> {
        self.follow(email, None).await
    }

    /// Registers with what an invitation carried.
    pub async fn follow(&self, email: &str, invite_token: Option<&str>) -> Result<Registered> {
        let given = NewAccount {
            email: email.to_owned(),
            password: PASSWORD.to_owned(),
            name: Some("Ana".to_owned()),
            invite_token: invite_token.map(str::to_owned),
        };
        register(self, given, client()).await
    }

    /// Registers and makes an operator of the new account.
    pub async fn operator(&self, email: &str, role: UserRole) -> (Registered, Account) {
        let made = self.register(email).await;
        let id = made.user.id;
        let write = self
            .store
            .write(move |tx| tx.exec("UPDATE users SET role = ?2 WHERE id = ?1", crate::params![&id, role.code()]));
        write.await.expect("writes");
        let account = account(self, &made).await;
        (made, account)
    }

    /// Makes a change that has no operation yet.
    pub async fn sql(&self, sql: &'static str) {
        self.store.write(move |tx| tx.exec(sql, &[])).await.expect("runs");
    }

    /// Stores a delivery that nothing attempts by itself: its webhook has no lane.
    pub async fn delivery(&self, project: ProjectId, event: EventId, webhook: WebhookId) -> DeliveryId {
        let (id, live) = (self.ids.next(), self.directory.live(project));
        let write = self.store.write(move |tx| {
            let due_at = Timestamp::now();
            let new = NewDelivery { due_at, ..NewDelivery::new(project, id, event, webhook) };
            store::intake::insert_delivery(tx, &new)
        });
        write.await.expect("stores");
        live.add_pending(1);
        id
    }

    /// Stores the first attempt of a delivery as failed for good, with its dead letter.
    pub async fn failed(&self, project: ProjectId, id: DeliveryId) {
        let (letter, seq) = (self.ids.next(), self.ids.next::<()>().tick());
        let write = self.store.write(move |tx| {
            let sql = "UPDATE deliveries SET claimed = 1 WHERE id = ?1";
            tx.exec(sql, crate::params![&id])?;
            let delivery = store::deliveries::find(tx, project, id)?.expect("stored").delivery;
            let now = Timestamp::now();
            store::queue::settle(tx, &settled(project, &delivery, now), seq)?;
            let event = store::events::find(tx, project, delivery.event)?.expect("stored");
            let letter = DeadLetter {
                id: letter,
                delivery: Some(id),
                event: Some(event.id),
                webhook: Some(delivery.webhook),
                task: None,
                webhook_url: "https://example.com/hook".to_owned(),
                topic: event.topic,
                payload: event.payload,
                batch_size: None,
                last_error: "HTTP 500: oops".to_owned(),
                last_response_status: Some(500),
                attempts: 1,
                resolved_at: None,
            };
            store::dead_letters::record(tx, project, &letter)
        });
        write.await.expect("settles");
        self.directory.live(project).add_pending(-1);
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
        let query = AuditQuery::default();
        let read = self.store.read(move |snap| store::audit::list(snap, &engine.keys, project, &query, page));
        read.await.expect("reads").rows
    }
}

/// The authenticator app of an account, and its backup codes.
pub struct App {
    secret: Secret,
    /// The code it was switched on with.
    pub used: String,
    pub backup_codes: Vec<String>,
}

impl App {
    /// Switches the second factor on with the present code; the next one is good at once.
    pub async fn enable(engine: &Arc<Engine>, account: &Account) -> App {
        let setup = super::mfa::setup(engine, account, PASSWORD.to_owned()).await.expect("set up");
        let secret = Secret::parse(&setup.secret).expect("secret");
        let used = secret.code_of(Timestamp::now().secs() / 30);
        let enabled = super::mfa::enable(engine, account, Code::parse(&used)).await.expect("enabled");
        App { secret, used, backup_codes: enabled.backup_codes }
    }

    /// The code of the present step, or of one so many steps later.
    pub fn code(&self, later: i64) -> Code {
        Code::parse(&self.digits(later))
    }

    /// As [`App::code`], as it is typed.
    pub fn digits(&self, later: i64) -> String {
        self.secret.code_of(Timestamp::now().secs() / 30 + later)
    }
}

fn settled(project: ProjectId, delivery: &Delivery, now: Timestamp) -> Settled {
    Settled {
        project,
        id: delivery.id,
        event: delivery.event,
        webhook: delivery.webhook,
        directed: false,
        inbound: false,
        claim: store::queue::FRESH,
        was: delivery.status,
        status: Status::Failed,
        attempt: delivery.attempts + 1,
        due_at: None,
        started_at: now,
        latency_ms: 12,
        response_status: Some(500),
        error: Some("HTTP 500".to_owned()),
        destination_ip: Some("192.0.2.7".to_owned()),
        request_headers: r#"{"content-type":"application/json","x-signature":"sha256=abc"}"#.to_owned(),
        request_body: None,
        response_headers: Some(r#"{"content-type":"text/plain"}"#.to_owned()),
        response_body: Some("oops".to_owned()),
        logged: None,
        now,
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

//! Password hashing, slow on purpose: on blocking threads, few at a time, with a bounded queue,
//! so that a flood of logins costs neither the memory nor the threads of the server.

use super::Engine;
use crate::base::{Error, Kind, Result, crypto};
use crate::domain::account::UserId;
use crate::domain::password;
use crate::store;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Semaphore;

/// Hashes at a time; each takes 19 MiB.
const SLOTS: usize = 4;
/// Callers that wait for a slot at most.
const QUEUE: usize = 64;

/// The parameters of new hashes; others are replaced when their owner logs in.
const PARAMETERS: &str = "$argon2id$v=19$m=19456,t=2,p=1$";
/// What a password is compared with when there is no account: same cost, never the same hash.
const DUMMY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The slots and who waits for one.
#[derive(Debug)]
pub struct PasswordPool {
    slots: Arc<Semaphore>,
    waiting: AtomicUsize,
}

impl Default for PasswordPool {
    fn default() -> PasswordPool {
        PasswordPool { slots: Arc::new(Semaphore::new(SLOTS)), waiting: AtomicUsize::new(0) }
    }
}

impl PasswordPool {
    /// A new hash in PHC form; 503 when the queue is full.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.run(move || crypto::hash_password(&password)).await?
    }

    /// Compares with a stored hash; without one the work is the same and the answer is no.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Result<bool> {
        self.run(move || {
            let matches = crypto::verify_password(&password, stored.as_deref().unwrap_or(DUMMY));
            matches && stored.is_some()
        })
        .await
    }

    async fn run<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let queued = Queued::enter(&self.waiting)?;
        let permit = self.slots.clone().acquire_owned().await.map_err(|e| Error::unavailable().because(e))?;
        drop(queued);
        let work = move || {
            let done = job();
            drop(permit);
            done
        };
        tokio::task::spawn_blocking(work).await.map_err(Error::internal)
    }
}

/// The hash of a new password for an existing user. 422 when it breaks the policy or is the
/// present one or one of the five before it.
pub(super) async fn renewed(engine: &Engine, user: UserId, email: &str, password: String) -> Result<String> {
    password::check(&password, email)?;
    let known = engine.store.read(move |snap| store::users::passwords(snap, user)).await?;
    for stored in known {
        if engine.passwords.verify(password.clone(), Some(stored)).await? {
            let error = Error::new(Kind::Invalid, "Password was used recently");
            return Err(error.detail("password", "was used recently"));
        }
    }
    engine.passwords.hash(password).await
}

/// Whether a stored hash was made with other parameters than new ones are.
pub fn is_outdated(stored: &str) -> bool {
    !stored.starts_with(PARAMETERS)
}

/// A place in the queue, given back when dropped.
struct Queued<'a>(&'a AtomicUsize);

impl Queued<'_> {
    fn enter(waiting: &AtomicUsize) -> Result<Queued<'_>> {
        let place = Queued(waiting);
        match waiting.fetch_add(1, Ordering::Relaxed) {
            QUEUE.. => Err(Error::unavailable()),
            _ => Ok(place),
        }
    }
}

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::super::accept;
    use super::super::login::{self, Credentials};
    use super::super::testing::{PASSWORD, TestEngine, client, owner};
    use super::*;
    use crate::base::Timestamp;
    use crate::base::json::Members;
    use crate::domain::session::SessionKind;
    use futures_util::StreamExt;

    #[tokio::test]
    async fn recent_passwords_are_refused_and_old_ones_forgotten() {
        let engine = TestEngine::new();
        let user = engine.register("ana@example.org").await.user.id;
        let set = async |password: &str| -> Result<()> {
            let hash = renewed(&engine, user, "ana@example.org", password.to_owned()).await?;
            engine.store.write(move |tx| store::users::set_password(tx, user, Timestamp::now(), &hash)).await
        };
        let used = |error: Error| assert_eq!(error.message(), "Password was used recently");
        used(set(PASSWORD).await.expect_err("the present one"));
        for n in 1..=5 {
            set(&format!("Tr4vesura-lenta-{n}")).await.expect("new");
            used(set(PASSWORD).await.expect_err("one of the last five"));
            used(set(&format!("Tr4vesura-lenta-{n}")).await.expect_err("the present one"));
        }
        set("Tr4vesura-lenta-6").await.expect("new");
        set(PASSWORD).await.expect("the sixth-last");
        used(set("Tr4vesura-lenta-2").await.expect_err("one of the last five"));
        set("Tr4vesura-lenta-1").await.expect("the sixth-last");
        assert_eq!(set("short").await.expect_err("policy").details()[0].1.len(), 3);
    }

    #[tokio::test]
    async fn hashes_are_of_the_present_parameters() {
        let pool = PasswordPool::default();
        let stored = pool.hash("Tr4vesura-lenta".to_owned()).await.expect("hash");
        assert!(!is_outdated(&stored) && !is_outdated(DUMMY));
        assert!(is_outdated("$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaA"));
        for (password, stored, right) in [
            ("Tr4vesura-lenta", Some(stored.clone()), true),
            ("tr4vesura-lenta", Some(stored), false),
            ("Tr4vesura-lenta", None, false),
            ("", None, false),
        ] {
            assert_eq!(pool.verify(password.to_owned(), stored).await.expect("verified"), right, "{password}");
        }
    }

    #[test]
    fn the_dummy_costs_a_real_comparison() {
        // An unreadable hash would be refused at once and tell that there is no account.
        let best = |job: &dyn Fn()| {
            let time = |_| {
                let started = std::time::Instant::now();
                job();
                started.elapsed()
            };
            (0..3).map(time).min()
        };
        let dummy = best(&|| assert!(!crypto::verify_password("x", DUMMY)));
        let real = best(&|| drop(crypto::hash_password("x").expect("hash")));
        assert!(dummy.map(|d| d * 4) > real, "{dummy:?} {real:?}");
    }

    /// One thread for everything that is asynchronous: whatever hashed on it would stop it.
    #[tokio::test(flavor = "current_thread")]
    async fn a_flood_of_logins_leaves_the_intake_alone() {
        let engine = TestEngine::new();
        let made = engine.register("ana@example.org").await;
        let actor = owner(&engine, &made).await;
        // As many as hash at a time never come to an end, and as many as may wait, wait.
        let (release, held) = std::sync::mpsc::channel::<()>();
        let held = Arc::new(std::sync::Mutex::new(held));
        let mut flood = Vec::new();
        for _ in 0..SLOTS {
            let held = held.clone();
            let stuck = move || drop(held.lock().map(|held| held.recv()));
            let mut hash = Box::pin(engine.passwords.run(stuck));
            assert!(futures_util::poll!(&mut hash).is_pending());
            flood.push(hash);
        }
        let login = || {
            let (email, password) = ("ana@example.org".to_owned(), PASSWORD.to_owned());
            login::login(&engine, Credentials { email, password, kind: SessionKind::Api }, client())
        };
        let mut waiting = futures_util::stream::FuturesUnordered::new();
        waiting.extend((0..QUEUE).map(|_| login()));
        while engine.passwords.waiting.load(Ordering::Relaxed) < QUEUE {
            assert!(futures_util::poll!(waiting.next()).is_pending());
            tokio::task::yield_now().await;
        }
        assert_eq!(login().await.expect_err("no more room").kind(), Kind::Unavailable);
        for _ in 0..20 {
            accept::one(&engine, &actor, Members::default(), None).await.expect("accepted meanwhile");
        }
        drop(release);
        for hash in flood {
            hash.await.expect("ends");
        }
        waiting.next().await.expect("one of them").expect("logs in");
    }

    #[tokio::test]
    async fn a_full_queue_refuses() {
        let pool = PasswordPool::default();
        let all = pool.slots.clone().acquire_many_owned(SLOTS as u32).await.expect("slots");
        let mut waiting = Vec::new();
        for _ in 0..QUEUE {
            let mut hash = Box::pin(pool.run(|| ()));
            assert!(futures_util::poll!(&mut hash).is_pending());
            waiting.push(hash);
        }
        assert_eq!(pool.run(|| ()).await.expect_err("full").kind(), Kind::Unavailable);
        waiting.pop();
        let mut next = Box::pin(pool.run(|| ()));
        assert!(futures_util::poll!(&mut next).is_pending());
        drop(all);
        for hash in waiting {
            hash.await.expect("runs");
        }
        next.await.expect("runs");
    }
}

//! The service that sends what is queued. It wakes when a letter is committed and when one falls
//! due. A letter goes out at least once: a kill between handing it in and noting that sends it
//! again, under the same Message-ID.

use super::message::{self, Mail};
use super::smtp::Session;
use super::{Content, Post, Refused, Way, resend};
use crate::base::{Result, Timestamp};
use crate::engine::Engine;
use crate::store::letters::{self, LetterId, Waiting};
use std::sync::Arc;
use std::time::Duration;

/// Letters looked at together.
const CHUNK: i64 = 50;
/// The first wait after a server that cannot be reached, and the longest.
const AWAY: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(300)];
/// The first wait after a letter that was refused for now, and the longest.
const REFUSED: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(900)];

pub(in crate::engine) async fn run(engine: &Arc<Engine>) {
    let post = engine.mail.clone();
    let mut failures = 0;
    if let Err(e) = forget_expired(engine).await {
        tracing::error!(error = ?e, "old letters stay");
    }
    while post.is_configured() {
        // What is set from here on is seen below or wakes the wait.
        post.alarm.take();
        let wait = match round(engine).await {
            Ok(Ok(())) => {
                failures = 0;
                None
            }
            Ok(Err(why)) => {
                failures += 1;
                let wait = doubled(AWAY, failures - 1);
                tracing::warn!(why, again_in = ?wait, "letters wait: they cannot be handed to the mail server");
                Some(wait)
            }
            Err(e) => {
                tracing::error!(error = ?e, "sending letters failed; trying again");
                Some(AWAY[0])
            }
        };
        let rest = async {
            match wait {
                // New letters have no better chance: they wait too.
                Some(wait) => tokio::time::sleep(wait).await,
                None => post.alarm.wait().await,
            }
        };
        tokio::select! {
            () = engine.stopping().cancelled() => return,
            () = rest => {}
        }
    }
}

/// Sends all that is due. The inner error says why the server takes nothing at the moment.
async fn round(engine: &Arc<Engine>) -> Result<Result<(), String>> {
    let mut courier = Courier { engine, session: None };
    let outcome = tokio::select! {
        outcome = courier.send_due() => outcome,
        () = grace(engine) => Ok(Ok(())),
    };
    if let Some(session) = courier.session {
        session.close().await;
    }
    if let Ok(Err(_)) = outcome {
        forget_expired(engine).await?;
    }
    let next = engine.store.read(letters::next_due).await?;
    engine.mail.alarm.reset(next);
    outcome
}

/// Ends a moment after the shutdown began: the letter on its way may arrive, a slow server may not
/// hold up the end.
async fn grace(engine: &Engine) {
    engine.stopping().cancelled().await;
    tokio::time::sleep(Duration::from_secs(2)).await;
}

/// Takes out what nobody could use any more.
async fn forget_expired(engine: &Arc<Engine>) -> Result<()> {
    let now = Timestamp::now();
    let count = engine.store.write(move |tx| letters::delete_expired(tx, now)).await?;
    if count > 0 {
        tracing::warn!(count, "letters were given up: they could not be sent in time");
    }
    Ok(())
}

/// One round of letters and the connection they share.
struct Courier<'e> {
    engine: &'e Arc<Engine>,
    session: Option<Session>,
}

impl Courier<'_> {
    async fn send_due(&mut self) -> Result<Result<(), String>> {
        loop {
            let (now, keys) = (Timestamp::now(), self.engine.keys.clone());
            let due = self.engine.store.read(move |snap| letters::due(snap, &keys, now, CHUNK)).await?;
            if due.is_empty() {
                return Ok(Ok(()));
            }
            for letter in due {
                if self.engine.stopping().is_cancelled() {
                    return Ok(Ok(()));
                }
                match self.send(&letter).await {
                    Ok(()) => self.take_out(letter.id).await?,
                    Err(Refused::Way(why)) => return Ok(Err(why)),
                    Err(Refused::Never(why)) => self.give_up(letter.id, &why).await?,
                    Err(Refused::Later(why)) => self.postpone(&letter, &why).await?,
                }
            }
        }
    }

    async fn send(&mut self, letter: &Waiting) -> Result<(), Refused> {
        let never = |why: &str| Refused::Never(why.to_owned());
        if !letter.wanted {
            return Err(never("its user is gone"));
        }
        if letter.expires_at <= Timestamp::now() {
            return Err(never("it could not be sent in time"));
        }
        let content = letter.content.as_deref().ok_or_else(|| never("it cannot be opened"))?;
        let content: Content = serde_json::from_str(content).map_err(|_| never("it cannot be read"))?;
        let mail = self.engine.mail.write(letter.id, &content)?;
        let sent = self.hand_in(&mail, &content).await;
        if sent.is_err() {
            // Where the dialogue stands is unknown now.
            self.session = None;
        }
        sent
    }

    async fn hand_in(&mut self, mail: &Mail, content: &Content) -> Result<(), Refused> {
        let post = &self.engine.mail;
        let Some((way, sender)) = &post.way else { return Err(Refused::Way("there is no mail".to_owned())) };
        match way {
            Way::Resend(key) => resend::hand_in(&self.engine.outbound, (key, sender), mail, content).await,
            Way::Smtp(smtp) => {
                let session = match self.session.take() {
                    Some(session) => session,
                    None => Session::open(smtp, &post.hello).await?,
                };
                self.session.insert(session).hand_in(mail).await
            }
        }
    }

    async fn take_out(&self, id: LetterId) -> Result<()> {
        self.engine.store.write(move |tx| letters::delete(tx, id)).await
    }

    async fn give_up(&self, id: LetterId, why: &str) -> Result<()> {
        tracing::warn!(letter = %id, why, "a letter was given up");
        self.take_out(id).await
    }

    async fn postpone(&self, letter: &Waiting, why: &str) -> Result<()> {
        let wait = doubled(REFUSED, u32::try_from(letter.attempts).unwrap_or(u32::MAX));
        let (id, due_at) = (letter.id, Timestamp::now().plus(wait));
        if due_at >= letter.expires_at {
            return self.give_up(id, why).await;
        }
        tracing::info!(letter = %id, why, again_in = ?wait, "a letter waits");
        self.engine.store.write(move |tx| letters::postpone(tx, id, due_at)).await
    }
}

impl Post {
    fn write(&self, id: LetterId, content: &Content) -> Result<Mail, Refused> {
        let Some((_, sender)) = &self.way else { return Err(Refused::Way("there is no mail".to_owned())) };
        message::write(sender, id, content).map_err(|e| Refused::Never(e.message().to_owned()))
    }
}

/// A letter at once and outside of the queue; the error is why not.
pub(super) async fn send_now(engine: &Arc<Engine>, content: &Content) -> Result<(), Refused> {
    send_as(engine, engine.ids.next(), content).await
}

/// As [`send_now`], under an id.
pub(super) async fn send_as(engine: &Arc<Engine>, id: LetterId, content: &Content) -> Result<(), Refused> {
    let mut courier = Courier { engine, session: None };
    let mail = engine.mail.write(id, content)?;
    let sent = courier.hand_in(&mail, content).await;
    if let (Ok(()), Some(session)) = (&sent, courier.session) {
        session.close().await;
    }
    sent
}

/// The wait after so many failures: from the first to the longest, doubling.
fn doubled([first, longest]: [Duration; 2], failures: u32) -> Duration {
    first.saturating_mul(1 << failures.min(20)).min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest() {
        let seconds = |failures| doubled(REFUSED, failures).as_secs();
        assert_eq!([0, 1, 2, 8, 9, u32::MAX].map(seconds), [2, 4, 8, 512, 900, 900]);
    }
}

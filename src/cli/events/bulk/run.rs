//! The threads of a bulk send: one reads and makes batches, some send them, and the caller's keeps
//! count. A window bounds how far reading is ahead of what is settled, and so the memory.

use super::batch::{Batch, Batcher, Spare};
use super::event::Shape;
use super::input::Input;
use super::ledger::Ledger;
use super::send::{Halt, Sender, Sent};
use crate::cli::failure::{Failure, Outcome};
use crate::cli::output::{Counts, Progress};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Batches that may be read but not settled, beyond those being sent.
const AHEAD: usize = 1;
/// How often the progress is shown while nothing happens.
const TICK: Duration = Duration::from_millis(200);

/// How a run goes about it.
pub struct Run<'a> {
    pub sender: Sender<'a>,
    pub shape: Shape,
    pub spare: Spare,
    pub workers: usize,
    pub batch_size: usize,
    pub fail_fast: bool,
}

/// Batches that are in memory at a time, with the one that is being filled.
pub fn in_memory(workers: usize) -> usize {
    workers + AHEAD + 1
}

type Message = Result<Sent, Failure>;

impl Run<'_> {
    /// Sends what is left of the input, or as much as it can before it is stopped.
    pub fn drive(&self, input: Input, ledger: &mut Ledger, progress: &mut Progress) -> Outcome {
        let (window, ahead) = mpsc::sync_channel(self.workers + AHEAD);
        let (full, batches) = mpsc::sync_channel(1);
        let (done, answers) = mpsc::channel();
        let batches = Mutex::new(batches);
        std::thread::scope(|scope| {
            let reading = scope.spawn(move || self.read(input, &window, &full));
            for _ in 0..self.workers {
                let (batches, done) = (&batches, done.clone());
                scope.spawn(move || self.work(batches, &done));
            }
            drop(done);
            let sent = self.collect(&answers, ahead, ledger, progress);
            let read = reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            sent.and(read)
        })
    }

    /// Reads until the end or until nobody wants more; what is complete before an error is sent.
    fn read(&self, mut input: Input, window: &SyncSender<()>, full: &SyncSender<Batch>) -> Outcome {
        let mut batcher = Batcher::new(&self.shape, &self.sender.limit, &self.spare, self.batch_size);
        let hand_over = |batch| window.send(()).is_ok() && full.send(batch).is_ok();
        let end = loop {
            if self.sender.stop.is_set() {
                return Ok(());
            }
            let record = match input.next() {
                Ok(Some(record)) => record,
                Ok(None) => break Ok(()),
                Err(failure) => break Err(failure),
            };
            if let Some(batch) = batcher.push(&record)
                && !hand_over(batch)
            {
                return Ok(());
            }
        };
        if let Some(batch) = batcher.finish() {
            hand_over(batch);
        }
        end
    }

    fn work(&self, batches: &Mutex<Receiver<Batch>>, done: &mpsc::Sender<Message>) {
        loop {
            let next = batches.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(mut batch) = next else { return };
            // Whoever waits to hand over a batch is let go by taking it.
            if self.sender.stop.is_set() {
                continue;
            }
            let sent = self.sender.send(&mut batch);
            self.spare.put(batch.body);
            let message = match sent {
                Ok(sent) => Ok(sent),
                Err(Halt::Stopped) => continue,
                Err(Halt::Fault(fault)) => Err(Failure::from(fault)),
            };
            // The collector stays until every sender has gone.
            let _ = done.send(message);
        }
    }

    /// Settles answers until all threads have ended; the first failure stops them.
    fn collect(
        &self,
        answers: &Receiver<Message>,
        ahead: Receiver<()>,
        ledger: &mut Ledger,
        progress: &mut Progress,
    ) -> Outcome {
        let (mut ahead, mut outcome, stop) = (Some(ahead), Ok(()), &self.sender.stop);
        loop {
            match answers.recv_timeout(TICK) {
                Ok(message) => match message.and_then(|sent| ledger.settle(sent)) {
                    Ok(settled) => {
                        let room = ahead.iter().flat_map(Receiver::try_iter);
                        room.take(settled).for_each(drop);
                        if self.fail_fast && ledger.state.rejected > 0 {
                            stop.set();
                        }
                    }
                    Err(failure) => {
                        outcome = outcome.and(Err(failure));
                        stop.set();
                    }
                },
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return outcome,
            }
            let state = &ledger.state;
            progress.show(Counts { bytes: state.done_bytes, accepted: state.accepted, rejected: state.rejected });
            if stop.is_set() {
                // Lets the reader go that waits for room.
                ahead = None;
            }
        }
    }
}

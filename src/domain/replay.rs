//! Replays: stored events on their way once more.

use crate::base::Id;

#[derive(Debug)]
pub enum ReplayTag {}
/// Id of a replay.
pub type ReplayId = Id<ReplayTag>;

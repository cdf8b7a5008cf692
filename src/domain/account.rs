//! People: a user, their sessions and what an operator may let them do.

use crate::base::Id;

#[derive(Debug)]
pub enum UserTag {}
/// Id of a user.
pub type UserId = Id<UserTag>;

#[derive(Debug)]
pub enum SessionTag {}
/// Id of one login of a user.
pub type SessionId = Id<SessionTag>;

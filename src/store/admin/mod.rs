//! What only operators see: users and projects of the whole server.

pub mod invites;
pub mod projects;
pub mod users;

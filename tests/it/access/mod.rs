//! Accounts, sessions, the API token, scopes, address lists and the current project.

mod addresses;
mod enumeration;
mod login;
mod project;
mod register;
mod scopes;
mod sessions;
mod token;

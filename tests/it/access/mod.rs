//! Accounts, sessions, the second factor, the API token, scopes, address lists and the current project.

mod addresses;
mod enumeration;
mod login;
mod mfa;
mod project;
mod register;
mod scopes;
mod sessions;
mod token;

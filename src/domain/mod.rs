//! The nouns of the product and their rules, as plain functions over plain data. Nothing here
//! knows async, SQL, HTTP, the clock or randomness: instants, ids and chances are arguments.

pub mod address;
pub mod attempt;
pub mod circuit;
pub mod condition;
pub mod dead_letter;
pub mod delivery;
pub mod destination;
pub mod event;
pub mod filter;
pub mod gallery;
pub mod health;
pub mod options;
pub mod rate;
pub mod retry;
pub mod signing;
pub mod status;
pub mod template;
pub mod topic;
pub mod transform;
pub mod webhook;

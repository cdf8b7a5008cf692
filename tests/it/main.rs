//! Black-box tests: the real binary on a temporary directory, spoken to over HTTP and delivering
//! to a real receiver. One module per resource; `support` holds what they share.

#![forbid(unsafe_code)]
#![deny(warnings)]

mod access;
mod account;
mod admin;
mod analytics;
mod api_keys;
mod at_rest;
mod audit;
mod audit_walk;
mod backups;
mod bad_input;
mod batches;
mod channels;
mod cli;
mod completion;
mod conventions;
mod deliveries;
mod doctor;
mod embed;
mod events;
mod exports;
mod faces;
mod hub;
mod install;
mod isolation;
mod jobs;
mod load;
mod mail;
mod metrics;
mod pipelines;
mod portal;
mod privacy;
mod projects;
mod recovery;
mod replays;
mod retention;
mod sandbox;
mod schemas;
mod serve;
mod shape;
mod sources;
mod streams;
mod support;
mod tasks;
mod uptime;
mod webhooks;

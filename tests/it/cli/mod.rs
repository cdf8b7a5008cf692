//! The command line as scripts and people use it: requests, output, exit codes, files.

mod bulk;
mod export;
mod jobs;
mod mfa;
mod migrate;
mod official;
mod outputs;
mod profiles;
mod purge;
mod results;
mod schemas;
mod signature;
mod stub;
mod teams;

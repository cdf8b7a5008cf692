//! The command line as scripts and people use it: requests, output, exit codes, files.

mod bulk;
mod jobs;
mod mfa;
mod official;
mod outputs;
mod profiles;
mod results;
mod signature;
mod stub;

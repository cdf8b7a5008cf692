//! Completion by the program itself: shells that are set up by its script run it with the words
//! typed so far. Whatever goes wrong means no candidates: never a question, never an error.

use super::generate::VARIABLE;
use clap_complete::CompleteEnv;

/// Answers a shell that asks for candidates; false when this is an ordinary run. Must come before
/// anything is printed.
pub fn answered(definition: fn() -> clap::Command) -> bool {
    let here = std::env::current_dir().ok();
    let complete = CompleteEnv::with_factory(definition).var(VARIABLE);
    complete.try_complete(std::env::args_os(), here.as_deref()).unwrap_or(false)
}

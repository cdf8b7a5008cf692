//! Completion by the program itself: shells that are set up by its script run it with the words
//! typed so far. Whatever goes wrong means no candidates: never a question, never an error.

mod source;

use super::generate::VARIABLE;
use super::noun::Noun;
use super::{
    api_keys, auth, dead_letters, deliveries, embed, events, invitations, jobs, members, notifications, pipelines,
    projects, replays, sandbox, schemas, sources, tasks, webhooks,
};
use clap::{Arg, ArgMatches, Command, FromArgMatches, ValueHint};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter};
use source::{Source, Wanted};
use std::ffi::{OsStr, OsString};
use std::sync::Arc;

/// Resources whose ids are offered.
const NOUNS: &[&Noun<'_>] = &[
    &events::EVENT,
    &webhooks::WEBHOOK,
    &deliveries::DELIVERY,
    &dead_letters::DEAD_LETTER,
    &schemas::SCHEMA,
    &projects::PROJECT,
    &members::MEMBER,
    &invitations::INVITATION,
    &notifications::NOTIFICATION,
    &auth::SESSION,
    &pipelines::PIPELINE,
    &jobs::JOB,
    &tasks::TASK,
    &replays::REPLAY,
    &sandbox::SANDBOX,
    &sources::SOURCE,
    &embed::TOKEN,
    &api_keys::API_KEY,
];

/// The resource that a command of this name is about.
fn noun_of(name: &str) -> Option<&'static Noun<'static>> {
    NOUNS.iter().copied().find(|noun| noun.command() == name)
}

/// Answers a shell that asks for candidates; false when this is an ordinary run. Must come before
/// anything is printed.
pub fn answered(definition: fn() -> Command) -> bool {
    let here = std::env::current_dir().ok();
    let complete = CompleteEnv::with_factory(|| lively(definition)).var(VARIABLE);
    complete.try_complete(std::env::args_os(), here.as_deref()).unwrap_or(false)
}

/// The definition with what only completion needs.
fn lively(definition: fn() -> Command) -> Command {
    let words = Words::typed();
    let bare = !words.current().is_some_and(|word| word.to_string_lossy().starts_with('-'));
    let source = Arc::new(Source::new(words.global(definition)));
    lively_in(definition(), None, &source, bare)
}

/// `noun` is the resource that the command is about.
fn lively_in(command: Command, noun: Option<&'static Noun<'static>>, source: &Arc<Source>, bare: bool) -> Command {
    let (noun, is_profile) = (noun_of(command.get_name()).or(noun), command.get_name() == "profile");
    let command = if bare { command.disable_help_flag(true).disable_version_flag(true) } else { command };
    let command = command.mut_args(|arg| {
        // Options crowd out values unless they are asked for by a dash; where there are no values
        // they are shown all the same.
        let arg = if bare && !arg.is_positional() { arg.hide(true) } else { arg };
        match wanted(&arg, noun, is_profile) {
            Some(wanted) => {
                let source = Arc::clone(source);
                arg.add(ArgValueCompleter::new(move |word: &OsStr| offer(&source, wanted, word)))
            }
            None if takes_text(&arg) => arg.add(ArgValueCompleter::new(file_behind_at)),
            None => arg,
        }
    });
    command.mut_subcommands(|sub| {
        let sub = lively_in(sub, noun, source, bare);
        // The verbs of `profile` take a name.
        if is_profile { sub.mut_args(|arg| named(arg, source)) } else { sub }
    })
}

fn named(arg: Arg, source: &Arc<Source>) -> Arg {
    if arg.get_id() != "name" {
        return arg;
    }
    let source = Arc::clone(source);
    arg.add(ArgValueCompleter::new(move |word: &OsStr| offer(&source, Wanted::Profiles, word)))
}

/// What the values of an argument are.
fn wanted(arg: &Arg, noun: Option<&'static Noun<'static>>, is_profile: bool) -> Option<Wanted> {
    let is_id = arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == "ID"));
    match arg.get_id().as_str() {
        "webhook" => Some(Wanted::Ids(&webhooks::WEBHOOK)),
        "event" => Some(Wanted::Ids(&events::EVENT)),
        "project" => Some(Wanted::Ids(&projects::PROJECT)),
        "topic" | "topics" | "topic_option" => Some(Wanted::Topics),
        "profile" if !is_profile => Some(Wanted::Profiles),
        _ if is_id && arg.is_positional() => noun.map(Wanted::Ids),
        _ => None,
    }
}

/// A value that may also stand in a file.
fn takes_text(arg: &Arg) -> bool {
    let free = arg.get_value_hint() == ValueHint::Unknown && arg.get_possible_values().is_empty();
    free && arg.get_action().takes_values()
}

/// Candidates for the part of the word behind its last comma, for lists are written so.
fn offer(source: &Source, wanted: Wanted, word: &OsStr) -> Vec<CompletionCandidate> {
    let word = word.to_string_lossy();
    let (before, word) = match word.rfind(',') {
        Some(comma) if matches!(wanted, Wanted::Topics) => word.split_at(comma + 1),
        _ => ("", &*word),
    };
    let fitting = source.values(wanted).into_iter().filter(|(value, _)| value.starts_with(word));
    let candidate = |(n, (value, help)): (usize, (String, String))| {
        let help = Some(help).filter(|help| !help.is_empty()).map(Into::into);
        CompletionCandidate::new(format!("{before}{value}")).help(help).display_order(Some(n))
    };
    fitting.enumerate().map(candidate).collect()
}

fn file_behind_at(word: &OsStr) -> Vec<CompletionCandidate> {
    let word = word.to_string_lossy();
    let Some(path) = word.strip_prefix('@') else { return Vec::new() };
    PathCompleter::any().complete(OsStr::new(path)).into_iter().map(|found| found.add_prefix("@")).collect()
}

/// The command line as the shell hands it over.
struct Words {
    all: Vec<OsString>,
    /// Which of them is being typed.
    at: usize,
}

impl Words {
    fn typed() -> Words {
        let all: Vec<OsString> = std::env::args_os().skip_while(|word| word != "--").skip(1).collect();
        let index = std::env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|index| index.parse().ok());
        let at = index.unwrap_or(all.len().saturating_sub(1));
        Words { all, at }
    }

    fn current(&self) -> Option<&OsString> {
        self.all.get(self.at)
    }

    /// The options of the line that say which server is meant.
    fn global(&self, definition: fn() -> Command) -> super::Global {
        let others = self.all.iter().enumerate().filter(|(n, _)| *n != self.at).map(|(_, word)| word);
        let lenient = definition().ignore_errors(true);
        let matches = lenient.try_get_matches_from(others).unwrap_or_else(|_| ArgMatches::default());
        let leaf = super::leaf(&matches).filter(|leaf| leaf.try_contains_id("base_url").is_ok());
        leaf.and_then(|leaf| super::Global::from_arg_matches(leaf).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_topic_and_profile_has_its_source() {
        let mut definition = crate::cli::definition();
        definition.build();
        let of = |path: &[&str], arg: &str| {
            let mut command = &definition;
            for name in path {
                command = command.find_subcommand(name).expect(name);
            }
            let noun = path.iter().find_map(|name| noun_of(name));
            let arg = command.get_arguments().find(|a| a.get_id() == arg).expect(arg);
            match wanted(arg, noun, false) {
                Some(Wanted::Ids(noun)) => noun.many,
                Some(Wanted::Topics) => "topics",
                Some(Wanted::Profiles) => "profiles",
                None => "",
            }
        };
        assert_eq!(of(&["webhooks", "get"], "ids"), "webhooks");
        assert_eq!(of(&["webhooks", "deliveries"], "id"), "webhooks");
        assert_eq!(of(&["deliveries", "list"], "webhook"), "webhooks");
        assert_eq!(of(&["deliveries", "list"], "event"), "events");
        assert_eq!(of(&["dead-letters", "retry"], "ids"), "dead letters");
        assert_eq!(of(&["notifications", "read"], "ids"), "notifications");
        assert_eq!(of(&["auth", "sessions", "revoke"], "ids"), "sessions");
        assert_eq!(of(&["projects", "use"], "id"), "projects");
        assert_eq!(of(&["members", "list"], "project"), "projects");
        assert_eq!(of(&["members", "update"], "ids"), "members");
        assert_eq!(of(&["invitations", "accept"], "ids"), "invitations");
        assert_eq!(of(&["jobs", "run"], "ids"), "jobs");
        assert_eq!(of(&["api-keys", "rotate"], "ids"), "api keys");
        assert_eq!(of(&["jobs", "runs"], "id"), "jobs");
        assert_eq!(of(&["jobs", "create"], "webhook"), "webhooks");
        assert_eq!(of(&["events", "send"], "topic"), "topics");
        assert_eq!(of(&["webhooks", "list"], "profile"), "profiles");
        assert_eq!(of(&["events", "send"], "payload"), "");
    }
}

//! The sections of a manual page that no definition holds: exit codes, environment, files,
//! examples, and where to read on.

use super::pages::piece;
use clap_mangen::roff::{Roff, bold, roman};

const CODES: &[(&str, &str)] = &[
    ("0", "The command did what it was asked to."),
    ("1", "It failed, or the answer is negative."),
    ("2", "It was not called rightly, or a question was answered with no."),
    ("4", "There is no credential, or not a sufficient one (HTTP 401, 403)."),
    ("5", "There is no such thing (404)."),
    ("6", "The server does not accept the input (400, 409, 422)."),
    ("7", "Too many calls, also after waiting (429)."),
    ("8", "No answer, or the server is in trouble (network, TLS, time limit, 5xx)."),
    ("9", "Some of several things were done, some failed."),
    ("130", "Interrupted."),
];

/// Codes that commands without a server can end with.
const LOCAL_CODES: [&str; 4] = ["0", "1", "2", "130"];

pub(super) fn exit_status(client: bool) -> String {
    let codes = CODES.iter().filter(|(code, _)| client || LOCAL_CODES.contains(code));
    heading("EXIT STATUS") + &entries(codes.map(|(code, text)| ((*code).to_owned(), (*text).to_owned())))
}

/// The variables that stand in the help of the options.
pub(super) fn environment(command: &clap::Command) -> String {
    let mut found: Vec<(String, String)> = Vec::new();
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let help = arg.get_long_help().or_else(|| arg.get_help()).map(ToString::to_string).unwrap_or_default();
        let Some((_, rest)) = help.split_once("[env: ") else { continue };
        let names = rest.split(']').next().unwrap_or_default();
        let option = arg.get_long().map(|long| format!("Stands in for --{long}.")).unwrap_or_default();
        found.extend(names.split(", ").map(|name| (name.to_owned(), option.clone())));
    }
    if found.is_empty() { String::new() } else { heading("ENVIRONMENT") + &entries(found) }
}

pub(super) fn files(name: &str, client: bool) -> String {
    let serves = matches!(name, "jobcelis" | "jobcelis-serve" | "jobcelis-doctor");
    let all = [
        (client, "~/.config/jobcelis/config.toml", "Profiles: servers and credentials. See jobcelis-config(5)."),
        (client, "~/.cache/jobcelis", "What may be lost: answers kept for completion."),
        (serves, "~/.config/jobcelis/server.toml", "Settings of the server. See jobcelis-config(5)."),
        (serves, "~/.local/share/jobcelis/jobcelis.db", "The database."),
        (serves, "~/.local/share/jobcelis/secret.key", "The master key. Without it the database cannot be read."),
    ];
    let fitting = all.iter().filter(|(fits, ..)| *fits).map(|(_, path, text)| ((*path).to_owned(), (*text).to_owned()));
    let fitting: Vec<_> = fitting.collect();
    if fitting.is_empty() { String::new() } else { heading("FILES") + &entries(fitting) }
}

/// The examples that the help shows at its end.
pub(super) fn examples(command: &clap::Command) -> String {
    let text = command.get_after_long_help().or_else(|| command.get_after_help()).map(ToString::to_string);
    let lines = text.as_deref().and_then(|text| text.trim_start().strip_prefix("Examples:"));
    let lines = lines.map(|lines| lines.trim_matches('\n').lines().map(|line| line.strip_prefix("  ").unwrap_or(line)));
    lines.map(|lines| verbatim("EXAMPLES", &lines.collect::<Vec<_>>().join("\n"))).unwrap_or_default()
}

pub(super) fn see_also(name: &str) -> String {
    let parent = name.rsplit_once('-').map(|(parent, _)| format!("{parent}(1)"));
    let config = (name != "jobcelis-config").then(|| "jobcelis-config(5)".to_owned());
    let mut pages: Vec<String> = ["jobcelis(1)".to_owned()].into_iter().chain(parent).chain(config).collect();
    pages.retain(|page| *page != format!("{name}(1)"));
    pages.dedup();
    prose("SEE ALSO", &[&pages.join(", ")])
}

/// A section of paragraphs.
pub(super) fn prose(title: &str, paragraphs: &[&str]) -> String {
    let mut text = heading(title);
    for paragraph in paragraphs {
        text += &of(|roff| {
            roff.control("PP", []).text([roman(*paragraph)]);
        });
    }
    text
}

/// A section of lines that stay as they are.
pub(super) fn verbatim(title: &str, lines: &str) -> String {
    heading(title)
        + &of(|roff| {
            roff.control("nf", []);
            for line in lines.lines() {
                roff.text([roman(line)]);
            }
            roff.control("fi", []);
        })
}

/// Terms with what they mean.
pub(super) fn entries(all: impl IntoIterator<Item = (String, String)>) -> String {
    of(|roff| {
        for (term, meaning) in all {
            roff.control("TP", []).text([bold(term)]).text([roman(meaning)]);
        }
    })
}

fn heading(title: &str) -> String {
    of(|roff| {
        roff.control("SH", [title]);
    })
}

fn of(write: impl FnOnce(&mut Roff)) -> String {
    let mut roff = Roff::new();
    write(&mut roff);
    piece(|out| roff.to_writer(out))
}

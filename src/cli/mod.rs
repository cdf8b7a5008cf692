//! The command line: definitions, commands and printing. A command on a server starts nothing it
//! does not need: no runtime, no file but the profile's.

mod account;
mod admin;
mod analytics;
mod api;
mod api_keys;
mod app;
mod audit;
mod auth;
mod backup;
mod bench;
mod channels;
mod complete;
mod dead_letters;
mod deliveries;
mod doctor;
mod embed;
mod events;
mod every;
mod export;
mod failure;
mod follow;
mod gdpr;
mod generate;
mod global;
mod ingest;
mod invitations;
mod jobs;
mod listen;
mod login;
mod members;
mod migrate;
mod notifications;
mod noun;
mod output;
mod pipelines;
mod profile;
mod project;
mod projects;
mod prompt;
mod purge;
mod raw;
mod replays;
mod restore;
mod retention;
mod sandbox;
mod schemas;
mod scratch;
mod serve;
mod settings;
mod signature;
mod simulate;
mod sources;
mod status;
mod stop;
mod tasks;
mod value;
mod webhooks;
mod wire;

use app::App;
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::Outcome;
use global::Global;
use output::print;
use std::process::ExitCode;

/// Webhook and event infrastructure in one binary: server and command line on one SQLite file
#[derive(Debug, Parser)]
#[command(name = "jobcelis", version = env!("JOBCELIS_VERSION"), about, max_term_width = 100)]
struct Root {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(subcommand, visible_alias = "event")]
    Events(events::Events),
    #[command(subcommand)]
    Ingest(ingest::Ingest),
    Listen(listen::Listen),
    Simulate(simulate::Simulate),
    #[command(subcommand, visible_alias = "webhook")]
    Webhooks(webhooks::Webhooks),
    #[command(subcommand, visible_alias = "delivery")]
    Deliveries(deliveries::Deliveries),
    #[command(subcommand, visible_aliases = ["dlq", "dead-letter"])]
    DeadLetters(dead_letters::DeadLetters),
    #[command(subcommand, visible_alias = "pipeline")]
    Pipelines(pipelines::Pipelines),
    #[command(subcommand, visible_aliases = ["schema", "event-schemas"])]
    Schemas(schemas::Schemas),
    #[command(subcommand, visible_alias = "replay")]
    Replays(replays::Replays),
    #[command(subcommand, visible_alias = "job")]
    Jobs(jobs::Jobs),
    #[command(subcommand, visible_alias = "source")]
    Sources(sources::Sources),
    #[command(subcommand, visible_alias = "task")]
    Tasks(tasks::Tasks),
    #[command(subcommand)]
    Sandbox(sandbox::Sandbox),
    #[command(subcommand)]
    Embed(embed::Embed),
    #[command(subcommand, visible_aliases = ["channel", "alerts"])]
    Channels(channels::Channels),
    #[command(subcommand)]
    Project(project::Project),
    #[command(subcommand, visible_alias = "api-key")]
    ApiKeys(api_keys::ApiKeys),
    #[command(subcommand)]
    Projects(projects::Projects),
    #[command(subcommand, visible_alias = "member")]
    Members(members::Members),
    #[command(subcommand, visible_alias = "invitation")]
    Invitations(invitations::Invitations),
    #[command(subcommand)]
    Analytics(analytics::Analytics),
    #[command(subcommand)]
    Audit(audit::Audit),
    #[command(subcommand)]
    Export(export::Export),
    #[command(subcommand)]
    Retention(retention::Retention),
    Purge(purge::Purge),
    Status(status::Status),
    Api(raw::Api),
    VerifySignature(signature::Verify),
    Sign(signature::Sign),
    Login(login::Login),
    Logout(login::Logout),
    /// Show who the credential is and what it may do
    Whoami,
    #[command(subcommand)]
    Auth(auth::Auth),
    #[command(subcommand)]
    Account(account::Account),
    #[command(subcommand, visible_alias = "notification")]
    Notifications(notifications::Notifications),
    #[command(subcommand)]
    Gdpr(gdpr::Gdpr),
    #[command(subcommand)]
    Profile(profile::Profile),
    #[command(subcommand)]
    Admin(admin::Admin),
    Backup(backup::Backup),
    Restore(restore::Restore),
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    UpgradeCheck(migrate::UpgradeCheck),
    Doctor(doctor::Doctor),
    Serve(serve::Serve),
    Bench(bench::Bench),
    Completion(generate::Completion),
    Man(generate::Man),
    /// Print the version
    Version,
}

/// Commands that are no clients: the options of clients mean nothing to them.
const NO_CLIENTS: [&str; 5] = ["serve", "bench", "completion", "man", "version"];

/// The whole command line; completions and manual pages are made from it too.
fn definition() -> clap::Command {
    definition_with(|_| true)
}

/// The command line with only the usual shared options at every command, for scripts that would
/// repeat the others a hundred times.
fn brief_definition() -> clap::Command {
    definition_with(|option| !option.is_hide_short_help_set())
}

/// `everywhere` tells which of the shared options each command has, beside the program itself.
fn definition_with(everywhere: fn(&clap::Arg) -> bool) -> clap::Command {
    let globals = |global| {
        let options = Global::augment_args(clap::Command::new("global"));
        options.get_arguments().cloned().map(move |arg| arg.global(global)).collect::<Vec<_>>()
    };
    let shared: Vec<_> = globals(true).into_iter().filter(everywhere).collect();
    let nouns = |command: clap::Command| {
        let own: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
        let client = !NO_CLIENTS.contains(&command.get_name());
        let missing = shared.iter().filter(|arg| client && !own.contains(&arg.get_id().to_string()));
        // Without a verb a noun shows what it can do, and that is no error.
        let shows_help = |command: clap::Command| command.subcommand_required(false).arg_required_else_help(false);
        shows_help(command.args(missing)).mut_subcommands(shows_help)
    };
    let root = Root::command().subcommand_required(false).arg_required_else_help(false);
    root.args(globals(false)).mut_subcommands(nouns)
}

/// Parses the arguments, runs the command and returns its exit code.
pub fn main() -> ExitCode {
    if complete::answered(definition) {
        return ExitCode::SUCCESS;
    }
    let mut definition = definition();
    // Leaves with 2 on a usage error and with 0 after --help and --version.
    let matches = definition.get_matches_mut();
    if let Some(help) = help_for(&mut definition, &matches) {
        return print(&help).map_or_else(|failure| failure.report(false), |()| ExitCode::SUCCESS);
    }
    // By name: whether matches know an option is answered truly in debug builds only.
    let client = matches.subcommand_name().is_some_and(|name| !NO_CLIENTS.contains(&name));
    let global = leaf(&matches).filter(|_| client);
    let parsed = Root::from_arg_matches(&matches).and_then(|root| {
        let global = global.map(Global::from_arg_matches).transpose()?.unwrap_or_default();
        Ok((root, global))
    });
    let (root, global) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => error.format(&mut definition).exit(),
    };
    let global = match &root.command {
        // There the option is the request.
        Command::Channels(channels::Channels::Upsert { .. }) => Global { config: None, ..global },
        // There it is for another server.
        Command::Migrate(migrate::Migrate::Import(_)) => Global { token: None, ..global },
        _ => global,
    };
    let json = global.wants_json();
    root.run(global).unwrap_or_else(|failure| failure.report(json))
}

/// The help of a command that only has meaning with a subcommand, when none was given.
fn help_for(definition: &mut clap::Command, matches: &ArgMatches) -> Option<String> {
    let (mut command, mut at) = (definition, matches);
    while let Some((name, inner)) = at.subcommand() {
        (command, at) = (command.find_subcommand_mut(name)?, inner);
    }
    let needs_one = command.has_subcommands() && !command.is_args_conflicts_with_subcommands_set();
    needs_one.then(|| command.render_help().to_string())
}

/// The matches of the innermost command.
fn leaf(matches: &ArgMatches) -> Option<&ArgMatches> {
    let mut at = matches.subcommand()?.1;
    while let Some((_, inner)) = at.subcommand() {
        at = inner;
    }
    Some(at)
}

impl Root {
    fn run(self, global: Global) -> Outcome<ExitCode> {
        let app = || App::open(global.clone());
        match self.command {
            Command::Serve(serve) => return serve::run(&serve),
            Command::Bench(bench) => bench::run(&bench),
            Command::Doctor(command) => doctor::run(&global, &command),
            Command::Completion(command) => generate::completion(&command, brief_definition()),
            Command::Man(command) => generate::man(&command, definition()),
            Command::Version => print(&definition().render_version()),
            Command::Events(command) => events::run(&app()?, &command),
            Command::Ingest(command) => ingest::run(&app()?, &command),
            Command::Listen(command) => listen::run(&app()?, &command),
            Command::Simulate(command) => simulate::run(&app()?, &command),
            Command::Webhooks(command) => webhooks::run(&app()?, &command),
            Command::Deliveries(command) => deliveries::run(&app()?, &command),
            Command::DeadLetters(command) => dead_letters::run(&app()?, &command),
            Command::Pipelines(command) => pipelines::run(&app()?, &command),
            Command::Schemas(command) => schemas::run(&app()?, &command),
            Command::Replays(command) => replays::run(&app()?, &command),
            Command::Jobs(command) => jobs::run(&app()?, &command),
            Command::Tasks(command) => tasks::run(&app()?, &command),
            Command::Embed(command) => embed::run(&app()?, &command),
            Command::Channels(command) => channels::run(&app()?, &command),
            Command::Sandbox(command) => sandbox::run(&app()?, &command),
            Command::Sources(command) => sources::run(&app()?, &command),
            Command::Project(command) => project::run(&app()?, &command),
            Command::ApiKeys(command) => api_keys::run(&app()?, &command),
            Command::Projects(command) => projects::run(&app()?, &command),
            Command::Members(command) => members::run(&app()?, &command),
            Command::Invitations(command) => invitations::run(&app()?, &command),
            Command::Analytics(command) => analytics::run(&app()?, &command),
            Command::Audit(command) => audit::run(&app()?, &command),
            Command::Export(command) => export::run(&app()?, &command),
            Command::Retention(command) => retention::run(&app()?, &command),
            Command::Purge(command) => purge::run(&app()?, &command),
            Command::Status(command) => status::run(&app()?, &command),
            Command::Api(command) => raw::run(&app()?, &command),
            Command::VerifySignature(command) => signature::verify(&global, &command),
            Command::Sign(command) => signature::sign(&command),
            Command::Login(command) => login::run(&app()?, &command),
            Command::Logout(command) => login::logout(&app()?, &command),
            Command::Whoami => login::whoami(&app()?),
            Command::Auth(command) => auth::run(&app()?, &command),
            Command::Account(command) => account::run(&app()?, &command),
            Command::Notifications(command) => notifications::run(&app()?, &command),
            Command::Gdpr(command) => gdpr::run(&app()?, &command),
            Command::Profile(command) => profile::run(&app()?, &command),
            Command::Admin(command) => admin::run(&app()?, &command),
            Command::Backup(command) => backup::run(&app()?, &command),
            Command::Restore(command) => restore::run(&app()?, &command),
            Command::Migrate(command) => migrate::run(&app()?, &command),
            Command::UpgradeCheck(command) => migrate::check(&app()?, &command.folder),
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::error::ErrorKind;

    #[test]
    fn the_definitions_hold_together() {
        definition().debug_assert();
    }

    #[test]
    fn options_stand_before_and_after_the_command() {
        for line in ["--json events list -q", "events --json -q list", "events list -q --json", "-q events list --json"]
        {
            let words = std::iter::once("jobcelis").chain(line.split(' '));
            let matches = definition().try_get_matches_from(words).expect(line);
            let global = Global::from_arg_matches(leaf(&matches).expect("leaf")).expect(line);
            assert!(global.json && global.quiet, "{line}");
        }
        let wrong = definition().try_get_matches_from(["jobcelis", "events", "list", "--jsom"]);
        assert_eq!(wrong.expect_err("unknown").kind(), ErrorKind::UnknownArgument);
    }
}

//! `jobcelis completion` and `jobcelis man`: what shells and readers need to know of the command
//! line, made from its one definition. The copies in `completions/` and `man/` come from here,
//! and a test compares them.

mod files;
mod pages;
mod scripts;
mod sections;

use super::failure::{Failure, Outcome};
use super::print;
use super::scratch::Scratch;
use pages::Page;
pub use scripts::Shell;
pub(super) use scripts::VARIABLE;
use std::io::{ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Print the script that completes this command line in a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis completion bash > ~/.local/share/bash-completion/completions/jobcelis
  jobcelis completion zsh > ~/.zfunc/_jobcelis
  jobcelis completion fish > ~/.config/fish/completions/jobcelis.fish")]
pub struct Completion {
    #[arg(value_enum, required_unless_present = "dir")]
    shell: Option<Shell>,
    /// Write the scripts of all shells into this folder
    #[arg(long, value_name = "DIR", hide = true, conflicts_with = "shell", value_hint = clap::ValueHint::DirPath)]
    dir: Option<PathBuf>,
}

/// Show the manual page of a command
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  jobcelis man
  jobcelis man serve
  jobcelis man config
  jobcelis man --dir ~/.local/share/man/man1")]
pub struct Man {
    /// The command, or `config` for the files
    command: Vec<String>,
    /// Write all pages into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command", value_hint = clap::ValueHint::DirPath)]
    dir: Option<PathBuf>,
}

pub fn completion(command: &Completion, definition: clap::Command) -> Outcome {
    if let Some(dir) = &command.dir {
        let files = Shell::all().map(|shell| (shell.file(), shell.script(definition.clone())));
        return write(dir, files);
    }
    match command.shell {
        Some(shell) => print(&shell.script(definition)),
        None => Ok(()),
    }
}

pub fn man(command: &Man, definition: clap::Command) -> Outcome {
    let pages = pages::all(definition);
    if let Some(dir) = &command.dir {
        return write(dir, pages.into_iter().map(|page| (page.file(), page.text)));
    }
    let name = std::iter::once("jobcelis").chain(command.command.iter().map(String::as_str)).collect::<Vec<_>>();
    let page = pages.into_iter().find(|page| page.name == name.join("-"));
    let page = page.ok_or_else(|| {
        Failure::usage(format!("there is no manual page for {}", name.join(" ")))
            .hint("`jobcelis --help` lists all commands")
    })?;
    if std::io::stdout().is_terminal() { show(&page) } else { print(&page.text) }
}

/// Hands the page to `man`; without one its source is better than nothing.
fn show(page: &Page) -> Outcome {
    let folder = Scratch::new(&std::env::temp_dir(), "jobcelis-man")?;
    let path = folder.path().join(page.file());
    std::fs::write(&path, &page.text)?;
    match Command::new("man").arg(&path).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::failed(format!("man: {status}"))),
        Err(e) if e.kind() == ErrorKind::NotFound => print(&page.text),
        Err(e) => Err(Failure::failed(format!("man: {e}"))),
    }
}

fn write(dir: &Path, files: impl Iterator<Item = (String, String)>) -> Outcome {
    std::fs::create_dir_all(dir)?;
    for (name, text) in files {
        let path = dir.join(name);
        std::fs::write(&path, text).map_err(|e| Failure::failed(format!("{}: {e}", path.display())))?;
    }
    Ok(())
}

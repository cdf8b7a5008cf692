//! The completion script of each shell: everything the definition knows, and where it can be
//! asked a way to the program itself, which also knows ids and topics of the server.

use clap::ValueEnum;
use clap_complete::env::{self, EnvCompleter};
use clap_complete::generate;
use clap_complete::shells::{Bash, Elvish, Fish, PowerShell, Zsh};
use clap_complete_nushell::Nushell;

/// The command that is completed.
const NAME: &str = "jobcelis";

/// Set to the name of a shell, it makes the program complete instead of run.
pub(in crate::cli) const VARIABLE: &str = "COMPLETE";

/// A shell that completes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
    Nushell,
}

impl Shell {
    pub fn all() -> impl Iterator<Item = Shell> {
        Shell::value_variants().iter().copied()
    }

    /// The name under which the shell looks for the script.
    pub fn file(self) -> String {
        let name = match self {
            Shell::Bash => "jobcelis.bash",
            Shell::Zsh => "_jobcelis",
            Shell::Fish => "jobcelis.fish",
            Shell::Powershell => "_jobcelis.ps1",
            Shell::Elvish => "jobcelis.elv",
            Shell::Nushell => "jobcelis.nu",
        };
        name.to_owned()
    }

    pub fn script(self, mut definition: clap::Command) -> String {
        let mut bytes = Vec::new();
        let (command, out) = (&mut definition, &mut bytes);
        match self {
            Shell::Bash => generate(Bash, command, NAME, out),
            Shell::Zsh => generate(Zsh, command, NAME, out),
            Shell::Fish => generate(Fish, command, NAME, out),
            Shell::Powershell => generate(PowerShell, command, NAME, out),
            Shell::Elvish => generate(Elvish, command, NAME, out),
            Shell::Nushell => generate(Nushell, command, NAME, out),
        }
        self.alive(&tidy(&bytes)) + "\n"
    }

    /// Where the program is found it completes itself; what the script knows is for the rest.
    fn alive(self, script: &str) -> String {
        let own = self.handover();
        match self {
            Shell::Bash => format!("{script}\n\nif command -v jobcelis >/dev/null 2>&1; then{own}\nfi"),
            Shell::Zsh => match script.rfind("\nif [ \"$funcstack[1]\"") {
                Some(end) => format!("{}\n{}{ZSH}", &script[..end], own.trim_start_matches("#compdef jobcelis")),
                None => script.to_owned(),
            },
            Shell::Fish => format!("if command -q jobcelis\n{own}\nelse\n{script}\nend"),
            Shell::Elvish => format!("{script}\n\nif (has-external jobcelis) {{{own}\n}}"),
            Shell::Powershell => {
                format!("{script}\n\nif (Get-Command jobcelis -ErrorAction SilentlyContinue) {{{own}\n}}")
            }
            Shell::Nushell => script.to_owned(),
        }
    }

    /// Makes the shell ask the program.
    fn handover(self) -> String {
        let completer: &dyn EnvCompleter = match self {
            Shell::Bash => &env::Bash,
            Shell::Zsh => &env::Zsh,
            Shell::Fish => &env::Fish,
            Shell::Powershell => &env::Powershell,
            Shell::Elvish => &env::Elvish,
            Shell::Nushell => return String::new(),
        };
        let mut bytes = Vec::new();
        // Writing to memory does not fail.
        let _ = completer.write_registration(VARIABLE, NAME, NAME, NAME, &mut bytes);
        tidy(&bytes)
    }
}

/// Without blanks at the ends of lines and of the text.
fn tidy(script: &[u8]) -> String {
    let text = String::from_utf8_lossy(script);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// The end of the script of zsh, which is either run as a function or sourced.
const ZSH: &str = r#"

if (( ! $+commands[jobcelis] )); then
    compdef _jobcelis jobcelis
    [ "$funcstack[1]" = "_jobcelis" ] && _jobcelis "$@"
elif [ "$funcstack[1]" = "_jobcelis" ]; then
    _clap_dynamic_completer_jobcelis "$@"
fi"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_knows_every_command_and_asks_the_program() {
        for shell in Shell::all() {
            let script = shell.script(crate::cli::brief_definition());
            for command in ["serve", "completion", "--data-dir"] {
                assert!(script.contains(command.trim_start_matches('-')), "{shell:?} {command}");
            }
            assert_eq!(script.contains("_CLAP_") || script.contains("COMPLETE"), shell != Shell::Nushell, "{shell:?}");
            assert!(!script.contains(env!("CARGO_MANIFEST_DIR")), "{shell:?}");
        }
    }
}

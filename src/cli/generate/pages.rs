//! Manual pages: one for each command, made from its definition and the sections that definitions
//! do not hold, and one for the files.

use super::{files, sections};
use crate::config::{self, Setting};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

const MANUAL: &str = "Jobcelis Manual";

/// The heading under which the options of all client commands stand.
const GLOBAL: &str = "Global options";

/// A page before it is a file.
#[derive(Debug)]
pub struct Page {
    /// `jobcelis-events-send`
    pub name: String,
    section: char,
    /// Source for `man`.
    pub text: String,
}

impl Page {
    pub fn file(&self) -> String {
        format!("{}.{}", self.name, self.section)
    }
}

/// Every page; the definition is the whole command line.
pub fn all(definition: clap::Command) -> Vec<Page> {
    let mut root = definition.disable_help_subcommand(true);
    root.build();
    let mut pages = Vec::new();
    collect(&root, &mut pages);
    pages.push(files_page());
    pages
}

fn collect(command: &clap::Command, pages: &mut Vec<Page>) {
    pages.push(page(command));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        collect(sub, pages);
    }
}

fn page(command: &clap::Command) -> Page {
    let name = command.get_display_name().unwrap_or("jobcelis").to_owned();
    let is_root = name == "jobcelis";
    let client = is_root || command.get_arguments().any(|arg| arg.get_id() == "base_url");
    let shown = |arg: clap::Arg| {
        let elsewhere = !is_root && arg.get_help_heading() == Some(GLOBAL);
        // What the short help leaves out is told here.
        if elsewhere { arg.hide(true) } else { arg.hide_short_help(false) }
    };
    // The quotes are an argument of their own: without them the title would lack one.
    let man = Man::new(command.clone().mut_args(shown).subcommand_value_name("command"))
        .title(&name)
        .date("\"\"")
        .source(source())
        .manual(MANUAL);
    let mut text = Roff::new().render();
    text += &piece(|out| man.render_title(out));
    text += &piece(|out| man.render_name_section(out));
    text += &piece(|out| man.render_synopsis_section(out));
    text += &piece(|out| man.render_description_section(out));
    text += &piece(|out| man.render_options_section(out));
    if client && !is_root {
        text += &piece(|out| {
            let mut roff = Roff::new();
            roff.control("PP", []).text([roman("The options that all commands share are described in jobcelis(1).")]);
            roff.to_writer(out)
        });
    }
    if command.has_subcommands() {
        text += &piece(|out| man.render_subcommands_section(out)).replace(".SH SUBCOMMANDS", ".SH COMMANDS");
    }
    text += &sections::exit_status(client);
    text += &sections::environment(command);
    text += &sections::files(&name, client);
    text += &sections::examples(command);
    text += &sections::see_also(&name);
    Page { name, section: '1', text }
}

/// The page of the configuration files.
fn files_page() -> Page {
    let name = "jobcelis-config";
    let mut text = Roff::new().render();
    text += &piece(|out| {
        let mut roff = Roff::new();
        roff.control("TH", [name, "5", "\"\"", &source(), MANUAL]);
        roff.to_writer(out)
    });
    text += &sections::prose("NAME", &["jobcelis-config - configuration files of jobcelis"]);
    text += &sections::prose("DESCRIPTION", files::DESCRIPTION);
    text += &sections::prose("CONFIG.TOML", files::PROFILES);
    text += &sections::entries(files::KEYS.iter().map(|(key, help)| ((*key).to_owned(), (*help).to_owned())));
    text += &sections::prose("SERVER.TOML", files::SERVER);
    text += &sections::entries(config::settings().iter().map(setting));
    text += &sections::verbatim("EXAMPLES", files::EXAMPLE);
    text += &sections::see_also(name);
    Page { name: name.to_owned(), section: '5', text }
}

fn setting(setting: &Setting) -> (String, String) {
    let Setting { key, help, default, takes } = setting;
    let title = format!("{key} = {}", takes.value_name());
    let text =
        format!("{}. Default: {default}. Flag --{}, variable {}.", help.trim(), setting.flag(), setting.variable());
    (title, text)
}

/// What one part of a page is, without the lines that every rendering starts with.
pub(super) fn piece(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = write(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    text.strip_prefix(&Roff::new().render()).map(str::to_owned).unwrap_or(text)
}

fn source() -> String {
    format!("jobcelis {}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_with_its_sections() {
        let pages = all(crate::cli::definition());
        let page = |name: &str| &pages.iter().find(|page| page.name == name).expect(name).text;
        for section in ["NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"] {
            assert!(
                page("jobcelis-serve").contains(&format!(".SH \"{section}\"\n"))
                    || page("jobcelis-serve").contains(&format!(".SH {section}\n")),
                "{section}"
            );
        }
        assert!(page("jobcelis-serve").contains("JOBCELIS_DATA_DIR"));
        assert!(page("jobcelis-completion").contains("EXAMPLES"));
        for setting in config::settings() {
            assert!(page("jobcelis-config").contains(&setting.key.to_owned()), "{}", setting.key);
        }
        assert!(!pages.iter().any(|page| page.text.contains(env!("CARGO_MANIFEST_DIR"))));
    }
}

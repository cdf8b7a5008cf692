//! `install.sh`: into an empty home, again, over an older version, interrupted, and away again.

use crate::support::{Output, finish};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// An empty home with a folder of programs that holds little more than a shell needs.
struct Home(TempDir);

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().unwrap())
    }

    fn prefix(&self) -> PathBuf {
        self.0.path().join("home/.local")
    }

    /// The script with its arguments; the home is made if it is not there.
    fn command(&self, args: &[&str]) -> Command {
        let (home, temp) = (self.0.path().join("home"), self.0.path().join("tmp"));
        std::fs::create_dir_all(&home).unwrap();
        std::fs::create_dir_all(&temp).unwrap();
        let mut command = Command::new("sh");
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("install.sh")).args(args);
        command.env("HOME", home).env("TMPDIR", temp).current_dir(self.0.path());
        command
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> Output {
        let run = finish(&mut self.command(args), b"");
        assert_eq!(run.code, Some(0), "{args:?}: {}{}", run.stdout, run.stderr);
        run
    }

    #[track_caller]
    fn install(&self) -> Output {
        self.run(&["--binary", env!("CARGO_BIN_EXE_jobcelis")])
    }

    /// Everything below the home and the temporary folder.
    fn left(&self) -> Vec<String> {
        let mut found = Vec::new();
        list(self.0.path(), &mut found);
        let at = self.0.path().to_str().unwrap().len() + 1;
        found.sort();
        found.iter().map(|path| path[at..].to_owned()).filter(|p| p != "home" && p != "tmp").collect()
    }
}

fn list(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        found.push(entry.path().to_str().unwrap().to_owned());
        if entry.path().is_dir() {
            list(&entry.path(), found);
        }
    }
}

#[test]
fn installed_used_and_removed_without_a_trace() {
    let home = Home::new();
    let said = home.install().stdout;
    let program = home.prefix().join("bin/jobcelis");
    assert!(said.contains(&format!("installed {}", program.display())), "{said}");
    assert!(said.trim_end().lines().last().unwrap().contains("jobcelis serve"), "{said}");
    let run = finish(Command::new(&program).arg("--version"), b"");
    assert!(run.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", run.stdout);
    let page = home.prefix().join("share/man/man1/jobcelis-serve.1");
    assert!(std::fs::read_to_string(page).unwrap().starts_with(".ie"));
    assert!(home.prefix().join("share/man/man5/jobcelis-config.5").exists());
    assert!(!home.prefix().join("share/jobcelis").exists(), "the place of a server's data");

    let first = home.left();
    home.install();
    assert_eq!(home.left(), first, "the second run changes nothing");
    let said = home.run(&["--uninstall"]).stdout;
    assert!(said.contains("removed"), "{said}");
    assert_eq!(home.left(), [""; 0]);
    assert!(home.run(&["--uninstall"]).stdout.contains("nothing"));
}

#[test]
fn what_was_there_before_stays() {
    let home = Home::new();
    let mine = home.prefix().join("share/man/man1/mine.1");
    std::fs::create_dir_all(mine.parent().unwrap()).unwrap();
    std::fs::create_dir_all(home.prefix().join("bin")).unwrap();
    std::fs::write(&mine, "mine").unwrap();
    home.install();
    std::fs::write(home.prefix().join("lib/jobcelis/other"), "of another").unwrap();
    home.run(&["--uninstall"]);
    let expected = [
        "home/.local",
        "home/.local/bin",
        "home/.local/lib",
        "home/.local/lib/jobcelis",
        "home/.local/lib/jobcelis/other",
        "home/.local/share",
        "home/.local/share/man",
        "home/.local/share/man/man1",
        "home/.local/share/man/man1/mine.1",
    ];
    assert_eq!(home.left(), expected);
}

#[test]
fn what_an_older_version_had_and_what_an_interrupted_run_left_go_too() {
    let home = Home::new();
    home.install();
    let record = home.prefix().join("lib/jobcelis/installed");
    let old = home.prefix().join("share/man/man1/jobcelis-gone.1");
    let add = |line: String, file: &Path| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        std::fs::write(file, format!("{text}{line}\n")).unwrap();
    };
    std::fs::write(&old, "").unwrap();
    add(format!("f {}", old.display()), &record);
    home.install();
    assert!(!old.exists(), "the new version has no such page");

    std::fs::write(&old, "").unwrap();
    add(format!("f {}", old.display()), &record.with_extension("new"));
    home.run(&["--uninstall"]);
    assert_eq!(home.left(), [""; 0]);
}

#[test]
fn a_prefix_of_ones_own_with_blanks() {
    let home = Home::new();
    let prefix = home.0.path().join("home/a b/c");
    home.run(&["--prefix", "home/a b/c/", "--binary", env!("CARGO_BIN_EXE_jobcelis")]);
    assert!(prefix.join("bin/jobcelis").exists());
    home.run(&["--uninstall", &format!("--prefix={}", prefix.display())]);
    assert_eq!(home.left(), [""; 0]);
}

#[test]
fn without_a_program_one_is_built_from_the_checkout() {
    let home = Home::new();
    let tools = tempfile::tempdir().unwrap();
    // A cargo that has built already, and a compiler that is never run.
    let cargo = format!(
        "#!/bin/sh\nset -eu\n[ -f \"$3/Cargo.toml\" ]\n\
         while [ \"$1\" != --root ]; do shift; done\nmkdir -p \"$2/bin\"\ncp '{}' \"$2/bin/jobcelis\"\n",
        env!("CARGO_BIN_EXE_jobcelis")
    );
    for (name, text) in [("cargo", cargo.as_str()), ("cc", "#!/bin/sh\nexit 1\n")] {
        std::fs::write(tools.path().join(name), text).unwrap();
        let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(tools.path().join(name), executable).unwrap();
    }
    let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
    let run = finish(home.command(&[]).env("PATH", path), b"");
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    assert!(home.prefix().join("bin/jobcelis").exists());
    home.run(&["--uninstall"]);
    assert_eq!(home.left(), [""; 0]);
}

#[test]
fn what_cannot_be_installed_changes_nothing() {
    let home = Home::new();
    for (args, code) in [
        (&["--binary", "/nowhere/jobcelis"][..], 2),
        (&["--binary", "/bin/false"], 1),
        (&["--binary", "/bin/echo"], 1),
        (&["--prefix"], 2),
        (&["--nonsense"], 2),
    ] {
        let run = finish(&mut home.command(args), b"");
        assert_eq!(run.code, Some(code), "{args:?}: {}{}", run.stdout, run.stderr);
        assert!(!run.stderr.is_empty(), "{args:?}");
        assert_eq!(home.left(), [""; 0], "{args:?}");
    }
}

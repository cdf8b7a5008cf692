//! Questions to the person at the terminal; asked on stderr, so that stdout stays data.

use super::app::App;
use super::failure::{Failure, Outcome};
use super::global::variable;
use std::io::{BufRead, IsTerminal, Read, Write};
use std::process::{Command, Stdio};

/// How a shell ends after Ctrl-C.
const INTERRUPTED: u8 = 130;

impl App {
    /// Whether there is someone to ask.
    pub fn can_ask(&self) -> bool {
        let silenced = self.global.no_input || variable("JOBCELIS_NO_INPUT").is_some() || variable("CI").is_some();
        !silenced && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks for a line; exit code 2 when there is nobody to ask.
    pub fn ask(&self, question: &str, otherwise: &str) -> Outcome<String> {
        self.put(question, otherwise)?;
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line)?;
        Ok(line.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// As [`App::ask`], without showing what is typed.
    pub fn ask_secret(&self, question: &str, otherwise: &str) -> Outcome<String> {
        self.put(question, otherwise)?;
        let before = stty(&["-g"])?;
        // Ctrl-C comes as a character, so that the terminal is always given back as it was.
        stty(&["-echo", "-icanon", "-isig", "min", "1"])?;
        let line = typed(&mut std::io::stdin().lock());
        stty(&[before.trim()])?;
        writeln!(std::io::stderr())?;
        line?.ok_or_else(|| Failure::silent(INTERRUPTED))
    }

    /// Goes on only with --yes or a yes.
    pub fn confirm(&self, question: &str) -> Outcome {
        if self.global.yes || self.sends_nothing() {
            return Ok(());
        }
        if !self.can_ask() {
            return Err(Failure::usage(format!("{question}: not confirmed")).hint("confirm with --yes"));
        }
        if self.agrees(question)? { Ok(()) } else { Err(Failure::usage("not confirmed")) }
    }

    /// Whether the person at the terminal says yes.
    pub fn agrees(&self, question: &str) -> Outcome<bool> {
        let answer = self.ask(&format!("{question}? [y/N]"), "--yes")?;
        Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
    }

    /// Goes on only with --yes or once the name of what is at stake has been typed.
    pub fn confirm_by_name(&self, question: &str, name: &str) -> Outcome {
        if self.global.yes || self.sends_nothing() {
            return Ok(());
        }
        let typed = self.ask(&format!("{question} Type {name} to confirm"), "--yes")?;
        if typed.trim() == name.trim() { Ok(()) } else { Err(Failure::usage("not confirmed")) }
    }

    fn put(&self, question: &str, otherwise: &str) -> Outcome {
        if !self.can_ask() {
            return Err(Failure::usage(format!("{otherwise} is required")));
        }
        let mut err = std::io::stderr();
        Ok(write!(err, "{question}: ").and_then(|()| err.flush())?)
    }
}

fn stty(args: &[&str]) -> Outcome<String> {
    let run = Command::new("stty").args(args).stdin(Stdio::inherit()).stderr(Stdio::inherit()).output();
    let output = run.map_err(|e| Failure::failed(format!("stty: {e}")))?;
    if !output.status.success() {
        return Err(Failure::failed("the terminal cannot be told to hide what is typed"));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A line as it is typed, with the keys that correct it; `None` when it is broken off.
fn typed(from: &mut impl Read) -> Outcome<Option<String>> {
    let (mut line, mut byte) = (Vec::new(), [0]);
    while from.read(&mut byte)? == 1 {
        match byte[0] {
            b'\r' | b'\n' => break,
            0x03 => return Ok(None),
            0x04 if line.is_empty() => return Ok(None),
            0x15 => line.clear(),
            0x7f | 0x08 => {
                // A character of several bytes goes as a whole.
                while line.pop().is_some_and(|b: u8| b & 0xc0 == 0x80) {}
            }
            other => line.push(other),
        }
    }
    String::from_utf8(line).map(Some).map_err(|_| Failure::usage("what was typed is not UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_can_be_corrected_and_broken_off() {
        for (keys, line) in [
            ("abc\nrest", Some("abc")),
            ("ab\x7fc\r", Some("ac")),
            ("aé\x7f\x7f\x7fx\n", Some("x")),
            ("wrong\x15right\n", Some("right")),
            ("ab\x03", None),
            ("\x04", None),
            ("", Some("")),
        ] {
            assert_eq!(typed(&mut keys.as_bytes()).expect("read").as_deref(), line, "{keys:?}");
        }
    }
}

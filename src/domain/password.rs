//! What a new password must be. Hashing is done elsewhere; a login is never judged by this.

use crate::base::{Error, Kind, Result};

/// Well-known passwords, one a line, in lower case.
const COMMON: &str = include_str!("common_passwords.txt");

/// Checks a new password for the owner of a normalised address; 422 with every broken rule.
pub fn check(password: &str, email: &str) -> Result<()> {
    let broken = broken_rules(password, email);
    let Some(first) = broken.first() else { return Ok(()) };
    let error = Error::new(Kind::Invalid, format!("Password {first}"));
    Err(broken.iter().fold(error, |error, message| error.detail("password", *message)))
}

/// Compares a new password with its repetition, if there is one; 422 `Passwords do not match`.
pub fn check_again(password: &str, again: Option<&str>) -> Result<()> {
    match again {
        Some(again) if again != password => {
            let error = Error::new(Kind::Invalid, "Passwords do not match");
            Err(error.detail("password_confirm", "does not match"))
        }
        _ => Ok(()),
    }
}

fn broken_rules(password: &str, email: &str) -> Vec<&'static str> {
    let lower = password.to_lowercase();
    let local = email.split('@').next().unwrap_or_default();
    let lacks = |class: fn(&u8) -> bool| !password.as_bytes().iter().any(class);
    let rules = [
        (password.chars().count() < 8, "should be at least 8 characters"),
        (password.len() > 128, "should be at most 128 bytes"),
        (lacks(u8::is_ascii_lowercase), "must have at least one lowercase letter"),
        (lacks(u8::is_ascii_uppercase), "must have at least one uppercase letter"),
        (lacks(u8::is_ascii_digit), "must have at least one digit"),
        (COMMON.lines().any(|common| common == lower), "is too common"),
        (local.chars().count() >= 4 && lower.contains(local), "is too similar to your email"),
    ];
    rules.into_iter().filter(|(broken, _)| *broken).map(|(_, message)| message).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_message() {
        let long = format!("Aa1{}", "x".repeat(126));
        let cases: [(&str, &[&str]); 12] = [
            ("Tr4vesura-lenta", &[]),
            ("Ab3defgh", &[]),
            (&long[..128], &[]),
            (&long, &["should be at most 128 bytes"]),
            ("Ab3", &["should be at least 8 characters"]),
            (
                "ñññÑ4",
                &[
                    "should be at least 8 characters",
                    "must have at least one lowercase letter",
                    "must have at least one uppercase letter",
                ],
            ),
            ("tr4vesura-lenta", &["must have at least one uppercase letter"]),
            ("TR4VESURA-LENTA", &["must have at least one lowercase letter"]),
            ("Travesura-lenta", &["must have at least one digit"]),
            ("Password1", &["is too common"]),
            (
                "",
                &[
                    "should be at least 8 characters",
                    "must have at least one lowercase letter",
                    "must have at least one uppercase letter",
                    "must have at least one digit",
                ],
            ),
            ("xxCarmeN77yy", &["is too similar to your email"]),
        ];
        for (password, messages) in cases {
            assert_eq!(broken_rules(password, "carmen@example.org"), messages, "{password}");
        }
    }

    #[test]
    fn a_short_local_part_is_no_rule() {
        assert!(check("Ana-Tr4vesura", "ana@example.org").is_ok());
    }

    #[test]
    fn the_error_names_the_first_and_lists_all() {
        let error = check("contraseña", "ana@example.org").expect_err("refused");
        assert_eq!(error.message(), "Password must have at least one uppercase letter");
        let listed = ["must have at least one uppercase letter", "must have at least one digit", "is too common"];
        assert_eq!(error.details(), &vec![("password".to_owned(), listed.map(str::to_owned).to_vec())]);
    }

    #[test]
    fn the_list_is_sorted_lower_case_and_long_enough() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() >= 1000, "{}", lines.len());
        assert!(lines.is_sorted_by(|a, b| a < b));
        assert!(lines.iter().all(|l| !l.is_empty() && l.trim() == *l && l.to_lowercase() == *l));
        for known in ["password1", "qwerty123", "contraseña1", "hola1234", "12345678", "barcelona1"] {
            assert!(lines.contains(&known), "{known}");
        }
    }
}

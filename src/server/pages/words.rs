//! The words of the pages in each language.

use crate::config::Locale;

/// One language.
#[derive(Debug)]
pub(super) struct Words {
    pub language: &'static str,
    pub reset_title: &'static str,
    pub rules: &'static str,
    pub password: &'static str,
    pub again: &'static str,
    pub set_password: &'static str,
    pub password_set: &'static str,
    pub missing: &'static str,
    pub confirm_title: &'static str,
    pub confirm_text: &'static str,
    pub confirm: &'static str,
    pub confirmed: &'static str,
    pub taken: &'static str,
    pub dead_link: &'static str,
    /// What the rules for passwords say, by how the API says it.
    broken: [(&'static str, &'static str); 9],
}

const ENGLISH: Words = Words {
    language: "en",
    reset_title: "New password",
    rules: "At least 8 characters, with upper and lower case letters and a digit.",
    password: "New password",
    again: "The same again",
    set_password: "Set password",
    password_set: "Your password is set and all logins have ended. You can log in with the new one now.",
    missing: "Type a new password.",
    confirm_title: "Email address",
    confirm_text: "Confirm that this address is yours.",
    confirm: "Confirm",
    confirmed: "Your address is confirmed.",
    taken: "Another account has this address by now.",
    dead_link: "This link was used already or is too old. Ask for a new one.",
    broken: [
        ("should be at least 8 characters", "The password needs at least 8 characters."),
        ("should be at most 128 bytes", "The password is too long."),
        ("must have at least one lowercase letter", "The password needs a lower case letter."),
        ("must have at least one uppercase letter", "The password needs an upper case letter."),
        ("must have at least one digit", "The password needs a digit."),
        ("is too common", "The password is too common."),
        ("is too similar to your email", "The password is too similar to your address."),
        ("was used recently", "You used this password recently."),
        ("does not match", "The two are not the same."),
    ],
};

const SPANISH: Words = Words {
    language: "es",
    reset_title: "Nueva contraseña",
    rules: "Al menos 8 caracteres, con mayúsculas, minúsculas y una cifra.",
    password: "Nueva contraseña",
    again: "Otra vez la misma",
    set_password: "Guardar contraseña",
    password_set: "La contraseña está guardada y todas las sesiones se han cerrado. Ya puedes entrar con la nueva.",
    missing: "Escribe una contraseña nueva.",
    confirm_title: "Correo electrónico",
    confirm_text: "Confirma que esta dirección es tuya.",
    confirm: "Confirmar",
    confirmed: "Tu dirección está confirmada.",
    taken: "Otra cuenta ya tiene esta dirección.",
    dead_link: "Este enlace ya se ha usado o es demasiado antiguo. Pide uno nuevo.",
    broken: [
        ("should be at least 8 characters", "La contraseña necesita al menos 8 caracteres."),
        ("should be at most 128 bytes", "La contraseña es demasiado larga."),
        ("must have at least one lowercase letter", "La contraseña necesita una minúscula."),
        ("must have at least one uppercase letter", "La contraseña necesita una mayúscula."),
        ("must have at least one digit", "La contraseña necesita una cifra."),
        ("is too common", "La contraseña es demasiado común."),
        ("is too similar to your email", "La contraseña se parece demasiado a tu dirección."),
        ("was used recently", "Has usado esta contraseña hace poco."),
        ("does not match", "Las dos no coinciden."),
    ],
};

impl Words {
    pub fn of(locale: Locale) -> &'static Words {
        match locale {
            Locale::En => &ENGLISH,
            Locale::Es => &SPANISH,
        }
    }

    /// A broken rule in this language; one without words stays as it is.
    pub fn rule<'r>(&self, rule: &'r str) -> &'r str
    where
        'static: 'r,
    {
        self.broken.iter().find(|(said, _)| *said == rule).map_or(rule, |(_, words)| words)
    }
}

/// The language of ours that a browser likes best.
pub(super) fn preferred(accept_language: &str) -> Option<Locale> {
    let mut best: Option<(f32, Locale)> = None;
    for entry in accept_language.split(',') {
        let (tag, rest) = entry.split_once(';').unwrap_or((entry, ""));
        let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |q| q.trim().parse::<f32>().ok());
        let locale = match tag.trim().get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("en") => Locale::En,
            Some("es") => Locale::Es,
            _ => continue,
        };
        let Some(weight) = weight.filter(|weight| *weight > 0.0) else { continue };
        if best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_choose() {
        for (header, expected) in [
            ("es-ES,es;q=0.9,en;q=0.8", Some(Locale::Es)),
            ("fr,en;q=0.3,es;q=0.7", Some(Locale::Es)),
            ("en-GB", Some(Locale::En)),
            ("es;q=0,en;q=0.1", Some(Locale::En)),
            ("de,fr;q=0.5", None),
            ("*", None),
            ("ñ,;q=x", None),
        ] {
            assert_eq!(preferred(header), expected, "{header}");
        }
    }

    #[test]
    fn rules_have_words() {
        for locale in [Locale::En, Locale::Es] {
            let words = Words::of(locale);
            assert!(words.rule("is too common").ends_with('.'));
            assert_eq!(words.rule("is odd"), "is odd");
        }
    }
}

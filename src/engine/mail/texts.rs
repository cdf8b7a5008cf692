//! What letters say: a flat table for each language. Names that users choose appear in the text only and
//! shortened; subjects are fixed, so that nobody writes into the headers of a letter.

use super::Letter;
use crate::base::Timestamp;
use crate::config::Locale;

/// A letter in words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub subject: String,
    pub body: String,
}

/// Letters of a name that are shown.
const NAME: usize = 80;

/// The words of a letter; `site` is the public URL of the server.
pub(super) fn of(letter: &Letter, locale: Locale, site: &str) -> Text {
    let (subject, text) = match locale {
        Locale::En => english(letter),
        Locale::Es => spanish(letter),
    };
    framed(subject, &text, locale, site)
}

/// A letter that only shows that letters arrive.
pub(super) fn trial(locale: Locale, site: &str) -> Text {
    let (subject, text) = match locale {
        Locale::En => ("Test message", "Mail works."),
        Locale::Es => ("Mensaje de prueba", "El correo funciona."),
    };
    framed(subject, text, locale, site)
}

fn framed(subject: &str, text: &str, locale: Locale, site: &str) -> Text {
    let foot = match locale {
        Locale::En => format!("This message was sent by Jobcelis at {site}. Replies are not read."),
        Locale::Es => format!("Este mensaje lo ha enviado Jobcelis en {site}. Las respuestas no se leen."),
    };
    Text { subject: subject.to_owned(), body: format!("{text}\n\n--\n{foot}\n") }
}

fn english(letter: &Letter) -> (&'static str, String) {
    match letter {
        Letter::ResetPassword { url, until } => (
            "Reset your password",
            format!(
                "Someone asked for a new password for your account. To choose one, open this link:\n\n{url}\n\n\
                 It works once, until {}. If it was not you, do nothing: your password stays as it is.",
                clock(*until)
            ),
        ),
        Letter::ConfirmEmail { url, until } => (
            "Confirm your email address",
            format!(
                "An account was made with this address. To confirm that it is yours, open this link:\n\n{url}\n\n\
                 It works once, until {}. If it was not you, do nothing.",
                clock(*until)
            ),
        ),
        Letter::ConfirmChange { url, until } => (
            "Confirm your new email address",
            format!(
                "This address is to become the address of an account. To confirm that, open this link:\n\n{url}\n\n\
                 It works once, until {}. All logins of the account end then. If it was not you, do nothing.",
                clock(*until)
            ),
        ),
        Letter::ChangeRequested => (
            "Your email address is about to change",
            "Someone with your password asked for another email address for your account. It counts once it is \
             confirmed from there.\n\nIf it was not you, reset your password now: that stops the change."
                .to_owned(),
        ),
        Letter::ResetLinkMade => (
            "A password reset link was made for you",
            "An operator of the server made a link with which the password of your account can be reset.\n\n\
             If you did not ask for that, tell the operator."
                .to_owned(),
        ),
        Letter::PasswordChanged => (
            "Your password was changed",
            "The password of your account was changed, and other logins have ended.\n\nIf it was not you, reset your \
             password now."
                .to_owned(),
        ),
        Letter::MfaDisabled => (
            "Two-step login was switched off",
            "Your account no longer asks for a code when you log in.\n\nIf it was not you, reset your password and \
             switch it on again."
                .to_owned(),
        ),
        Letter::NewLogin => (
            "New login to your account",
            "Someone logged in to your account from a network that was not seen before.\n\nIf it was not you, reset \
             your password now."
                .to_owned(),
        ),
        Letter::Invited { project, role } => (
            "You are invited to a project",
            format!("You are invited to the project \"{}\" as {role}. Log in to accept or reject.", short(project)),
        ),
        Letter::Anomaly { severity, types } => (
            "Security anomaly detected",
            format!(
                "The server found something unusual: {}. Severity: {severity}.\n\nThe audit log tells more.",
                types.join(", ")
            ),
        ),
    }
}

fn spanish(letter: &Letter) -> (&'static str, String) {
    match letter {
        Letter::ResetPassword { url, until } => (
            "Restablece tu contraseña",
            format!(
                "Alguien ha pedido una contraseña nueva para tu cuenta. Para elegirla, abre este enlace:\n\n{url}\n\n\
                 Sirve una vez, hasta el {}. Si no has sido tú, no hagas nada: tu contraseña no cambia.",
                clock(*until)
            ),
        ),
        Letter::ConfirmEmail { url, until } => (
            "Confirma tu correo electrónico",
            format!(
                "Se ha creado una cuenta con esta dirección. Para confirmar que es tuya, abre este enlace:\n\n{url}\n\n\
                 Sirve una vez, hasta el {}. Si no has sido tú, no hagas nada.",
                clock(*until)
            ),
        ),
        Letter::ConfirmChange { url, until } => (
            "Confirma tu nuevo correo electrónico",
            format!(
                "Esta dirección va a ser la de una cuenta. Para confirmarlo, abre este enlace:\n\n{url}\n\n\
                 Sirve una vez, hasta el {}. Entonces se cierran todas las sesiones. Si no has sido tú, no hagas nada.",
                clock(*until)
            ),
        ),
        Letter::ChangeRequested => (
            "Tu correo electrónico va a cambiar",
            "Alguien con tu contraseña ha pedido otra dirección de correo para tu cuenta. Contará cuando se confirme \
             desde ella.\n\nSi no has sido tú, restablece ya tu contraseña: así se detiene el cambio."
                .to_owned(),
        ),
        Letter::ResetLinkMade => (
            "Se ha creado un enlace para restablecer tu contraseña",
            "Un operador del servidor ha creado un enlace con el que se puede restablecer la contraseña de tu cuenta.\n\n\
             Si no lo has pedido, avisa al operador."
                .to_owned(),
        ),
        Letter::PasswordChanged => (
            "Tu contraseña ha cambiado",
            "La contraseña de tu cuenta ha cambiado y las demás sesiones se han cerrado.\n\nSi no has sido tú, \
             restablece ya tu contraseña."
                .to_owned(),
        ),
        Letter::MfaDisabled => (
            "La verificación en dos pasos se ha desactivado",
            "Tu cuenta ya no pide un código al iniciar sesión.\n\nSi no has sido tú, restablece tu contraseña y \
             actívala de nuevo."
                .to_owned(),
        ),
        Letter::NewLogin => (
            "Nuevo inicio de sesión en tu cuenta",
            "Alguien ha iniciado sesión en tu cuenta desde una red no vista antes.\n\nSi no has sido tú, restablece ya \
             tu contraseña."
                .to_owned(),
        ),
        Letter::Invited { project, role } => (
            "Tienes una invitación a un proyecto",
            format!(
                "Tienes una invitación al proyecto «{}» como {role}. Inicia sesión para aceptarla o rechazarla.",
                short(project)
            ),
        ),
        Letter::Anomaly { severity, types } => (
            "Se ha detectado una anomalía de seguridad",
            format!(
                "El servidor ha encontrado algo inusual: {}. Gravedad: {severity}.\n\nEl registro de auditoría dice más.",
                types.join(", ")
            ),
        ),
    }
}

/// To the minute, in UTC.
fn clock(at: Timestamp) -> String {
    let text = at.to_string();
    let (day, time) = text.split_once('T').unwrap_or((&text, ""));
    format!("{day} {} UTC", time.get(..5).unwrap_or(time))
}

/// A name on one line and not too long for one.
fn short(name: &str) -> String {
    let clean: String = name.chars().filter(|c| !c.is_control()).take(NAME).collect();
    if clean.chars().count() < name.chars().count() { clean + "…" } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_words_in_both_languages() {
        let (url, until) = ("https://x.example/reset-password/abc".to_owned(), Timestamp::from_secs(1_775_121_300));
        let letters = [
            Letter::ResetPassword { url: url.clone(), until },
            Letter::ConfirmEmail { url: url.clone(), until },
            Letter::ConfirmChange { url: url.clone(), until },
            Letter::ChangeRequested,
            Letter::ResetLinkMade,
            Letter::PasswordChanged,
            Letter::MfaDisabled,
            Letter::NewLogin,
            Letter::Invited { project: "Shop".into(), role: "viewer".into() },
            Letter::Anomaly { severity: "high".into(), types: vec!["brute_force_ip".into()] },
        ];
        let mut subjects = std::collections::HashSet::new();
        for letter in &letters {
            for locale in [Locale::En, Locale::Es] {
                let text = of(letter, locale, "https://x.example");
                assert!(text.body.contains("https://x.example") && text.body.is_ascii() == (locale == Locale::En));
                let has_link = matches!(
                    letter,
                    Letter::ResetPassword { .. } | Letter::ConfirmEmail { .. } | Letter::ConfirmChange { .. }
                );
                assert_eq!(text.body.contains(&format!("\n{url}\n")), has_link, "the link has a line of its own");
                assert_eq!(text.body.contains("2026-04-02 09:15 UTC"), has_link);
                assert!(text.body.lines().count() < 20 && subjects.insert(text.subject));
            }
            assert!(!format!("{letter:?}").contains("abc"));
        }
    }

    #[test]
    fn names_are_tamed() {
        let name = format!("a\r\nBcc: b@c {}", "x".repeat(300));
        let letter = Letter::Invited { project: name, role: "viewer".into() };
        let text = of(&letter, Locale::En, "https://x.example");
        assert!(text.body.contains("\"aBcc: b@c xxx") && text.body.contains("x…\""), "{}", text.body);
        assert_eq!(text.subject, "You are invited to a project");
    }
}

//! The authenticator app of an account that has switched the second factor on. It knows the time
//! and the URL it has scanned, like any such app.

use super::account::{Account, PASSWORD};
use serde_json::{Value, json};
use totp_rs::Totp;

#[derive(Debug)]
pub struct Authenticator {
    totp: Totp,
    /// What the setup answered.
    pub setup: Value,
    /// What switching on answered.
    pub enabled: Value,
    /// The code it was switched on with.
    pub used: String,
    pub backup_codes: Vec<String>,
}

impl Authenticator {
    /// Sets the second factor up and switches it on with the present code; that of the next step
    /// is good at once, since clocks may differ.
    #[track_caller]
    pub fn enable(account: &Account) -> Authenticator {
        let setup = account.user().post("/me/mfa/setup", json!({"password": PASSWORD})).ok(200);
        let totp = Totp::from_url(setup["otpauth_url"].as_str().unwrap()).expect("apps can read it");
        let used = totp.generate_current().to_string();
        let enabled = account.user().post("/me/mfa/enable", json!({"code": used})).ok(200);
        let codes = enabled["backup_codes"].as_array().expect("a list");
        let backup_codes = codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
        Authenticator { totp, setup, enabled, used, backup_codes }
    }

    /// The code of the step after the present one.
    pub fn next(&self) -> String {
        self.totp.generate(self.totp.next_step_current()).to_string()
    }

    /// The account name that the app shows.
    pub fn account(&self) -> &str {
        self.totp.account_name()
    }

    pub fn issuer(&self) -> Option<&str> {
        self.totp.issuer()
    }
}

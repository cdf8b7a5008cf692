//! Takes secrets out of texts that people see: keys and tokens by their form, and the values of
//! members and parameters whose name says that they are secret.

/// What a secret becomes.
const MASK: &str = "***";
/// How secrets begin, wherever they stand.
const PREFIXES: [&str; 6] = ["jc_live_", "wh_", "jcr_", "emb_", "whsec_", "eyJ"];
/// Names of members and parameters with secret values.
const NAMES: [&str; 13] = [
    "proof",
    "secret",
    "password",
    "api_key",
    "token",
    "refresh_token",
    "mfa_token",
    "code",
    "backup_code",
    "otpauth_url",
    "qr_svg",
    "password_confirm",
    "secret_encrypted",
];

/// Names of members that are lists of secrets.
const LISTS: [&str; 1] = ["backup_codes"];

/// The text without its secrets; what is left shows the kind of each.
pub fn redact(text: &str) -> String {
    let named = by_name(text);
    let mut out = String::with_capacity(named.len());
    let mut rest = named.as_str();
    while let Some((at, prefix)) = first(rest) {
        let end = rest[at..].find(|c: char| !is_part(c)).map_or(rest.len(), |n| at + n);
        out.push_str(&rest[..at + prefix.len()]);
        // The prefix alone, as in a text about keys, hides nothing.
        if end - at > prefix.len() + 3 {
            out.push_str(MASK);
        } else {
            out.push_str(&rest[at + prefix.len()..end]);
        }
        rest = &rest[end..];
    }
    out + rest
}

/// The first place where a secret may begin: not in the middle of a word.
fn first(text: &str) -> Option<(usize, &'static str)> {
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let found = |prefix: &'static str| text.match_indices(prefix).map(|(at, _)| at).find(|at| begins(*at));
    PREFIXES.iter().filter_map(|prefix| Some((found(prefix)?, *prefix))).min_by_key(|(at, _)| *at)
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_-.+/=".contains(c)
}

/// Masks `"name": "value"` and `name=value`.
fn by_name(text: &str) -> String {
    let mut out = text.to_owned();
    for name in NAMES {
        out = members(&out, name);
        for start in [format!("?{name}="), format!("&{name}=")] {
            out = after(&out, &start, |rest| rest.find(['&', ' ', '\n', '"', '\'']).unwrap_or(rest.len()));
        }
    }
    for name in LISTS {
        for start in [format!("\"{name}\":["), format!("\"{name}\": [")] {
            out = after(&out, &start, |rest| rest.find(']').unwrap_or(rest.len()));
        }
    }
    out
}

fn members(text: &str, name: &str) -> String {
    let text = after(text, &format!("\"{name}\":\""), closing);
    after(&text, &format!("\"{name}\": \""), closing)
}

/// Where the string that `rest` is in ends.
fn closing(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.unwrap_or(rest.len())
}

/// Replaces what follows each `start`, as far as `end` says.
fn after(text: &str, start: &str, end: impl Fn(&str) -> usize) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(start) {
        let from = at + start.len();
        let until = from + end(&rest[from..]);
        out.push_str(&rest[..from]);
        out.push_str(if until > from { MASK } else { "" });
        rest = &rest[until..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_and_the_rest_stays() {
        for (text, expected) in [
            ("Authorization: Bearer jc_live_Zk3vT0xAbC", "Authorization: Bearer jc_live_***"),
            ("key wh_1234567 and whsec_abcd/efg=", "key wh_*** and whsec_***"),
            ("jcr_9bQxxxx emb_abcdefg", "jcr_*** emb_***"),
            ("Bearer eyJhbGciOi.eyJzdWIi.abc-_x", "Bearer eyJ***"),
            (r#"{"secret":"s3","url":"https://x"}"#, r#"{"secret":"***","url":"https://x"}"#),
            (r#"{"password": "a\"b","n":1}"#, r#"{"password": "***","n":1}"#),
            ("http://x/y?api_key=abc&z=1", "http://x/y?api_key=***&z=1"),
            ("http://x/y?a=1&token=abc", "http://x/y?a=1&token=***"),
            ("keys start with jc_live_ or wh_", "keys start with jc_live_ or wh_"),
            (r#"{"backup_codes":["k3x7q-m2v5d","aaaaa-bbbbb"],"n":1}"#, r#"{"backup_codes":[***],"n":1}"#),
            (r#"{"otpauth_url":"otpauth://totp/x?secret=ABC"}"#, r#"{"otpauth_url":"***"}"#),
            ("a=jc_live_abcdefgh b/whsec_abcdefgh", "a=jc_live_*** b/whsec_***"),
            ("mywh_order topic", "mywh_order topic"),
        ] {
            assert_eq!(redact(text), expected);
        }
    }
}

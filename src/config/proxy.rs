//! The proxy on the way out. Its password is never shown, and what stands for it in a printed
//! configuration is refused when it is read.

use super::secret::HIDDEN;
use super::value::Value;
use crate::base::percent;
use std::fmt;
use toml::Value as Toml;
use url::Url;

/// A proxy that opens tunnels.
#[derive(Clone, PartialEq, Eq)]
pub struct Proxy {
    /// A name or an address, IPv6 in brackets.
    pub host: String,
    pub port: u16,
    /// Name and password.
    pub login: Option<(String, String)>,
}

/// `http://[USER:PASSWORD@]HOST[:PORT]`; empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EgressProxy(pub Option<Proxy>);

impl Value for EgressProxy {
    fn parse(text: &str) -> Result<EgressProxy, String> {
        if text.is_empty() { Ok(EgressProxy(None)) } else { Proxy::parse(text).map(|proxy| EgressProxy(Some(proxy))) }
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.as_ref().map(ToString::to_string).unwrap_or_default())
    }
}

impl Proxy {
    fn parse(text: &str) -> Result<Proxy, String> {
        let form = "must be http://[USER:PASSWORD@]HOST:PORT";
        let url = Url::parse(text).map_err(|_| form)?;
        let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
        let host = url.host_str().filter(|host| !host.is_empty() && bare && url.scheme() == "http").ok_or(form)?;
        let login = match (percent::decode(url.username()), url.password().map(percent::decode)) {
            (_, Some(password)) if password == HIDDEN => return Err(format!("must have the password for {HIDDEN}")),
            (user, None) if user.is_empty() => None,
            (user, password) => Some((user, password.unwrap_or_default())),
        };
        Ok(Proxy { host: host.to_owned(), port: url.port_or_known_default().ok_or(form)?, login })
    }
}

impl fmt::Display for Proxy {
    /// As it is given, with the password hidden.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = if self.login.is_some() { format!("{HIDDEN}:{HIDDEN}@") } else { String::new() };
        write!(f, "http://{who}{}:{}", self.host, self.port)
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proxies_are_read_and_their_login_is_not_shown() {
        let login = |user: &str, password: &str| Some((user.to_owned(), password.to_owned()));
        for (text, host, port, who) in [
            ("http://proxy:3128", "proxy", 3128, None),
            ("http://10.0.0.1/", "10.0.0.1", 80, None),
            ("http://[::1]:8080", "[::1]", 8080, None),
            ("http://ana:p%40ss@proxy:1", "proxy", 1, login("ana", "p@ss")),
            ("http://ana@proxy:1", "proxy", 1, login("ana", "")),
        ] {
            let proxy = Proxy::parse(text).expect(text);
            assert_eq!(proxy, Proxy { host: host.to_owned(), port, login: who });
            assert!(!format!("{proxy:?}").contains("ana"));
        }
        for text in
            ["proxy:3128", "https://proxy:1", "socks5://proxy:1", "http://proxy/x", "http://:1", "http://a:***@b:1"]
        {
            assert!(Proxy::parse(text).is_err(), "{text}");
        }
    }
}

//! How each kind of setting is read from text and shown again. Errors are the part of a sentence
//! that follows the name of the setting: "must be …".

use ipnet::IpNet;
use std::fmt::{self, Debug};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;
use toml::Value as Toml;
use tracing::level_filters::LevelFilter;

pub(super) trait Value: Sized {
    fn parse(text: &str) -> Result<Self, String>;
    fn show(&self) -> Toml;
}

pub(super) fn within<T: PartialOrd + Debug>(value: &T, range: &RangeInclusive<T>) -> Result<(), String> {
    if range.contains(value) { Ok(()) } else { Err(format!("must be from {:?} to {:?}", range.start(), range.end())) }
}

impl Value for bool {
    fn parse(text: &str) -> Result<bool, String> {
        match text {
            "on" | "true" | "yes" | "1" => Ok(true),
            "off" | "false" | "no" | "0" => Ok(false),
            _ => Err("must be on or off".to_owned()),
        }
    }
    fn show(&self) -> Toml {
        Toml::Boolean(*self)
    }
}

fn number<T: FromStr>(text: &str) -> Result<T, String> {
    text.replace('_', "").parse().map_err(|_| "must be a whole number".to_owned())
}

macro_rules! numbers {
    ($($type:ty)*) => {$(
        impl Value for $type {
            fn parse(text: &str) -> Result<$type, String> {
                number(text)
            }
            fn show(&self) -> Toml {
                Toml::Integer(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(u32 usize);

/// Printable ASCII without surrounding blanks: what may stand in a header.
impl Value for String {
    fn parse(text: &str) -> Result<String, String> {
        let good = !text.is_empty() && text.trim() == text && text.bytes().all(|b| matches!(b, 0x20..=0x7e));
        if good { Ok(text.to_owned()) } else { Err("must be printable ASCII".to_owned()) }
    }
    fn show(&self) -> Toml {
        Toml::String(self.clone())
    }
}

impl Value for PathBuf {
    fn parse(text: &str) -> Result<PathBuf, String> {
        if text.is_empty() { Err("must be a path".to_owned()) } else { Ok(PathBuf::from(text)) }
    }
    fn show(&self) -> Toml {
        Toml::String(self.display().to_string())
    }
}

/// Empty is none.
impl<T: Value> Value for Option<T> {
    fn parse(text: &str) -> Result<Option<T>, String> {
        if text.is_empty() { Ok(None) } else { T::parse(text).map(Some) }
    }
    fn show(&self) -> Toml {
        self.as_ref().map_or_else(|| Toml::String(String::new()), Value::show)
    }
}

/// `15`, `15s`, `500ms` or `2m`.
impl Value for Duration {
    fn parse(text: &str) -> Result<Duration, String> {
        let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let unit = match &text[digits..] {
            "" | "s" => 1000,
            "ms" => 1,
            "m" => 60_000,
            _ => return Err("must be a time such as 15s, 500ms or 2m".to_owned()),
        };
        let count: u32 = text[..digits].parse().map_err(|_| "must be a time such as 15s, 500ms or 2m")?;
        Ok(Duration::from_millis(u64::from(count) * unit))
    }
    fn show(&self) -> Toml {
        Toml::String(format!("{self:?}"))
    }
}

impl Value for LevelFilter {
    fn parse(text: &str) -> Result<LevelFilter, String> {
        text.parse().map_err(|_| "must be off, error, warn, info, debug or trace".to_owned())
    }
    fn show(&self) -> Toml {
        Toml::String(self.to_string())
    }
}

/// Enums of words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
        }
        impl Value for $name {
            fn parse(text: &str) -> Result<$name, String> {
                match text {
                    $($word => Ok($name::$variant),)+
                    _ => Err(format!("must be one of {}", [$($word),+].join(", "))),
                }
            }
            fn show(&self) -> Toml {
                Toml::String(self.as_str().to_owned())
            }
        }
    };
}

words!(
    /// When a commit counts as done.
    Sync {
        /// On the disk: survives power loss.
        Full = "full",
        /// Handed to the system: survives the end of the process.
        Normal = "normal"
    }
);

words!(
    /// Who may register an account.
    Registration {
        Open = "open",
        /// Only while there is no account.
        First = "first",
        /// Only with an invitation.
        Invite = "invite",
        Closed = "closed"
    }
);

words!(
    /// A language of texts for people.
    Locale { En = "en", Es = "es" }
);

words!(
    /// Form of the log.
    LogFormat { Text = "text", Json = "json" }
);

impl Registration {
    /// Open on a machine of one's own; where strangers can reach the server, only its first
    /// visitor may register.
    pub fn fitting(listen: &[Listen]) -> Registration {
        if listen.iter().all(Listen::is_local) { Registration::Open } else { Registration::First }
    }
}

/// Where to accept connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listen {
    Tcp(SocketAddr),
    Unix(PathBuf),
}

impl Default for Listen {
    fn default() -> Listen {
        Listen::Tcp(SocketAddr::from((Ipv4Addr::LOCALHOST, 4000)))
    }
}

impl Listen {
    /// Whether only this machine can reach it.
    pub fn is_local(&self) -> bool {
        match self {
            Listen::Tcp(addr) => addr.ip().to_canonical().is_loopback(),
            Listen::Unix(_) => true,
        }
    }

    /// The URL a browser on this machine would use, where TCP listeners speak TLS or not.
    pub fn url(&self, tls: bool) -> String {
        let scheme = if tls { "https" } else { "http" };
        match self {
            Listen::Tcp(addr) if addr.ip().is_unspecified() => format!("{scheme}://localhost:{}", addr.port()),
            Listen::Tcp(addr) => format!("{scheme}://{addr}"),
            Listen::Unix(_) => "http://localhost".to_owned(),
        }
    }

    fn parse_one(text: &str) -> Result<Listen, String> {
        if let Some(path) = text.strip_prefix("unix:") {
            return Ok(Listen::Unix(PathBuf::parse(path)?));
        }
        let numeric = match text.strip_prefix("localhost:") {
            Some(port) => format!("127.0.0.1:{port}"),
            None => text.to_owned(),
        };
        let wrong = |_| format!("must be IP:PORT or unix:PATH, not {text:?}");
        numeric.parse().map(Listen::Tcp).map_err(wrong)
    }
}

impl fmt::Display for Listen {
    /// As it is given to `--listen`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Listen::Tcp(addr) => write!(f, "{addr}"),
            Listen::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

/// Where the page for Prometheus is, if anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetricsListen(pub Option<SocketAddr>);

impl MetricsListen {
    /// On this machine, except for trying out.
    pub(super) fn fitting(dev: bool) -> MetricsListen {
        MetricsListen((!dev).then(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 4021))))
    }
}

impl Value for MetricsListen {
    fn parse(text: &str) -> Result<MetricsListen, String> {
        match text {
            "off" => Ok(MetricsListen(None)),
            _ => match Listen::parse_one(text) {
                Ok(Listen::Tcp(address)) => Ok(MetricsListen(Some(address))),
                _ => Err(format!("must be IP:PORT or off, not {text:?}")),
            },
        }
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.map_or_else(|| "off".to_owned(), |address| address.to_string()))
    }
}

impl Value for Vec<Listen> {
    fn parse(text: &str) -> Result<Vec<Listen>, String> {
        text.split(',').map(|part| Listen::parse_one(part.trim())).collect()
    }
    fn show(&self) -> Toml {
        Toml::Array(self.iter().map(|l| Toml::String(l.to_string())).collect())
    }
}

/// What the server is called: 1 to 64 characters on one line. Apps separate it from the address
/// of the user by a colon, so it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstanceName(pub String);

impl Default for InstanceName {
    fn default() -> InstanceName {
        InstanceName("Jobcelis".to_owned())
    }
}

impl Value for InstanceName {
    fn parse(text: &str) -> Result<InstanceName, String> {
        let clean = text.trim() == text && !text.chars().any(|c| c.is_control() || c == ':');
        match clean && (1..=64).contains(&text.chars().count()) {
            true => Ok(InstanceName(text.to_owned())),
            false => Err("must be 1 to 64 characters without a colon".to_owned()),
        }
    }
    fn show(&self) -> Toml {
        Toml::String(self.0.clone())
    }
}

/// A list of networks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nets(pub Vec<IpNet>);

impl Nets {
    pub fn contains(&self, ip: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(&ip))
    }
}

impl Value for Nets {
    fn parse(text: &str) -> Result<Nets, String> {
        let one = |part: &str| match part.parse::<IpNet>() {
            Ok(net) => Ok(net.trunc()),
            Err(_) => part.parse::<IpAddr>().map(IpNet::from).map_err(|_| format!("must be networks, not {part:?}")),
        };
        text.split(',').map(str::trim).filter(|p| !p.is_empty()).map(one).collect::<Result<_, _>>().map(Nets)
    }
    fn show(&self) -> Toml {
        Toml::Array(self.0.iter().map(|n| Toml::String(n.to_string())).collect())
    }
}

/// A list of host names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hosts(pub Vec<String>);

impl Value for Hosts {
    fn parse(text: &str) -> Result<Hosts, String> {
        let good = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._:[]".contains(&b));
        let one = |part: &str| match good(part) {
            true => Ok(part.to_ascii_lowercase()),
            false => Err(format!("must be names of hosts, not {part:?}")),
        };
        text.split(',').map(str::trim).filter(|p| !p.is_empty()).map(one).collect::<Result<_, _>>().map(Hosts)
    }
    fn show(&self) -> Toml {
        Toml::Array(self.0.iter().cloned().map(Toml::String).collect())
    }
}

/// The private networks that may be delivered to: none, all (`on`) or those listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrivateNets(pub Nets);

impl PrivateNets {
    const LOOPBACK: &str = "127.0.0.0/8,::1/128";

    pub fn contains(&self, ip: IpAddr) -> bool {
        self.0.contains(ip)
    }

    /// Loopback for trying out, else none.
    pub(super) fn fitting(dev: bool) -> PrivateNets {
        if dev { PrivateNets(Nets::parse(Self::LOOPBACK).unwrap_or_default()) } else { PrivateNets::default() }
    }
}

impl Value for PrivateNets {
    fn parse(text: &str) -> Result<PrivateNets, String> {
        let nets = match bool::parse(text) {
            Ok(true) => "0.0.0.0/0,::/0",
            Ok(false) => "",
            Err(_) => text,
        };
        Nets::parse(nets).map(PrivateNets)
    }
    fn show(&self) -> Toml {
        self.0.show()
    }
}

/// A count per minute; zero is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerMinute(pub u32);

impl Value for PerMinute {
    fn parse(text: &str) -> Result<PerMinute, String> {
        if text == "off" { Ok(PerMinute(0)) } else { number(text).map(PerMinute).map_err(|e| format!("{e} or off")) }
    }
    fn show(&self) -> Toml {
        if self.0 == 0 { Toml::String("off".to_owned()) } else { self.0.show() }
    }
}

/// Sends per webhook in a second and in a minute; zero is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SendRate {
    pub per_second: u32,
    pub per_minute: u32,
}

impl Value for SendRate {
    fn parse(text: &str) -> Result<SendRate, String> {
        if text == "off" {
            return Ok(SendRate::default());
        }
        let (second, minute) = text.split_once(',').unwrap_or((text, "0"));
        let wrong = |_| "must be off or PER_SECOND[,PER_MINUTE]".to_owned();
        Ok(SendRate { per_second: number(second).map_err(wrong)?, per_minute: number(minute.trim()).map_err(wrong)? })
    }
    fn show(&self) -> Toml {
        let text = match self {
            SendRate { per_second: 0, per_minute: 0 } => "off".to_owned(),
            SendRate { per_second, per_minute: 0 } => per_second.to_string(),
            SendRate { per_second, per_minute } => format!("{per_second},{per_minute}"),
        };
        Toml::String(text)
    }
}

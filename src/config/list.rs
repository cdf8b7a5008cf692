//! The one list of settings: name, type, default, how it is written, its limits and its help.
//! A line here is a flag, a variable, a key of the file, a line of `--print-config` and a field
//! of [`ServerSettings`]. A default may use the settings above it.

use super::value::{Value, within};
use super::{
    BackupDir, EgressProxy, Faces, Hosts, InstanceName, Keep, Listen, Locale, LogFormat, MasterKey, MetricsListen,
    Nets, Origin, Origins, Password, PerMinute, PrivateNets, ProjectRef, Registration, Secret, SendRate, Sender,
    SenderName, Setting, Shown, SmtpUrl, Sync, Takes, TimeOfDay,
};
use std::path::PathBuf;
use std::time::Duration;
use tracing::level_filters::LevelFilter;

use Takes::{Many, Maybe, One, Switch};

macro_rules! settings {
    ($($(#[doc = $help:literal])+ $name:ident: $type:ty = $default:expr, $takes:expr, $shown:literal $(, $range:expr)?;)*) => {
        /// Everything `serve` can be told, resolved.
        #[derive(Debug, Clone)]
        pub struct ServerSettings {
            $($(#[doc = $help])+ pub $name: $type,)*
        }

        /// What the sources have given so far.
        #[derive(Debug, Default)]
        pub(super) struct Given {
            $($name: Option<($type, Origin)>,)*
        }

        pub(super) const LIST: &[Setting] = &[
            $(Setting { key: stringify!($name), takes: $takes, default: $shown, help: concat!($($help),+) },)*
        ];

        impl Given {
            /// Takes a value for `key` unless an earlier source gave one. The error says what a
            /// good value is; an unknown key is one too.
            pub(super) fn offer(&mut self, key: &str, text: &str, origin: Origin) -> Result<(), String> {
                match key {
                    $(stringify!($name) => {
                        let value = <$type as Value>::parse(text)?;
                        $(within(&value, &$range)?;)?
                        self.$name.get_or_insert((value, origin));
                        Ok(())
                    })*
                    _ => Err("there is no such setting".to_owned()),
                }
            }

            /// Fills what nobody gave with the defaults.
            pub(super) fn resolve(self) -> (ServerSettings, Vec<Shown>) {
                let mut shown = Vec::with_capacity(LIST.len());
                $(
                    let ($name, origin) = match self.$name {
                        Some(given) => given,
                        None => ($default, Origin::Default),
                    };
                    shown.push(Shown { key: stringify!($name), value: $name.show(), origin });
                )*
                (ServerSettings { $($name),* }, shown)
            }
        }

        impl ServerSettings {
            /// Every setting by its key, as `--print-config` shows it.
            pub fn shown(&self) -> Vec<(&'static str, toml::Value)> {
                vec![$((stringify!($name), self.$name.show())),*]
            }
        }
    };
}

settings! {
    /// For trying out: temporary database, seeded account and key, loopback destinations
    dev: bool = false, Switch, "off";
    /// Folder of the database, the key file and the lock
    data_dir: PathBuf = data_dir(dev), One("DIR"), "the user's data folder";
    /// Database file, or with --dev :memory:
    db: PathBuf = data_dir.join("jobcelis.db"), One("FILE"), "DATA_DIR/jobcelis.db";
    /// Master key file, made at the first start; without it sealed data cannot be read
    key_file: PathBuf = data_dir.join("secret.key"), One("FILE"), "DATA_DIR/secret.key";
    /// Master key itself, 32 bytes in hex or base64, in the place of its file; for the environment
    master_key: MasterKey = MasterKey::default(), Takes::Secret("KEY"), "that of the file";
    /// Durability of a commit: full survives power loss, normal only the end of the process
    sync: Sync = Sync::Full, One("full|normal"), "full";
    /// Page cache of the database, in MiB
    cache_mb: u32 = 64, One("MIB"), "64", 1..=65_536;
    /// Address to listen on, IP:PORT or unix:PATH; may be repeated
    listen: Vec<Listen> = vec![Listen::default()], Many("ADDR"), "127.0.0.1:4000";
    /// File in PEM of the certificate with which the TCP listeners speak https, the chain behind it;
    /// a SIGHUP has it read again
    tls_cert: Option<PathBuf> = None, One("FILE"), "plain http";
    /// File in PEM of the private key of that certificate
    tls_key: Option<PathBuf> = None, One("FILE"), "none";
    /// Base URL under which others reach this server
    public_url: String = listen[0].url(tls_cert.is_some()), One("URL"), "the first listener";
    /// Networks of the proxies whose X-Forwarded-For is believed
    trusted_proxies: Nets = Nets::default(), Many("CIDR"), "none";
    /// Origins whose pages may call the API, as https://app.example.org, or * for any; with a list, name the
    /// pages that show the portal to your customers too
    cors_origin: Origins = Origins::Any, Many("ORIGIN"), "*";
    /// Name of this server, as people read it in authenticator apps and letters
    instance_name: InstanceName = InstanceName::default(), One("NAME"), "Jobcelis";
    /// Who may register: open, first (only while there is no account), invite or closed
    registration: Registration = Registration::fitting(&listen), One("MODE"), "open when every listener is loopback, else first";
    /// Address of the superadmin that is made where there is none
    admin_email: Option<String> = None, One("EMAIL"), "none";
    /// File with the password of that account, when it is a new one
    admin_password_file: Option<PathBuf> = None, One("FILE"), "none";
    /// That password itself; for the environment
    admin_password: Password = Password::default(), Takes::Secret("PASSWORD"), "none";
    /// Active projects a user may own
    max_projects: u32 = 100, One("N"), "100", 1..=1_000_000;
    /// Streams, SSE and WebSocket together, that a project may have open at a time
    max_streams_per_project: usize = 100, One("N"), "100", 1..=100_000;
    /// Keep API keys as hashes alone, so that they cannot be shown again; copies from before are removed
    no_reveal: bool = false, Switch, "off";
    /// List every accepted event in the audit log
    audit_events: bool = true, One("on|off"), "on";
    /// Days that events, deliveries and runs of jobs are kept where their project sets no others; 0 is for ever
    retention_days: u32 = 90, One("DAYS"), "90", 0..=36_500;
    /// When what is older is removed, every day, in UTC
    retention_at: TimeOfDay = TimeOfDay(180), One("HH:MM"), "03:00";
    /// API calls per project and minute, or no limit
    rate_limit: PerMinute = PerMinute(600_000), One("off|N"), "600000";
    /// Limits on logins, registrations and other calls per address or user; off is for tests
    auth_rate_limit: bool = true, One("on|off"), "on";
    /// Accept http:// destinations
    allow_http_destinations: bool = dev, Switch, "off";
    /// Deliver to private addresses too: all of them, or the networks given
    allow_private_destinations: PrivateNets = PrivateNets::fitting(dev), Maybe("CIDR,…"), "off";
    /// Deliveries in flight at a time
    delivery_workers: usize = 1024, One("N"), "1024", 1..=65_536;
    /// Longest time a receiver may take to answer
    delivery_timeout: Duration = Duration::from_secs(15), One("TIME"), "15s", Duration::from_millis(100)..=Duration::from_secs(600);
    /// Sends per webhook and second, and per minute, for webhooks without a limit of their own
    webhook_rate_limit: SendRate = SendRate::default(), One("PER_SECOND[,PER_MINUTE]"), "off";
    /// User-Agent of deliveries
    user_agent: String = concat!("jobcelis/", env!("CARGO_PKG_VERSION")).to_owned(), One("TEXT"), "jobcelis/VERSION";
    /// HTTP proxy that deliveries and other outgoing requests take by CONNECT, http://[USER:PASSWORD@]HOST:PORT;
    /// it is asked for addresses that this server has looked up and checked
    egress_proxy: EgressProxy = EgressProxy::default(), Takes::Secret("URL"), "none";
    /// Largest request body, in bytes
    max_body: usize = 262_144, One("BYTES"), "262144", 1024..=67_108_864;
    /// Time after which a browser that is not used is logged out
    session_timeout: Duration = Duration::from_secs(1800), One("TIME"), "30m", Duration::from_secs(1)..=Duration::from_secs(2_592_000);
    /// Days until a login expires
    jwt_days: u32 = 7, One("DAYS"), "7", 1..=366;
    /// Version of the terms that users agree to; a new one asks them again
    terms_version: String = "1.0".to_owned(), One("VERSION"), "1.0";
    /// Version of the privacy policy
    privacy_version: String = "1.0".to_owned(), One("VERSION"), "1.0";
    /// Version of the agreement on data processing
    data_processing_version: String = "1.0".to_owned(), One("VERSION"), "1.0";
    /// Version of the agreement on marketing
    marketing_version: String = "1.0".to_owned(), One("VERSION"), "1.0";
    /// Mail server that letters to users are handed to: smtps://USER:PASSWORD@HOST, or smtp:// for STARTTLS
    /// (on other machines demanded unless ?tls=off); better in the environment or the file than on the command line
    smtp_url: SmtpUrl = SmtpUrl::default(), Takes::Secret("URL"), "no mail";
    /// Key of the service Resend, in place of a mail server
    resend_api_key: Secret = Secret::default(), Takes::Secret("KEY"), "none";
    /// Address that letters come from
    mail_from: Sender = Sender::default(), One("ADDRESS"), "none";
    /// Name that letters come from
    mail_from_name: SenderName = SenderName("Jobcelis".to_owned()), One("NAME"), "Jobcelis";
    /// Language of letters and pages where a user has chosen none: en or es
    default_locale: Locale = Locale::En, One("en|es"), "en";
    /// Hosts besides those of Slack and Discord that alerts in their forms may go to
    alert_hosts: Hosts = Hosts::default(), Many("HOST"), "none";
    /// Folder for backups, or off; each is checked after it was made, and the master key is in none
    backup_dir: BackupDir = BackupDir::fitting(dev, &data_dir), One("DIR|off"), "DATA_DIR/backups";
    /// Time of the day, in UTC, at which a backup is made
    backup_at: TimeOfDay = TimeOfDay(120), One("HH:MM"), "02:00";
    /// Backups that stay: the newest so many, or those of so many days
    backup_keep: Keep = Keep::Newest(7), One("N|DAYSd"), "7";
    /// File with a passphrase by which backups are encrypted
    backup_passphrase_file: Option<PathBuf> = None, One("FILE"), "not encrypted";
    /// Shell command that takes each new backup elsewhere; its path is "$1", or follows the command
    backup_exec: Option<String> = None, One("COMMAND"), "none";
    /// Address of the page for Prometheus, or off; nothing else is served there
    metrics_listen: MetricsListen = MetricsListen::fitting(dev), One("ADDR|off"), "127.0.0.1:4021";
    /// Token that readers of that page have to show
    metrics_token: Secret = Secret::default(), Takes::Secret("TOKEN"), "none";
    /// Topics of a project that are told apart there; 0 is none
    metrics_max_topics: u32 = 200, One("N"), "200", 0..=100_000;
    /// Show people how the server is, at /status
    status_page: bool = true, One("on|off"), "on";
    /// Dialects of HTTP that are spoken beside /api/v1: ingest, tasks, hub and portal, or none
    faces: Faces = Faces::ALL, One("LIST|none"), "ingest,tasks,hub,portal";
    /// Tasks that a tenant may hand in per minute, or no limit
    task_rate_limit: PerMinute = PerMinute(600), One("off|N"), "600";
    /// Project that providers under /hub/api/v1 belong to
    hub_project: Option<ProjectRef> = None, One("PROJECT"), "the only project there is";
    /// Key that operators show in X-Internal-Api-Key under /hub
    hub_management_key: Secret = Secret::default(), Takes::Secret("KEY"), "none";
    /// Form of the log on stderr
    log_format: LogFormat = LogFormat::Text, One("text|json"), "text";
    /// File that the log goes to in the place of stderr; a SIGHUP has it opened anew
    log_file: Option<PathBuf> = None, One("FILE"), "stderr";
    /// Least important messages to log: off, error, warn, info, debug or trace
    log_level: LevelFilter = LevelFilter::INFO, One("LEVEL"), "info";
    /// Open file descriptor that the URL of the server is written to, as a line, once it is ready
    ready_fd: Option<u32> = None, One("N"), "none";
}

/// The folder that is used when none is given; empty when the system knows no such place.
fn data_dir(dev: bool) -> PathBuf {
    if dev {
        return std::env::temp_dir().join(format!("jobcelis-dev-{:08x}", rand::random::<u32>()));
    }
    dirs::data_dir().map(|d| d.join("jobcelis")).unwrap_or_default()
}

/// The folder for what may be lost: scratch data and caches.
pub fn cache_dir() -> PathBuf {
    dirs::cache_dir().unwrap_or_else(std::env::temp_dir).join("jobcelis")
}

//! The options that every client command takes, and their variables in the environment.
//! Which of several sources wins is decided in `settings`.

use std::path::PathBuf;

/// Options of every command that talks to a server.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// API key of the project; a variable or a profile keeps it out of `ps` [env: JOBCELIS_API_KEY]
    #[arg(long, value_name = "KEY", hide_short_help = true, conflicts_with_all = ["api_key_file", "api_key_stdin"])]
    pub api_key: Option<String>,
    /// File with the API key
    #[arg(long, value_name = "FILE", hide_short_help = true, conflicts_with = "api_key_stdin")]
    pub api_key_file: Option<PathBuf>,
    /// Read the API key from stdin
    #[arg(long, hide_short_help = true)]
    pub api_key_stdin: bool,
    /// Token of a user [env: JOBCELIS_TOKEN]
    #[arg(long, value_name = "JWT", hide_short_help = true)]
    pub token: Option<String>,
    /// Server to talk to [env: JOBCELIS_BASE_URL] [default: the profile's, else https://jobcelis.com]
    #[arg(long, value_name = "URL", hide_short_help = true)]
    pub base_url: Option<String>,
    /// Profile of the configuration file [env: JOBCELIS_PROFILE]
    #[arg(short, long, value_name = "NAME", hide_short_help = true)]
    pub profile: Option<String>,
    /// Project, by id or name, when a user's token is used [env: JOBCELIS_PROJECT]
    #[arg(long, value_name = "ID|NAME", hide_short_help = true)]
    pub project: Option<String>,
    /// Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    #[arg(short, long, value_name = "FORMAT", value_parser = ["auto", "table", "wide", "json", "ndjson", "csv", "id"])]
    pub output: Option<String>,
    /// Short for --output json
    #[arg(long, hide_short_help = true, conflicts_with = "output")]
    pub json: bool,
    /// Fields to show, in this order, by dotted path
    #[arg(long, value_name = "A,B.C", value_delimiter = ',', hide_short_help = true)]
    pub fields: Option<Vec<String>>,
    /// Leave out the line of titles
    #[arg(long, hide_short_help = true)]
    pub no_headers: bool,
    /// Show times in UTC
    #[arg(long, hide_short_help = true)]
    pub utc: bool,
    /// Only data on stdout and errors on stderr
    #[arg(short, long)]
    pub quiet: bool,
    /// When to use colours [env: NO_COLOR, CLICOLOR_FORCE]
    #[arg(long, value_name = "WHEN", value_parser = ["auto", "always", "never"], hide_short_help = true)]
    pub color: Option<String>,
    /// Short for --color never
    #[arg(long, hide_short_help = true, conflicts_with = "color")]
    pub no_color: bool,
    /// Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    #[arg(short, long, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Longest time for a request [env: JOBCELIS_TIMEOUT] [default: 30]
    #[arg(long, value_name = "SECONDS", value_parser = seconds, hide_short_help = true)]
    pub timeout: Option<f64>,
    /// Longest time to connect [default: 10]
    #[arg(long, value_name = "SECONDS", value_parser = seconds, hide_short_help = true)]
    pub connect_timeout: Option<f64>,
    /// Tries after a first one that failed for a passing reason [default: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=20), hide_short_help = true)]
    pub retries: Option<u32>,
    /// Answer every question with yes
    #[arg(short, long)]
    pub yes: bool,
    /// Never ask [env: JOBCELIS_NO_INPUT, CI]
    #[arg(long, hide_short_help = true)]
    pub no_input: bool,
    /// Print the request and send nothing
    #[arg(long, hide_short_help = true)]
    pub dry_run: bool,
    /// Print the request as a curl command and send nothing
    #[arg(long, hide_short_help = true, conflicts_with = "dry_run")]
    pub curl: bool,
    /// Configuration file [env: JOBCELIS_CONFIG]
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub config: Option<PathBuf>,
    /// Trust only the certificate authorities in this PEM file
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub ca_cert: Option<PathBuf>,
    /// Accept any certificate
    #[arg(long, hide_short_help = true)]
    pub insecure: bool,
}

impl Global {
    /// The format asked for by flag or variable.
    pub fn format(&self) -> Option<String> {
        let flag = if self.json { Some("json".to_owned()) } else { self.output.clone() };
        flag.or_else(|| variable("JOBCELIS_OUTPUT"))
    }

    /// Whether errors are to be JSON: only if it was asked for, so that a pipe alone leaves them readable.
    pub fn wants_json(&self) -> bool {
        self.format().is_some_and(|format| format == "json")
    }

    /// How much to tell on stderr, 0 to 3.
    pub fn verbosity(&self) -> u8 {
        let asked = match variable("JOBCELIS_LOG").as_deref() {
            Some("info" | "1") => 1,
            Some("debug" | "2") => 2,
            Some("trace" | "3") => 3,
            _ => 0,
        };
        self.verbose.max(asked).min(3)
    }
}

/// A variable that is set and not empty.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

pub fn seconds(text: &str) -> Result<f64, String> {
    let value: f64 = text.trim_end_matches('s').parse().map_err(|_| "must be a number of seconds")?;
    if (0.001..=86_400.0).contains(&value) {
        Ok(value)
    } else {
        Err("must be more than 0 and at most a day".to_owned())
    }
}

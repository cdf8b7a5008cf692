//! The words of the manual page about configuration files. The settings of the server are not
//! here: they come from their own list.

pub(super) const DESCRIPTION: &[&str] = &[
    "The program reads two files, both TOML and both optional. config.toml is for commands that talk to a server: \
     it names servers and keeps credentials. server.toml is for `jobcelis serve`.",
    "An option wins over the variable in the environment, that over the file, and that over the default.",
];

pub(super) const PROFILES: &[&str] =
    &["In jobcelis/config.toml of the user's configuration folder, or the file named by --config or JOBCELIS_CONFIG. \
     It holds credentials: its mode must be 0600. `jobcelis login` and `jobcelis profile` write it; keys that are \
     not known stay."];

/// The keys of `config.toml`.
pub(super) const KEYS: &[(&str, &str)] = &[
    ("default_profile = NAME", "The profile that is used when neither --profile nor JOBCELIS_PROFILE names one."),
    ("[profiles.NAME]", "A server and how to prove oneself there. The keys below stand in such a table."),
    ("base_url = URL", "The server. Default: https://jobcelis.com."),
    ("api_key = KEY", "The API key of a project."),
    ("api_key_command = COMMAND", "A shell command that prints the API key, in place of api_key."),
    ("token = JWT", "The token of a logged-in user; renewed while it is in use."),
    ("refresh = TOKEN", "What the token is renewed with."),
    ("project = ID", "The project that the user's token acts on."),
    ("output = FORMAT", "The output format when none is asked for."),
];

pub(super) const SERVER: &[&str] =
    &["In jobcelis/server.toml of the user's configuration folder, or the file named by `jobcelis serve --config`. \
     `jobcelis serve --print-config` prints every setting in this form with its origin. Settings of several values \
     are lists of texts."];

pub(super) const EXAMPLE: &str = r#"# config.toml
default_profile = "local"

[profiles.local]
base_url = "http://127.0.0.1:4000"
api_key_command = "pass show jobcelis"

# server.toml
listen = ["127.0.0.1:4000"]
public_url = "https://hooks.example.com"
trusted_proxies = ["127.0.0.1"]
registration = "first"
"#;

module completions {

  # Webhook and event infrastructure in one binary: server and command line on one SQLite file
  export extern jobcelis [
    --help(-h)                # Print help
    --version(-V)             # Print version
  ]

  # Run the server
  export extern "jobcelis serve" [
    --dev: string             # For trying out: temporary database, seeded account and key, loopback destinations [env: JOBCELIS_DEV] [default: off]
    --data-dir: string        # Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user's data folder]
    --db: string              # Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]
    --key-file: string        # Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]
    --sync: string            # Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]
    --cache-mb: string        # Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]
    --listen: string          # Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]
    --public-url: string      # Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]
    --trusted-proxies: string # Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]
    --registration: string    # Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]
    --rate-limit: string      # API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]
    --auth-rate-limit: string # Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]
    --allow-http-destinations: string # Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]
    --allow-private-destinations: string # Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]
    --delivery-workers: string # Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]
    --delivery-timeout: string # Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]
    --webhook-rate-limit: string # Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]
    --user-agent: string      # User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]
    --max-body: string        # Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]
    --jwt-days: string        # Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]
    --log-format: string      # Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]
    --log-level: string       # Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]
    --config: path            # Configuration file; as --print-config shows it [default: jobcelis/server.toml in the user's configuration folder]
    --echo                    # With --dev: also receive every event on this machine and print what arrives
    --check                   # Check the configuration and exit
    --print-config            # Print every setting and where it came from, and exit
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete jobcelis bench sync" [] {
    [ "full" "normal" ]
  }

  # Measure how many events a server accepts and delivers
  export extern "jobcelis bench" [
    --url: string             # Server to drive; without it one is started for the run
    --api-key: string         # Key of the project that takes the events of --url
    --pid: string             # Process whose CPU and memory count as the server's, with --url
    --connections: string     # Connections that send at the same time
    --rate: string            # Events per second in all; without it each connection sends as soon as it is answered
    --size: string            # Bytes of each request body
    --webhooks: string        # Webhooks that receive every event
    --failing: string         # Share of the webhooks that answer 500
    --hanging: string         # Share of the webhooks that never answer
    --seconds: string         # Length of the measurement
    --sync: string@"nu-complete jobcelis bench sync" # Durability of the server that is started
    --dir: path               # Folder to hold the data of the server that is started; decides which disk is measured
    --json                    # Print the result as JSON
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis completion shell" [] {
    [ "bash" "zsh" "fish" "powershell" "elvish" "nushell" ]
  }

  # Print the script that completes this command line in a shell
  export extern "jobcelis completion" [
    --dir: directory          # Write the scripts of all shells into this folder
    --help(-h)                # Print help
    shell?: string@"nu-complete jobcelis completion shell"
  ]

  # Show the manual page of a command
  export extern "jobcelis man" [
    --dir: directory          # Write all pages into this folder
    --help(-h)                # Print help
    ...command: string        # The command, or `config` for the files
  ]

  # Print the version
  export extern "jobcelis version" [
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis help" [
  ]

  # Run the server
  export extern "jobcelis help serve" [
  ]

  # Measure how many events a server accepts and delivers
  export extern "jobcelis help bench" [
  ]

  # Print the script that completes this command line in a shell
  export extern "jobcelis help completion" [
  ]

  # Show the manual page of a command
  export extern "jobcelis help man" [
  ]

  # Print the version
  export extern "jobcelis help version" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis help help" [
  ]

}

export use completions *

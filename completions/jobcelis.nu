module completions {

  def "nu-complete jobcelis output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  def "nu-complete jobcelis color" [] {
    [ "auto" "always" "never" ]
  }

  # Webhook and event infrastructure in one binary: server and command line on one SQLite file
  export extern jobcelis [
    --api-key: string         # API key of the project; a variable or a profile keeps it out of `ps` [env: JOBCELIS_API_KEY]
    --api-key-file: path      # File with the API key
    --api-key-stdin           # Read the API key from stdin
    --token: string           # Token of a user [env: JOBCELIS_TOKEN]
    --base-url: string        # Server to talk to [env: JOBCELIS_BASE_URL] [default: the profile's, else https://jobcelis.com]
    --profile(-p): string     # Profile of the configuration file [env: JOBCELIS_PROFILE]
    --project: string         # Project, by id or name, when a user's token is used [env: JOBCELIS_PROJECT]
    --output(-o): string@"nu-complete jobcelis output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --json                    # Short for --output json
    --fields: string          # Fields to show, in this order, by dotted path
    --no-headers              # Leave out the line of titles
    --utc                     # Show times in UTC
    --quiet(-q)               # Only data on stdout and errors on stderr
    --color: string@"nu-complete jobcelis color" # When to use colours [env: NO_COLOR, CLICOLOR_FORCE]
    --no-color                # Short for --color never
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --timeout: string         # Longest time for a request [env: JOBCELIS_TIMEOUT] [default: 30]
    --connect-timeout: string # Longest time to connect [default: 10]
    --retries: string         # Tries after a first one that failed for a passing reason [default: 3]
    --yes(-y)                 # Answer every question with yes
    --no-input                # Never ask [env: JOBCELIS_NO_INPUT, CI]
    --dry-run                 # Print the request and send nothing
    --curl                    # Print the request as a curl command and send nothing
    --config: path            # Configuration file [env: JOBCELIS_CONFIG]
    --ca-cert: path           # Trust only the certificate authorities in this PEM file
    --insecure                # Accept any certificate
    --help(-h)                # Print help (see more with '--help')
    --version(-V)             # Print version
  ]

  def "nu-complete jobcelis events output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send events and look at them
  export extern "jobcelis events" [
    --output(-o): string@"nu-complete jobcelis events output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis events send output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send an event, or all of a file
  export extern "jobcelis events send" [
    --topic: string
    --payload: string         # JSON, @file or - for stdin
    --set: string             # Set a text in the payload; dots reach into objects
    --set-json: string        # Set a JSON value in the payload
    --deliver-at: string      # Deliver at that time and not before
    --idempotency-key: string # Key under which the server takes only one event; without it one is made
    --no-idempotency          # Send no key: a repeated request makes another event
    --flat                    # Send the payload's members beside the topic instead of under `payload`
    --wait: string            # Wait until all deliveries have ended; exit code 1 when one failed
    --file: path              # Send every event of a file (- is stdin): one per line, a JSON array, or CSV
    --csv                     # The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at
    --payload-only            # Every record as a whole is a payload
    --concurrency: string     # Requests at a time
    --rate: string            # Events per second at most
    --batch-size: string      # Events per request at most
    --resume                  # Go on where an earlier run was interrupted
    --state: path             # Where to keep how far the file is sent [default: FILE.jobcelis-state.json]
    --rejects: path           # Where to put what is not accepted [default: FILE.rejected.ndjson]
    --fail-fast               # Stop at the first event that is not accepted
    --skip-invalid            # Pass over records that are no events instead of rejecting them
    --force                   # Go on with a run that is too old, or went to another server or project
    --output(-o): string@"nu-complete jobcelis events send output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    topic?: string            # Topic; the same as --topic
    payload?: string          # Payload; the same as --payload
  ]

  def "nu-complete jobcelis events batch output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send a JSON array of up to 1000 events in one request; send --file takes any number
  export extern "jobcelis events batch" [
    --file: string            # File with the array, or - for stdin
    --output(-o): string@"nu-complete jobcelis events batch output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis events list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List events, newest first
  export extern "jobcelis events list" [
    --topic: string           # Only this topic; may be a pattern like order.*
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --status: string          # active or inactive
    --search: string          # Only with this text in the payload
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis events list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis events get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show events with their latest deliveries
  export extern "jobcelis events get" [
    --deliveries              # Show the deliveries alone, with what came of them
    --output(-o): string@"nu-complete jobcelis events get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis events delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete events: their waiting deliveries are cancelled
  export extern "jobcelis events delete" [
    --output(-o): string@"nu-complete jobcelis events delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis events help" [
  ]

  # Send an event, or all of a file
  export extern "jobcelis events help send" [
  ]

  # Send a JSON array of up to 1000 events in one request; send --file takes any number
  export extern "jobcelis events help batch" [
  ]

  # List events, newest first
  export extern "jobcelis events help list" [
  ]

  # Show events with their latest deliveries
  export extern "jobcelis events help get" [
  ]

  # Delete events: their waiting deliveries are cancelled
  export extern "jobcelis events help delete" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis events help help" [
  ]

  def "nu-complete jobcelis simulate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show which webhooks an event would go to
  export extern "jobcelis simulate" [
    --topic: string
    --payload: string         # JSON, @file or - for stdin
    --set: string             # Set a text in the payload; dots reach into objects
    --set-json: string        # Set a JSON value in the payload
    --expect: string          # Exit code 1 when another number of webhooks matches
    --output(-o): string@"nu-complete jobcelis simulate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis webhooks output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Receivers of events
  export extern "jobcelis webhooks" [
    --output(-o): string@"nu-complete jobcelis webhooks output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis webhooks list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List webhooks
  export extern "jobcelis webhooks list" [
    --include-inactive        # Deleted and disabled ones too
    --topic: string           # Only those with this topic pattern
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis webhooks list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis webhooks get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show webhooks
  export extern "jobcelis webhooks get" [
    --output(-o): string@"nu-complete jobcelis webhooks get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a webhook; its secret is shown once
  export extern "jobcelis webhooks create" [
    --url: string
    --template: string        # Begin with a ready-made configuration
    --inactive                # Do not send to it yet
    --topics: string          # Topics or patterns such as order.*; none is every event
    --name: string            # Name to show
    --secret: string          # Secret to sign with: a text, @file, -, or auto for a new one
    --filters: string         # Conditions on the payload
    --body-config: string     # What the body is made of
    --headers: string         # Headers to send, as an object
    --header(-H): string      # One header to send
    --retry-config: string    # When failed deliveries are tried again
    --max-attempts: string    # Attempts before a delivery has failed for good
    --max-per-second: string  # Deliveries per second at most
    --max-per-minute: string  # Deliveries per minute at most
    --batch-config: string    # Several events in one delivery
    --output(-o): string@"nu-complete jobcelis webhooks create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis webhooks update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change webhooks: only what is given changes
  export extern "jobcelis webhooks update" [
    --url: string
    --topics: string          # Topics or patterns such as order.*; none is every event
    --name: string            # Name to show
    --secret: string          # Secret to sign with: a text, @file, -, or auto for a new one
    --filters: string         # Conditions on the payload
    --body-config: string     # What the body is made of
    --headers: string         # Headers to send, as an object
    --header(-H): string      # One header to send
    --retry-config: string    # When failed deliveries are tried again
    --max-attempts: string    # Attempts before a delivery has failed for good
    --max-per-second: string  # Deliveries per second at most
    --max-per-minute: string  # Deliveries per minute at most
    --batch-config: string    # Several events in one delivery
    --output(-o): string@"nu-complete jobcelis webhooks update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete webhooks: nothing more is sent to them
  export extern "jobcelis webhooks delete" [
    --output(-o): string@"nu-complete jobcelis webhooks delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks enable output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send to them again
  export extern "jobcelis webhooks enable" [
    --output(-o): string@"nu-complete jobcelis webhooks enable output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks disable output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Stop sending to them
  export extern "jobcelis webhooks disable" [
    --output(-o): string@"nu-complete jobcelis webhooks disable output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks templates output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List ready-made configurations for create --template
  export extern "jobcelis webhooks templates" [
    --output(-o): string@"nu-complete jobcelis webhooks templates output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis webhooks health output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # How well deliveries went in the last 24 hours; of all webhooks without an id
  export extern "jobcelis webhooks health" [
    --output(-o): string@"nu-complete jobcelis webhooks health output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string
  ]

  def "nu-complete jobcelis webhooks test output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send a test call now; exit code 1 when it fails
  export extern "jobcelis webhooks test" [
    --output(-o): string@"nu-complete jobcelis webhooks test output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks deliveries output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the deliveries of a webhook
  export extern "jobcelis webhooks deliveries" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis webhooks deliveries output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string
  ]

  def "nu-complete jobcelis webhooks rotate-secret output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Replace the secret; the new one is shown once
  export extern "jobcelis webhooks rotate-secret" [
    --output(-o): string@"nu-complete jobcelis webhooks rotate-secret output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis webhooks export output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Write the configuration of all webhooks to a file; secrets stay with the server
  export extern "jobcelis webhooks export" [
    --force                   # Replace the file if it exists
    --output(-o): string@"nu-complete jobcelis webhooks export output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    file?: string             # File to write, or - for stdout
  ]

  def "nu-complete jobcelis webhooks import output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make the webhooks of a file that export wrote; each gets a new secret, shown once
  export extern "jobcelis webhooks import" [
    --output(-o): string@"nu-complete jobcelis webhooks import output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    file: string              # File to read, or - for stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis webhooks help" [
  ]

  # List webhooks
  export extern "jobcelis webhooks help list" [
  ]

  # Show webhooks
  export extern "jobcelis webhooks help get" [
  ]

  # Make a webhook; its secret is shown once
  export extern "jobcelis webhooks help create" [
  ]

  # Change webhooks: only what is given changes
  export extern "jobcelis webhooks help update" [
  ]

  # Delete webhooks: nothing more is sent to them
  export extern "jobcelis webhooks help delete" [
  ]

  # Send to them again
  export extern "jobcelis webhooks help enable" [
  ]

  # Stop sending to them
  export extern "jobcelis webhooks help disable" [
  ]

  # List ready-made configurations for create --template
  export extern "jobcelis webhooks help templates" [
  ]

  # How well deliveries went in the last 24 hours; of all webhooks without an id
  export extern "jobcelis webhooks help health" [
  ]

  # Send a test call now; exit code 1 when it fails
  export extern "jobcelis webhooks help test" [
  ]

  # List the deliveries of a webhook
  export extern "jobcelis webhooks help deliveries" [
  ]

  # Replace the secret; the new one is shown once
  export extern "jobcelis webhooks help rotate-secret" [
  ]

  # Write the configuration of all webhooks to a file; secrets stay with the server
  export extern "jobcelis webhooks help export" [
  ]

  # Make the webhooks of a file that export wrote; each gets a new secret, shown once
  export extern "jobcelis webhooks help import" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis webhooks help help" [
  ]

  def "nu-complete jobcelis deliveries output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # What was sent to webhooks, and what came of it
  export extern "jobcelis deliveries" [
    --output(-o): string@"nu-complete jobcelis deliveries output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis deliveries list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List deliveries, newest first
  export extern "jobcelis deliveries list" [
    --status: string          # pending, success, failed or circuit_open
    --event: string           # Only of this event
    --webhook: string         # Only to this webhook
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --since: string           # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis deliveries list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis deliveries get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show deliveries with requests, answers and every attempt
  export extern "jobcelis deliveries get" [
    --output(-o): string@"nu-complete jobcelis deliveries get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis deliveries retry output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send deliveries again: those named, or all that a filter finds
  export extern "jobcelis deliveries retry" [
    --status: string          # pending, success, failed or circuit_open
    --event: string           # Only of this event
    --webhook: string         # Only to this webhook
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --since: string           # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --output(-o): string@"nu-complete jobcelis deliveries retry output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis deliveries help" [
  ]

  # List deliveries, newest first
  export extern "jobcelis deliveries help list" [
  ]

  # Show deliveries with requests, answers and every attempt
  export extern "jobcelis deliveries help get" [
  ]

  # Send deliveries again: those named, or all that a filter finds
  export extern "jobcelis deliveries help retry" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis deliveries help help" [
  ]

  def "nu-complete jobcelis dead-letters output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Deliveries that failed for good
  export extern "jobcelis dead-letters" [
    --output(-o): string@"nu-complete jobcelis dead-letters output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis dead-letters list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List dead letters that are not resolved, newest first
  export extern "jobcelis dead-letters list" [
    --unresolved              # Only unresolved ones, which is what is listed anyway
    --resolved                # Only resolved ones
    --webhook: string         # Only of this webhook
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis dead-letters list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis dead-letters get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show dead letters with their payload
  export extern "jobcelis dead-letters get" [
    --output(-o): string@"nu-complete jobcelis dead-letters get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis dead-letters retry output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Deliver again: those named, or all that are not resolved
  export extern "jobcelis dead-letters retry" [
    --all                     # All that are not resolved
    --payload: string         # Payload to send instead: JSON, @file or - for stdin
    --webhook: string         # Only of this webhook
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --output(-o): string@"nu-complete jobcelis dead-letters retry output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string
  ]

  def "nu-complete jobcelis dead-letters resolve output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Mark as dealt with: those named, or all that are not resolved
  export extern "jobcelis dead-letters resolve" [
    --all                     # All that are not resolved
    --webhook: string         # Only of this webhook
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --output(-o): string@"nu-complete jobcelis dead-letters resolve output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis dead-letters help" [
  ]

  # List dead letters that are not resolved, newest first
  export extern "jobcelis dead-letters help list" [
  ]

  # Show dead letters with their payload
  export extern "jobcelis dead-letters help get" [
  ]

  # Deliver again: those named, or all that are not resolved
  export extern "jobcelis dead-letters help retry" [
  ]

  # Mark as dealt with: those named, or all that are not resolved
  export extern "jobcelis dead-letters help resolve" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis dead-letters help help" [
  ]

  def "nu-complete jobcelis jobs output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Events and requests by the clock
  export extern "jobcelis jobs" [
    --output(-o): string@"nu-complete jobcelis jobs output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis jobs list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List jobs
  export extern "jobcelis jobs list" [
    --include-inactive        # Those switched off too
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis jobs list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis jobs get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show jobs with their newest runs
  export extern "jobcelis jobs get" [
    --output(-o): string@"nu-complete jobcelis jobs get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis jobs create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a job: an event, or a request to a URL, by the clock
  export extern "jobcelis jobs create" [
    --name: string
    --inactive                # Do not run it yet
    --schedule: string        # daily, weekly, monthly or cron; follows from the other options
    --at: string              # Time of day
    --day-of-week: string     # Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday
    --day-of-month: string    # Monthly on this day, where the month has it
    --cron: string            # A cron expression
    --timezone: string        # Zone whose wall clock is meant, such as Europe/Madrid
    --queue: string           # Name of a queue, kept with the job
    --topic: string           # Topic of the event
    --topics: string          # One event for each of these topics
    --payload: string         # Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in
    --webhook: string         # Deliver the event to this webhook alone
    --url: string             # Call this URL instead
    --method: string          # POST, PUT, PATCH, GET or DELETE
    --headers: string         # Headers of the request, as an object
    --body: string            # Body of the request
    --secret: string          # Secret to sign the request with: a text, @file or -
    --output(-o): string@"nu-complete jobcelis jobs create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis jobs update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change jobs: only what is given changes
  export extern "jobcelis jobs update" [
    --name: string
    --schedule: string        # daily, weekly, monthly or cron; follows from the other options
    --at: string              # Time of day
    --day-of-week: string     # Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday
    --day-of-month: string    # Monthly on this day, where the month has it
    --cron: string            # A cron expression
    --timezone: string        # Zone whose wall clock is meant, such as Europe/Madrid
    --queue: string           # Name of a queue, kept with the job
    --topic: string           # Topic of the event
    --topics: string          # One event for each of these topics
    --payload: string         # Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in
    --webhook: string         # Deliver the event to this webhook alone
    --url: string             # Call this URL instead
    --method: string          # POST, PUT, PATCH, GET or DELETE
    --headers: string         # Headers of the request, as an object
    --body: string            # Body of the request
    --secret: string          # Secret to sign the request with: a text, @file or -
    --enable                  # Run it again
    --disable                 # Do not run it any more
    --output(-o): string@"nu-complete jobcelis jobs update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis jobs delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Switch jobs off
  export extern "jobcelis jobs delete" [
    --output(-o): string@"nu-complete jobcelis jobs delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis jobs runs output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the runs of a job, newest first
  export extern "jobcelis jobs runs" [
    --status: string          # running, success or failed
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis jobs runs output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string
  ]

  def "nu-complete jobcelis jobs run output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Run jobs now, also inactive ones; exit code 1 when a run fails
  export extern "jobcelis jobs run" [
    --output(-o): string@"nu-complete jobcelis jobs run output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis jobs cron-preview output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show the coming times of a cron expression
  export extern "jobcelis jobs cron-preview" [
    --cron: string            # The same as an option
    --count: string           # Times to show, 1 to 100
    --timezone: string        # Zone whose wall clock is meant, such as Europe/Madrid
    --from: string            # Times after this one: RFC 3339, a date, or words like 2h
    --local                   # Compute it here, without a server
    --output(-o): string@"nu-complete jobcelis jobs cron-preview output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    expression?: string       # Minute, hour, day of month, month, day of week; or @daily and its like
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis jobs help" [
  ]

  # List jobs
  export extern "jobcelis jobs help list" [
  ]

  # Show jobs with their newest runs
  export extern "jobcelis jobs help get" [
  ]

  # Make a job: an event, or a request to a URL, by the clock
  export extern "jobcelis jobs help create" [
  ]

  # Change jobs: only what is given changes
  export extern "jobcelis jobs help update" [
  ]

  # Switch jobs off
  export extern "jobcelis jobs help delete" [
  ]

  # List the runs of a job, newest first
  export extern "jobcelis jobs help runs" [
  ]

  # Run jobs now, also inactive ones; exit code 1 when a run fails
  export extern "jobcelis jobs help run" [
  ]

  # Show the coming times of a cron expression
  export extern "jobcelis jobs help cron-preview" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis jobs help help" [
  ]

  def "nu-complete jobcelis project output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The current project, its topics and its API key
  export extern "jobcelis project" [
    --output(-o): string@"nu-complete jobcelis project output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis project get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show the project
  export extern "jobcelis project get" [
    --output(-o): string@"nu-complete jobcelis project get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis project update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change the project
  export extern "jobcelis project update" [
    --name: string
    --settings: string        # Settings as JSON; they replace the old ones
    --retention-policy: string # How long data are kept, as JSON
    --output(-o): string@"nu-complete jobcelis project update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis project topics output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the topics that events have used
  export extern "jobcelis project topics" [
    --output(-o): string@"nu-complete jobcelis project topics output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis project token output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show what is known of the API key
  export extern "jobcelis project token" [
    --output(-o): string@"nu-complete jobcelis project token output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis project regenerate-token output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Replace the API key: the old one stops working at once
  export extern "jobcelis project regenerate-token" [
    --save                    # Keep the new key in the profile
    --output(-o): string@"nu-complete jobcelis project regenerate-token output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis project restrict-token output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Limit what the API key may do and from where
  export extern "jobcelis project restrict-token" [
    --scopes: string          # Scopes, such as events:write,webhooks:read; * is all
    --allowed-ips: string     # Addresses or networks that may use it; empty is any
    --name: string
    --output(-o): string@"nu-complete jobcelis project restrict-token output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis project help" [
  ]

  # Show the project
  export extern "jobcelis project help get" [
  ]

  # Change the project
  export extern "jobcelis project help update" [
  ]

  # List the topics that events have used
  export extern "jobcelis project help topics" [
  ]

  # Show what is known of the API key
  export extern "jobcelis project help token" [
  ]

  # Replace the API key: the old one stops working at once
  export extern "jobcelis project help regenerate-token" [
  ]

  # Limit what the API key may do and from where
  export extern "jobcelis project help restrict-token" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis project help help" [
  ]

  def "nu-complete jobcelis status output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Whether the server works: exit code 0 healthy, 1 degraded, 8 down
  export extern "jobcelis status" [
    --watch: string           # Ask again every so many seconds
    --output(-o): string@"nu-complete jobcelis status output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis api output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Call the API: jobcelis api [METHOD] PATH
  export extern "jobcelis api" [
    --field(-f): string       # Set a text; of a GET in the query
    --json-field(-F): string  # Set a JSON value
    --input: string           # Body from a file, or - for stdin
    --header(-H): string
    --include(-i)             # Also print the status and the headers of the answer
    --paginate                # Follow the pages and print each
    --output(-o): string@"nu-complete jobcelis api output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
    ...target: string         # Method and path, or the path alone
  ]

  def "nu-complete jobcelis verify-signature output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Check the signature of a delivery: exit code 0 valid, 1 invalid
  export extern "jobcelis verify-signature" [
    --secret: string          # Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    --body: string            # Body, byte for byte: as it stands, @file or - for stdin
    --id: string              # Value of the webhook-id header: the Standard Webhooks scheme
    --timestamp: string       # Value of the webhook-timestamp header, in Unix seconds
    --signature: string       # Value of X-Signature, or of webhook-signature together with --id and --timestamp
    --header-file: string     # File with the headers of the delivery, one per line
    --any-secret: string      # A further secret that may have signed it
    --output(-o): string@"nu-complete jobcelis verify-signature output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sign output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print the signature of a body, as a delivery would carry it
  export extern "jobcelis sign" [
    --secret: string          # Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    --body: string            # Body, byte for byte: as it stands, @file or - for stdin
    --id: string              # Value of the webhook-id header: the Standard Webhooks scheme
    --timestamp: string       # Value of the webhook-timestamp header, in Unix seconds
    --output(-o): string@"nu-complete jobcelis sign output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis login output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Log in and keep the login in the profile
  export extern "jobcelis login" [
    --email: string
    --password: string        # As it stands, @file or - for stdin; asked for otherwise
    --code: string            # Code of the second factor, or a backup code; asked for where the server wants one
    --with-api-key            # Read an API key from stdin and keep that
    --local                   # Without a password, to the server of this user on this machine; makes an account if there is none
    --data-dir: path          # With --local: folder of the server's data
    --output(-o): string@"nu-complete jobcelis login output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis logout output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End the login and forget it
  export extern "jobcelis logout" [
    --all                     # Of every profile; API keys are forgotten too
    --output(-o): string@"nu-complete jobcelis logout output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis whoami output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show who the credential is and what it may do
  export extern "jobcelis whoami" [
    --output(-o): string@"nu-complete jobcelis whoami output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Accounts and tokens, with the server's answers as output
  export extern "jobcelis auth" [
    --output(-o): string@"nu-complete jobcelis auth output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth register output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make an account with a project and its API key
  export extern "jobcelis auth register" [
    --email: string
    --password: string        # As it stands, @file or - for stdin
    --name: string
    --save                    # Keep token and API key in the profile
    --output(-o): string@"nu-complete jobcelis auth register output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth login output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Exchange address and password for a token
  export extern "jobcelis auth login" [
    --email: string
    --password: string        # As it stands, @file or - for stdin
    --output(-o): string@"nu-complete jobcelis auth login output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth refresh output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Exchange a token for a fresh one
  export extern "jobcelis auth refresh" [
    --token: string
    --output(-o): string@"nu-complete jobcelis auth refresh output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa-verify output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Complete a login with the code of the second factor
  export extern "jobcelis auth mfa-verify" [
    --token: string           # Token that the login answered
    --code: string
    --output(-o): string@"nu-complete jobcelis auth mfa-verify output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The second factor of the login
  export extern "jobcelis auth mfa" [
    --output(-o): string@"nu-complete jobcelis auth mfa output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa status output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show whether a login takes a code, and how many backup codes are left
  export extern "jobcelis auth mfa status" [
    --output(-o): string@"nu-complete jobcelis auth mfa status output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa setup output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show a new secret as QR code; at a terminal also switch the second factor on with a first code
  export extern "jobcelis auth mfa setup" [
    --password: string        # As it stands, @file or - for stdin; asked for otherwise
    --output(-o): string@"nu-complete jobcelis auth mfa setup output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa enable output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Switch the second factor on with a first code; shows the backup codes, once
  export extern "jobcelis auth mfa enable" [
    --code: string            # Code of the authenticator app, or a backup code; asked for otherwise
    --output(-o): string@"nu-complete jobcelis auth mfa enable output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa disable output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Switch the second factor off
  export extern "jobcelis auth mfa disable" [
    --password: string        # As it stands, @file or - for stdin; asked for otherwise
    --code: string            # Code of the authenticator app, or a backup code; asked for otherwise
    --output(-o): string@"nu-complete jobcelis auth mfa disable output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth mfa backup-codes output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make new backup codes and show them, once; the old ones stop working
  export extern "jobcelis auth mfa backup-codes" [
    --password: string        # As it stands, @file or - for stdin; asked for otherwise
    --code: string            # Code of the authenticator app, or a backup code; asked for otherwise
    --output(-o): string@"nu-complete jobcelis auth mfa backup-codes output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth mfa help" [
  ]

  # Show whether a login takes a code, and how many backup codes are left
  export extern "jobcelis auth mfa help status" [
  ]

  # Show a new secret as QR code; at a terminal also switch the second factor on with a first code
  export extern "jobcelis auth mfa help setup" [
  ]

  # Switch the second factor on with a first code; shows the backup codes, once
  export extern "jobcelis auth mfa help enable" [
  ]

  # Switch the second factor off
  export extern "jobcelis auth mfa help disable" [
  ]

  # Make new backup codes and show them, once; the old ones stop working
  export extern "jobcelis auth mfa help backup-codes" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth mfa help help" [
  ]

  def "nu-complete jobcelis auth status output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show who is logged in; exit code 4 when nobody is
  export extern "jobcelis auth status" [
    --output(-o): string@"nu-complete jobcelis auth status output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth token output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print the token of the login
  export extern "jobcelis auth token" [
    --output(-o): string@"nu-complete jobcelis auth token output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth help" [
  ]

  # Make an account with a project and its API key
  export extern "jobcelis auth help register" [
  ]

  # Exchange address and password for a token
  export extern "jobcelis auth help login" [
  ]

  # Exchange a token for a fresh one
  export extern "jobcelis auth help refresh" [
  ]

  # Complete a login with the code of the second factor
  export extern "jobcelis auth help mfa-verify" [
  ]

  # The second factor of the login
  export extern "jobcelis auth help mfa" [
  ]

  # Show whether a login takes a code, and how many backup codes are left
  export extern "jobcelis auth help mfa status" [
  ]

  # Show a new secret as QR code; at a terminal also switch the second factor on with a first code
  export extern "jobcelis auth help mfa setup" [
  ]

  # Switch the second factor on with a first code; shows the backup codes, once
  export extern "jobcelis auth help mfa enable" [
  ]

  # Switch the second factor off
  export extern "jobcelis auth help mfa disable" [
  ]

  # Make new backup codes and show them, once; the old ones stop working
  export extern "jobcelis auth help mfa backup-codes" [
  ]

  # Show who is logged in; exit code 4 when nobody is
  export extern "jobcelis auth help status" [
  ]

  # Print the token of the login
  export extern "jobcelis auth help token" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth help help" [
  ]

  def "nu-complete jobcelis profile output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Servers and credentials of the configuration file
  export extern "jobcelis profile" [
    --output(-o): string@"nu-complete jobcelis profile output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis profile list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the profiles
  export extern "jobcelis profile list" [
    --output(-o): string@"nu-complete jobcelis profile list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis profile show output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show a profile, its secrets masked
  export extern "jobcelis profile show" [
    --output(-o): string@"nu-complete jobcelis profile show output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    name?: string
  ]

  def "nu-complete jobcelis profile use output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Use a profile when none is named
  export extern "jobcelis profile use" [
    --output(-o): string@"nu-complete jobcelis profile use output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    name: string
  ]

  def "nu-complete jobcelis profile set output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Set a value of the profile in use
  export extern "jobcelis profile set" [
    --output(-o): string@"nu-complete jobcelis profile set output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    key: string
    value: string             # As it stands, @file or - for stdin; empty removes it
  ]

  def "nu-complete jobcelis profile delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Remove a profile
  export extern "jobcelis profile delete" [
    --output(-o): string@"nu-complete jobcelis profile delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    name: string
  ]

  def "nu-complete jobcelis profile rename output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Give a profile another name
  export extern "jobcelis profile rename" [
    --output(-o): string@"nu-complete jobcelis profile rename output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    name: string
    to: string
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis profile help" [
  ]

  # List the profiles
  export extern "jobcelis profile help list" [
  ]

  # Show a profile, its secrets masked
  export extern "jobcelis profile help show" [
  ]

  # Use a profile when none is named
  export extern "jobcelis profile help use" [
  ]

  # Set a value of the profile in use
  export extern "jobcelis profile help set" [
  ]

  # Remove a profile
  export extern "jobcelis profile help delete" [
  ]

  # Give a profile another name
  export extern "jobcelis profile help rename" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis profile help help" [
  ]

  def "nu-complete jobcelis doctor output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Look for what is wrong with the configuration, the server and its data
  export extern "jobcelis doctor" [
    --fix                     # Take files with secrets from other users
    --full                    # Read the whole database for damage
    --strict                  # Exit code 1 also for warnings
    --server-config: path     # Configuration file of the server
    --data-dir: string        # Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user's data folder]
    --db: string              # Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]
    --key-file: string        # Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]
    --listen: string          # Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]
    --output(-o): string@"nu-complete jobcelis doctor output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
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
    --instance-name: string   # Name of this server, as people read it in authenticator apps and letters [env: JOBCELIS_INSTANCE_NAME] [default: Jobcelis]
    --registration: string    # Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]
    --max-projects: string    # Active projects a user may own [env: JOBCELIS_MAX_PROJECTS] [default: 100]
    --audit-events: string    # List every accepted event in the audit log [env: JOBCELIS_AUDIT_EVENTS] [default: on]
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

  # Send events and look at them
  export extern "jobcelis help events" [
  ]

  # Send an event, or all of a file
  export extern "jobcelis help events send" [
  ]

  # Send a JSON array of up to 1000 events in one request; send --file takes any number
  export extern "jobcelis help events batch" [
  ]

  # List events, newest first
  export extern "jobcelis help events list" [
  ]

  # Show events with their latest deliveries
  export extern "jobcelis help events get" [
  ]

  # Delete events: their waiting deliveries are cancelled
  export extern "jobcelis help events delete" [
  ]

  # Show which webhooks an event would go to
  export extern "jobcelis help simulate" [
  ]

  # Receivers of events
  export extern "jobcelis help webhooks" [
  ]

  # List webhooks
  export extern "jobcelis help webhooks list" [
  ]

  # Show webhooks
  export extern "jobcelis help webhooks get" [
  ]

  # Make a webhook; its secret is shown once
  export extern "jobcelis help webhooks create" [
  ]

  # Change webhooks: only what is given changes
  export extern "jobcelis help webhooks update" [
  ]

  # Delete webhooks: nothing more is sent to them
  export extern "jobcelis help webhooks delete" [
  ]

  # Send to them again
  export extern "jobcelis help webhooks enable" [
  ]

  # Stop sending to them
  export extern "jobcelis help webhooks disable" [
  ]

  # List ready-made configurations for create --template
  export extern "jobcelis help webhooks templates" [
  ]

  # How well deliveries went in the last 24 hours; of all webhooks without an id
  export extern "jobcelis help webhooks health" [
  ]

  # Send a test call now; exit code 1 when it fails
  export extern "jobcelis help webhooks test" [
  ]

  # List the deliveries of a webhook
  export extern "jobcelis help webhooks deliveries" [
  ]

  # Replace the secret; the new one is shown once
  export extern "jobcelis help webhooks rotate-secret" [
  ]

  # Write the configuration of all webhooks to a file; secrets stay with the server
  export extern "jobcelis help webhooks export" [
  ]

  # Make the webhooks of a file that export wrote; each gets a new secret, shown once
  export extern "jobcelis help webhooks import" [
  ]

  # What was sent to webhooks, and what came of it
  export extern "jobcelis help deliveries" [
  ]

  # List deliveries, newest first
  export extern "jobcelis help deliveries list" [
  ]

  # Show deliveries with requests, answers and every attempt
  export extern "jobcelis help deliveries get" [
  ]

  # Send deliveries again: those named, or all that a filter finds
  export extern "jobcelis help deliveries retry" [
  ]

  # Deliveries that failed for good
  export extern "jobcelis help dead-letters" [
  ]

  # List dead letters that are not resolved, newest first
  export extern "jobcelis help dead-letters list" [
  ]

  # Show dead letters with their payload
  export extern "jobcelis help dead-letters get" [
  ]

  # Deliver again: those named, or all that are not resolved
  export extern "jobcelis help dead-letters retry" [
  ]

  # Mark as dealt with: those named, or all that are not resolved
  export extern "jobcelis help dead-letters resolve" [
  ]

  # Events and requests by the clock
  export extern "jobcelis help jobs" [
  ]

  # List jobs
  export extern "jobcelis help jobs list" [
  ]

  # Show jobs with their newest runs
  export extern "jobcelis help jobs get" [
  ]

  # Make a job: an event, or a request to a URL, by the clock
  export extern "jobcelis help jobs create" [
  ]

  # Change jobs: only what is given changes
  export extern "jobcelis help jobs update" [
  ]

  # Switch jobs off
  export extern "jobcelis help jobs delete" [
  ]

  # List the runs of a job, newest first
  export extern "jobcelis help jobs runs" [
  ]

  # Run jobs now, also inactive ones; exit code 1 when a run fails
  export extern "jobcelis help jobs run" [
  ]

  # Show the coming times of a cron expression
  export extern "jobcelis help jobs cron-preview" [
  ]

  # The current project, its topics and its API key
  export extern "jobcelis help project" [
  ]

  # Show the project
  export extern "jobcelis help project get" [
  ]

  # Change the project
  export extern "jobcelis help project update" [
  ]

  # List the topics that events have used
  export extern "jobcelis help project topics" [
  ]

  # Show what is known of the API key
  export extern "jobcelis help project token" [
  ]

  # Replace the API key: the old one stops working at once
  export extern "jobcelis help project regenerate-token" [
  ]

  # Limit what the API key may do and from where
  export extern "jobcelis help project restrict-token" [
  ]

  # Whether the server works: exit code 0 healthy, 1 degraded, 8 down
  export extern "jobcelis help status" [
  ]

  # Call the API: jobcelis api [METHOD] PATH
  export extern "jobcelis help api" [
  ]

  # Check the signature of a delivery: exit code 0 valid, 1 invalid
  export extern "jobcelis help verify-signature" [
  ]

  # Print the signature of a body, as a delivery would carry it
  export extern "jobcelis help sign" [
  ]

  # Log in and keep the login in the profile
  export extern "jobcelis help login" [
  ]

  # End the login and forget it
  export extern "jobcelis help logout" [
  ]

  # Show who the credential is and what it may do
  export extern "jobcelis help whoami" [
  ]

  # Accounts and tokens, with the server's answers as output
  export extern "jobcelis help auth" [
  ]

  # Make an account with a project and its API key
  export extern "jobcelis help auth register" [
  ]

  # Exchange address and password for a token
  export extern "jobcelis help auth login" [
  ]

  # Exchange a token for a fresh one
  export extern "jobcelis help auth refresh" [
  ]

  # Complete a login with the code of the second factor
  export extern "jobcelis help auth mfa-verify" [
  ]

  # The second factor of the login
  export extern "jobcelis help auth mfa" [
  ]

  # Show whether a login takes a code, and how many backup codes are left
  export extern "jobcelis help auth mfa status" [
  ]

  # Show a new secret as QR code; at a terminal also switch the second factor on with a first code
  export extern "jobcelis help auth mfa setup" [
  ]

  # Switch the second factor on with a first code; shows the backup codes, once
  export extern "jobcelis help auth mfa enable" [
  ]

  # Switch the second factor off
  export extern "jobcelis help auth mfa disable" [
  ]

  # Make new backup codes and show them, once; the old ones stop working
  export extern "jobcelis help auth mfa backup-codes" [
  ]

  # Show who is logged in; exit code 4 when nobody is
  export extern "jobcelis help auth status" [
  ]

  # Print the token of the login
  export extern "jobcelis help auth token" [
  ]

  # Servers and credentials of the configuration file
  export extern "jobcelis help profile" [
  ]

  # List the profiles
  export extern "jobcelis help profile list" [
  ]

  # Show a profile, its secrets masked
  export extern "jobcelis help profile show" [
  ]

  # Use a profile when none is named
  export extern "jobcelis help profile use" [
  ]

  # Set a value of the profile in use
  export extern "jobcelis help profile set" [
  ]

  # Remove a profile
  export extern "jobcelis help profile delete" [
  ]

  # Give a profile another name
  export extern "jobcelis help profile rename" [
  ]

  # Look for what is wrong with the configuration, the server and its data
  export extern "jobcelis help doctor" [
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

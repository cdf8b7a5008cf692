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

  def "nu-complete jobcelis events tail types" [] {
    [ "event.created" "delivery.updated" ]
  }

  def "nu-complete jobcelis events tail exit_on" [] {
    [ "delivery.failed" ]
  }

  def "nu-complete jobcelis events tail output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Follow events and the outcomes of their deliveries
  export extern "jobcelis events tail" [
    --topics: string          # Only these topics or patterns
    --types: string@"nu-complete jobcelis events tail types" # Only these kinds of messages
    --since: string           # Begin with what happened since then: a time like 10m, an event's id, or a cursor
    --last: string            # Begin with the latest events
    --no-payload              # Leave out the payloads
    --failed-only             # Only deliveries whose attempt failed
    --grep: string            # Only messages in whose text this is found
    --count: string           # End after so many messages
    --for: string             # End after this time
    --ws                      # Over a WebSocket instead of an event stream; no proxy is gone through
    --exit-on: string@"nu-complete jobcelis events tail exit_on" # End with exit code 1 at the first message of that kind
    --output(-o): string@"nu-complete jobcelis events tail output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
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

  def "nu-complete jobcelis events resend output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send events again
  export extern "jobcelis events resend" [
    --webhook: string         # Only to this webhook
    --output(-o): string@"nu-complete jobcelis events resend output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
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

  # Follow events and the outcomes of their deliveries
  export extern "jobcelis events help tail" [
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

  # Send events again
  export extern "jobcelis events help resend" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis events help help" [
  ]

  def "nu-complete jobcelis ingest output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send signed events to one endpoint
  export extern "jobcelis ingest" [
    --output(-o): string@"nu-complete jobcelis ingest output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis ingest send output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Sign an event and send it to an endpoint
  export extern "jobcelis ingest send" [
    --secret: string          # Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    --body: string            # Body, any JSON: as it stands, @file or - for stdin
    --event-type: string      # Type of the event; wins over that in the body
    --correlation-id: string  # What the event belongs to; sent on as X-Correlation-ID
    --output(-o): string@"nu-complete jobcelis ingest send output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    endpoint: string          # Id of the endpoint, which is that of a webhook
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis ingest help" [
  ]

  # Sign an event and send it to an endpoint
  export extern "jobcelis ingest help send" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis ingest help help" [
  ]

  def "nu-complete jobcelis listen output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Hand events to a program on this machine, signed like real deliveries
  export extern "jobcelis listen" [
    --forward-to: string      # Where to send: a port, host:port/path, or a URL
    --topics: string          # Only these topics or patterns
    --webhook: string         # Apply topics, filters, body and headers of this webhook
    --header(-H): string      # Add a header
    --secret: string          # Sign with this secret instead of the one kept in the profile
    --print-json              # Print each event as a line of JSON
    --skip-verify             # Accept any certificate of the program
    --since: string           # Begin with what happened since then: a time like 10m, an event's id, or a cursor
    --concurrency: string     # Events that are sent at the same time
    --retry: string           # Send again so often when the program fails or cannot be reached
    --no-forward              # Send nothing, only tell of the events
    --fail-on-error           # Exit code 1 at the end if any answer was not 2xx
    --output(-o): string@"nu-complete jobcelis listen output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
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
    --to: string              # Up to this time
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --since: string           # From this time on: RFC 3339, a date, or words like -15m
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
    --to: string              # Up to this time
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --since: string           # From this time on: RFC 3339, a date, or words like -15m
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

  def "nu-complete jobcelis pipelines output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # What is done to events before they are delivered
  export extern "jobcelis pipelines" [
    --output(-o): string@"nu-complete jobcelis pipelines output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis pipelines list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List pipelines
  export extern "jobcelis pipelines list" [
    --include-inactive        # Deleted and disabled ones too
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis pipelines list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis pipelines get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show pipelines
  export extern "jobcelis pipelines get" [
    --output(-o): string@"nu-complete jobcelis pipelines get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis pipelines create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a pipeline
  export extern "jobcelis pipelines create" [
    --name: string
    --topics: string          # Topics or patterns such as order.*; none is every event
    --steps: string           # The list of steps: JSON, @file or - for stdin
    --description: string
    --webhook: string         # Who gets the output instead of the event; an empty id is nobody
    --enable                  # Run it on events
    --disable                 # Do not run it on events
    --output(-o): string@"nu-complete jobcelis pipelines create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis pipelines update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change pipelines: only what is given changes
  export extern "jobcelis pipelines update" [
    --name: string
    --topics: string          # Topics or patterns such as order.*; none is every event
    --steps: string           # The list of steps: JSON, @file or - for stdin
    --description: string
    --webhook: string         # Who gets the output instead of the event; an empty id is nobody
    --enable                  # Run it on events
    --disable                 # Do not run it on events
    --output(-o): string@"nu-complete jobcelis pipelines update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis pipelines delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete pipelines: events go on as if they were not there
  export extern "jobcelis pipelines delete" [
    --output(-o): string@"nu-complete jobcelis pipelines delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis pipelines test expect" [] {
    [ "pass" "filter" ]
  }

  def "nu-complete jobcelis pipelines test output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show what the steps of pipelines make of a payload; nothing is sent
  export extern "jobcelis pipelines test" [
    --topic: string           # Tell whether the pipeline is about events of this topic
    --payload: string         # JSON, @file or - for stdin
    --set: string             # Set a text in the payload; dots reach into objects
    --set-json: string        # Set a JSON value in the payload
    --expect: string@"nu-complete jobcelis pipelines test expect" # Exit code 1 when the payload fares otherwise
    --output(-o): string@"nu-complete jobcelis pipelines test output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis pipelines help" [
  ]

  # List pipelines
  export extern "jobcelis pipelines help list" [
  ]

  # Show pipelines
  export extern "jobcelis pipelines help get" [
  ]

  # Make a pipeline
  export extern "jobcelis pipelines help create" [
  ]

  # Change pipelines: only what is given changes
  export extern "jobcelis pipelines help update" [
  ]

  # Delete pipelines: events go on as if they were not there
  export extern "jobcelis pipelines help delete" [
  ]

  # Show what the steps of pipelines make of a payload; nothing is sent
  export extern "jobcelis pipelines help test" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis pipelines help help" [
  ]

  def "nu-complete jobcelis schemas output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # JSON Schemas that the payloads of a topic have to fit
  export extern "jobcelis schemas" [
    --output(-o): string@"nu-complete jobcelis schemas output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis schemas list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List schemas
  export extern "jobcelis schemas list" [
    --topic: string           # Only of this topic
    --include-inactive        # Deleted ones too
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis schemas list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis schemas get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show schemas
  export extern "jobcelis schemas get" [
    --output(-o): string@"nu-complete jobcelis schemas get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis schemas create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a schema: the next version of its topic, which applies from now on
  export extern "jobcelis schemas create" [
    --topic: string
    --schema: string          # JSON Schema: JSON, @file or - for stdin
    --schema-version: string  # Version to make instead of the next one
    --output(-o): string@"nu-complete jobcelis schemas create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis schemas update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change schemas: another schema is another version
  export extern "jobcelis schemas update" [
    --topic: string
    --schema: string          # JSON Schema: JSON, @file or - for stdin
    --schema-version: string  # Version to make of it instead of the next free one
    --output(-o): string@"nu-complete jobcelis schemas update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis schemas delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete schemas: the next lower version of the topic applies again
  export extern "jobcelis schemas delete" [
    --output(-o): string@"nu-complete jobcelis schemas delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis schemas validate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Try a payload on the schema of a topic; exit code 1 when it does not fit
  export extern "jobcelis schemas validate" [
    --topic: string
    --payload: string         # JSON, @file or - for stdin
    --schema: string          # Try it on this schema instead of the one of the topic
    --local                   # Ask no server
    --output(-o): string@"nu-complete jobcelis schemas validate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis schemas infer output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print a draft of a schema from the latest events of a topic
  export extern "jobcelis schemas infer" [
    --topic: string
    --sample: string          # Events to look at, at most
    --output(-o): string@"nu-complete jobcelis schemas infer output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis schemas help" [
  ]

  # List schemas
  export extern "jobcelis schemas help list" [
  ]

  # Show schemas
  export extern "jobcelis schemas help get" [
  ]

  # Make a schema: the next version of its topic, which applies from now on
  export extern "jobcelis schemas help create" [
  ]

  # Change schemas: another schema is another version
  export extern "jobcelis schemas help update" [
  ]

  # Delete schemas: the next lower version of the topic applies again
  export extern "jobcelis schemas help delete" [
  ]

  # Try a payload on the schema of a topic; exit code 1 when it does not fit
  export extern "jobcelis schemas help validate" [
  ]

  # Print a draft of a schema from the latest events of a topic
  export extern "jobcelis schemas help infer" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis schemas help help" [
  ]

  def "nu-complete jobcelis replays output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send stored events again
  export extern "jobcelis replays" [
    --output(-o): string@"nu-complete jobcelis replays output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis replays list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List replays, newest first
  export extern "jobcelis replays list" [
    --status: string          # pending, running, completed, failed or cancelled
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis replays list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis replays get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show replays
  export extern "jobcelis replays get" [
    --output(-o): string@"nu-complete jobcelis replays get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis replays create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send events again to the webhooks of today
  export extern "jobcelis replays create" [
    --topic: string           # Only this topic; may be a pattern like order.*, and * is every event
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --webhook: string         # Only to this webhook
    --wait                    # Show how far it is until it ends; exit code 1 unless it completes
    --output(-o): string@"nu-complete jobcelis replays create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis replays watch output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show how far a replay is until it ends; exit code 1 unless it completes
  export extern "jobcelis replays watch" [
    --output(-o): string@"nu-complete jobcelis replays watch output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis replays cancel output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Stop replays: what they made and nobody has attempted yet is not sent
  export extern "jobcelis replays cancel" [
    --output(-o): string@"nu-complete jobcelis replays cancel output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis replays help" [
  ]

  # List replays, newest first
  export extern "jobcelis replays help list" [
  ]

  # Show replays
  export extern "jobcelis replays help get" [
  ]

  # Send events again to the webhooks of today
  export extern "jobcelis replays help create" [
  ]

  # Show how far a replay is until it ends; exit code 1 unless it completes
  export extern "jobcelis replays help watch" [
  ]

  # Stop replays: what they made and nobody has attempted yet is not sent
  export extern "jobcelis replays help cancel" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis replays help help" [
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

  def "nu-complete jobcelis sources output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Senders from outside whose requests become events
  export extern "jobcelis sources" [
    --output(-o): string@"nu-complete jobcelis sources output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sources list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List sources
  export extern "jobcelis sources list" [
    --include-inactive        # Deleted and disabled ones too
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis sources list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sources presets output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the senders that are known
  export extern "jobcelis sources presets" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis sources presets output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sources get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show sources
  export extern "jobcelis sources get" [
    --output(-o): string@"nu-complete jobcelis sources get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sources create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a source; its secret and its URL are shown
  export extern "jobcelis sources create" [
    --preset: string          # A sender that is known, see: jobcelis sources presets
    --slug: string            # What its URL ends in: a-z, 0-9 and -
    --name: string
    --provider: string        # Who sends, as receivers read it
    --verification: string    # How it proves itself: JSON, @file or -
    --mapping: string         # Where its requests say what happened: JSON, @file or -
    --topic-prefix: string    # What stands before the type in topics
    --secret: string          # Secret that it proves itself with: a text, @file or -; else one is made
    --allow-unverified        # Believe anyone, where the verification is none
    --enable                  # Take requests
    --disable                 # Take no requests
    --output(-o): string@"nu-complete jobcelis sources create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sources update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change sources: only what is given changes
  export extern "jobcelis sources update" [
    --slug: string            # What its URL ends in: a-z, 0-9 and -
    --name: string
    --provider: string        # Who sends, as receivers read it
    --verification: string    # How it proves itself: JSON, @file or -
    --mapping: string         # Where its requests say what happened: JSON, @file or -
    --topic-prefix: string    # What stands before the type in topics
    --secret: string          # Secret that it proves itself with: a text, @file or -; else one is made
    --allow-unverified        # Believe anyone, where the verification is none
    --enable                  # Take requests
    --disable                 # Take no requests
    --output(-o): string@"nu-complete jobcelis sources update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sources delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Switch sources off: nothing more is taken from them
  export extern "jobcelis sources delete" [
    --output(-o): string@"nu-complete jobcelis sources delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sources rotate-secret output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Give sources a new secret; the one before is still believed
  export extern "jobcelis sources rotate-secret" [
    --output(-o): string@"nu-complete jobcelis sources rotate-secret output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sources rejections output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the newest requests that were refused
  export extern "jobcelis sources rejections" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis sources rejections output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string
  ]

  def "nu-complete jobcelis sources test output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send a request as the sender would: signed, with a body that the mapping understands
  export extern "jobcelis sources test" [
    --secret: string          # Secret of the source: a text, @file or -
    --type: string            # Type of the event
    --body: string            # Body instead of one made up: JSON, @file or -
    --output(-o): string@"nu-complete jobcelis sources test output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis sources help" [
  ]

  # List sources
  export extern "jobcelis sources help list" [
  ]

  # List the senders that are known
  export extern "jobcelis sources help presets" [
  ]

  # Show sources
  export extern "jobcelis sources help get" [
  ]

  # Make a source; its secret and its URL are shown
  export extern "jobcelis sources help create" [
  ]

  # Change sources: only what is given changes
  export extern "jobcelis sources help update" [
  ]

  # Switch sources off: nothing more is taken from them
  export extern "jobcelis sources help delete" [
  ]

  # Give sources a new secret; the one before is still believed
  export extern "jobcelis sources help rotate-secret" [
  ]

  # List the newest requests that were refused
  export extern "jobcelis sources help rejections" [
  ]

  # Send a request as the sender would: signed, with a body that the mapping understands
  export extern "jobcelis sources help test" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis sources help help" [
  ]

  def "nu-complete jobcelis tasks output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Things to be done once
  export extern "jobcelis tasks" [
    --output(-o): string@"nu-complete jobcelis tasks output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis tasks list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List tasks, newest first
  export extern "jobcelis tasks list" [
    --status: string          # queued, running, retry, succeeded, fatal or cancelled
    --type: string            # Only of this type
    --tenant: string          # Only of this tenant
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis tasks list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis tasks get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show tasks with their attempts
  export extern "jobcelis tasks get" [
    --output(-o): string@"nu-complete jobcelis tasks get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis tasks create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Have something done once
  export extern "jobcelis tasks create" [
    --type: string            # http, email, or a word: a webhook with the topic task.WORD does it
    --payload: string         # What it needs to know: a JSON object, @file or - for stdin
    --tenant: string          # For whom it is done
    --callback-url: string    # URL that is told of the end
    --idempotency-key: string # A second task with the same key is the first one
    --wait: string            # Wait until it has ended, for so long at most; exit code 1 unless it succeeds
    --output(-o): string@"nu-complete jobcelis tasks create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis tasks retry output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Run tasks now, also those that have ended
  export extern "jobcelis tasks retry" [
    --output(-o): string@"nu-complete jobcelis tasks retry output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis tasks cancel output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End tasks that have not ended
  export extern "jobcelis tasks cancel" [
    --output(-o): string@"nu-complete jobcelis tasks cancel output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis tasks wait output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Wait until tasks have ended; exit code 1 unless all succeed
  export extern "jobcelis tasks wait" [
    --within: string          # For so long at most, each
    --output(-o): string@"nu-complete jobcelis tasks wait output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis tasks callback-secret output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The secret by which callbacks are signed
  export extern "jobcelis tasks callback-secret" [
    --output(-o): string@"nu-complete jobcelis tasks callback-secret output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis tasks callback-secret get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show it
  export extern "jobcelis tasks callback-secret get" [
    --output(-o): string@"nu-complete jobcelis tasks callback-secret get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis tasks callback-secret rotate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Put a new one before it; the old one goes on signing too
  export extern "jobcelis tasks callback-secret rotate" [
    --output(-o): string@"nu-complete jobcelis tasks callback-secret rotate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis tasks callback-secret help" [
  ]

  # Show it
  export extern "jobcelis tasks callback-secret help get" [
  ]

  # Put a new one before it; the old one goes on signing too
  export extern "jobcelis tasks callback-secret help rotate" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis tasks callback-secret help help" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis tasks help" [
  ]

  # List tasks, newest first
  export extern "jobcelis tasks help list" [
  ]

  # Show tasks with their attempts
  export extern "jobcelis tasks help get" [
  ]

  # Have something done once
  export extern "jobcelis tasks help create" [
  ]

  # Run tasks now, also those that have ended
  export extern "jobcelis tasks help retry" [
  ]

  # End tasks that have not ended
  export extern "jobcelis tasks help cancel" [
  ]

  # Wait until tasks have ended; exit code 1 unless all succeed
  export extern "jobcelis tasks help wait" [
  ]

  # The secret by which callbacks are signed
  export extern "jobcelis tasks help callback-secret" [
  ]

  # Show it
  export extern "jobcelis tasks help callback-secret get" [
  ]

  # Put a new one before it; the old one goes on signing too
  export extern "jobcelis tasks help callback-secret rotate" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis tasks help help" [
  ]

  def "nu-complete jobcelis sandbox output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Public URLs that keep whatever is sent to them, to be looked at
  export extern "jobcelis sandbox" [
    --output(-o): string@"nu-complete jobcelis sandbox output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sandbox list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List endpoints
  export extern "jobcelis sandbox list" [
    --include-expired         # Expired ones too, until they are erased
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis sandbox list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sandbox create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make an endpoint
  export extern "jobcelis sandbox create" [
    --name: string
    --ttl-hours: string       # Hours until it expires, 1 to 720; a week if not given
    --open                    # Open its URL in the browser, as a first request
    --output(-o): string@"nu-complete jobcelis sandbox create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis sandbox update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Rename endpoints; their URLs stay
  export extern "jobcelis sandbox update" [
    --name: string
    --output(-o): string@"nu-complete jobcelis sandbox update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sandbox delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete endpoints and what they have kept
  export extern "jobcelis sandbox delete" [
    --output(-o): string@"nu-complete jobcelis sandbox delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sandbox url output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print the URLs that requests are sent to
  export extern "jobcelis sandbox url" [
    --output(-o): string@"nu-complete jobcelis sandbox url output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis sandbox requests output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show what an endpoint has kept, newest first
  export extern "jobcelis sandbox requests" [
    --follow                  # Show each request as it arrives, until Ctrl-C
    --count: string           # With --follow: end after so many requests
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis sandbox requests output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis sandbox help" [
  ]

  # List endpoints
  export extern "jobcelis sandbox help list" [
  ]

  # Make an endpoint
  export extern "jobcelis sandbox help create" [
  ]

  # Rename endpoints; their URLs stay
  export extern "jobcelis sandbox help update" [
  ]

  # Delete endpoints and what they have kept
  export extern "jobcelis sandbox help delete" [
  ]

  # Print the URLs that requests are sent to
  export extern "jobcelis sandbox help url" [
  ]

  # Show what an endpoint has kept, newest first
  export extern "jobcelis sandbox help requests" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis sandbox help help" [
  ]

  def "nu-complete jobcelis embed output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The portal for pages of others: its tokens, and what to paste there
  export extern "jobcelis embed" [
    --output(-o): string@"nu-complete jobcelis embed output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis embed tokens output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The tokens that open the portal
  export extern "jobcelis embed tokens" [
    --output(-o): string@"nu-complete jobcelis embed tokens output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis embed tokens list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List tokens; what they are is never shown again
  export extern "jobcelis embed tokens list" [
    --include-inactive        # Revoked and expired ones too
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis embed tokens list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis embed tokens create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a token, which is shown this once
  export extern "jobcelis embed tokens create" [
    --name: string
    --scopes: string          # webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given
    --origins: string         # Pages it is for, such as https://app.example.com or https://*.example.com; any if not given
    --tenant: string          # Whose webhooks it is about: they see and make those of this name only
    --metadata: string        # A JSON object to keep with it: JSON, @file or - for stdin
    --expires-in: string      # How long it holds, such as 1h or 30d
    --expires-at: string      # When it ends: RFC 3339, a date, or words like +7d
    --output(-o): string@"nu-complete jobcelis embed tokens create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis embed tokens revoke output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End tokens at once
  export extern "jobcelis embed tokens revoke" [
    --output(-o): string@"nu-complete jobcelis embed tokens revoke output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis embed tokens help" [
  ]

  # List tokens; what they are is never shown again
  export extern "jobcelis embed tokens help list" [
  ]

  # Make a token, which is shown this once
  export extern "jobcelis embed tokens help create" [
  ]

  # End tokens at once
  export extern "jobcelis embed tokens help revoke" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis embed tokens help help" [
  ]

  def "nu-complete jobcelis embed snippet locale" [] {
    [ "en" "es" ]
  }

  def "nu-complete jobcelis embed snippet output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print what to paste into a page
  export extern "jobcelis embed snippet" [
    --locale: string@"nu-complete jobcelis embed snippet locale" # Language of the portal
    --output(-o): string@"nu-complete jobcelis embed snippet output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    token: string             # The whole token; - reads it from stdin
  ]

  def "nu-complete jobcelis embed tokens-list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List tokens, as the official client does
  export extern "jobcelis embed tokens-list" [
    --output(-o): string@"nu-complete jobcelis embed tokens-list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis embed tokens-create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a token, which is shown this once
  export extern "jobcelis embed tokens-create" [
    --name: string
    --scopes: string          # webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given
    --origins: string         # Pages it is for, such as https://app.example.com or https://*.example.com; any if not given
    --tenant: string          # Whose webhooks it is about: they see and make those of this name only
    --metadata: string        # A JSON object to keep with it: JSON, @file or - for stdin
    --expires-in: string      # How long it holds, such as 1h or 30d
    --expires-at: string      # When it ends: RFC 3339, a date, or words like +7d
    --output(-o): string@"nu-complete jobcelis embed tokens-create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis embed tokens-revoke output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Revoke tokens
  export extern "jobcelis embed tokens-revoke" [
    --output(-o): string@"nu-complete jobcelis embed tokens-revoke output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis embed help" [
  ]

  # The tokens that open the portal
  export extern "jobcelis embed help tokens" [
  ]

  # List tokens; what they are is never shown again
  export extern "jobcelis embed help tokens list" [
  ]

  # Make a token, which is shown this once
  export extern "jobcelis embed help tokens create" [
  ]

  # End tokens at once
  export extern "jobcelis embed help tokens revoke" [
  ]

  # Print what to paste into a page
  export extern "jobcelis embed help snippet" [
  ]

  # List tokens, as the official client does
  export extern "jobcelis embed help tokens-list" [
  ]

  # Make a token, which is shown this once
  export extern "jobcelis embed help tokens-create" [
  ]

  # Revoke tokens
  export extern "jobcelis embed help tokens-revoke" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis embed help help" [
  ]

  def "nu-complete jobcelis channels output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Where the project is told of trouble: mail, Slack, Discord, or a URL of your own
  export extern "jobcelis channels" [
    --output(-o): string@"nu-complete jobcelis channels output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis channels show output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show what is set, without its secrets
  export extern "jobcelis channels show" [
    --output(-o): string@"nu-complete jobcelis channels show output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis channels set channel" [] {
    [ "email" "slack" "discord" "webhook" "meta_webhook" ]
  }

  def "nu-complete jobcelis channels set output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Set one channel; the others stay as they are
  export extern "jobcelis channels set" [
    --events: string          # What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \"\" is all
    --secret: string          # What messages to a webhook are signed with: @file or - for stdin
    --disable                 # Keep it, but send nothing there
    --output(-o): string@"nu-complete jobcelis channels set output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    channel: string@"nu-complete jobcelis channels set channel"
    value?: string            # The address or the URL, @file or - for stdin; as it is if not given
  ]

  def "nu-complete jobcelis channels unset channel" [] {
    [ "email" "slack" "discord" "webhook" "meta_webhook" ]
  }

  def "nu-complete jobcelis channels unset output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Remove one channel
  export extern "jobcelis channels unset" [
    --output(-o): string@"nu-complete jobcelis channels unset output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    channel: string@"nu-complete jobcelis channels unset channel" # email, slack, discord or webhook
  ]

  def "nu-complete jobcelis channels test channel" [] {
    [ "email" "slack" "discord" "webhook" "meta_webhook" ]
  }

  def "nu-complete jobcelis channels test output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Send a test alert now; exit 1 if one did not arrive
  export extern "jobcelis channels test" [
    --output(-o): string@"nu-complete jobcelis channels test output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    channel?: string@"nu-complete jobcelis channels test channel" # Only to this one
  ]

  def "nu-complete jobcelis channels upsert output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Set everything at once
  export extern "jobcelis channels upsert" [
    --config: path            # The request as JSON, @file or - for stdin; in the place of the shared option of this name
    --output(-o): string@"nu-complete jobcelis channels upsert output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis channels delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Remove all channels
  export extern "jobcelis channels delete" [
    --output(-o): string@"nu-complete jobcelis channels delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis channels help" [
  ]

  # Show what is set, without its secrets
  export extern "jobcelis channels help show" [
  ]

  # Set one channel; the others stay as they are
  export extern "jobcelis channels help set" [
  ]

  # Remove one channel
  export extern "jobcelis channels help unset" [
  ]

  # Send a test alert now; exit 1 if one did not arrive
  export extern "jobcelis channels help test" [
  ]

  # Set everything at once
  export extern "jobcelis channels help upsert" [
  ]

  # Remove all channels
  export extern "jobcelis channels help delete" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis channels help help" [
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

  def "nu-complete jobcelis api-keys output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The API keys of the project
  export extern "jobcelis api-keys" [
    --output(-o): string@"nu-complete jobcelis api-keys output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis api-keys list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the keys, disabled ones among them
  export extern "jobcelis api-keys list" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis api-keys list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis api-keys create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a key; its secret is the credential
  export extern "jobcelis api-keys create" [
    --description: string     # What it is for
    --scopes: string          # Scopes, such as events:write,webhooks:read; * is all, which is what a new key has
    --permissions: string     # Names of your own, for programs of yours that ask what a key may do
    --allowed-ips: string     # Addresses or networks that may use it; empty is any
    --tenants: string         # Tenants that it may act for; empty is any
    --output(-o): string@"nu-complete jobcelis api-keys create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis api-keys update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change what keys may do, from where and for whom
  export extern "jobcelis api-keys update" [
    --description: string     # What it is for
    --scopes: string          # Scopes, such as events:write,webhooks:read; * is all, which is what a new key has
    --permissions: string     # Names of your own, for programs of yours that ask what a key may do
    --allowed-ips: string     # Addresses or networks that may use it; empty is any
    --tenants: string         # Tenants that it may act for; empty is any
    --output(-o): string@"nu-complete jobcelis api-keys update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis api-keys rotate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Give keys new secrets; the old ones stop working at once
  export extern "jobcelis api-keys rotate" [
    --output(-o): string@"nu-complete jobcelis api-keys rotate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis api-keys disable output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Refuse keys until they are enabled again
  export extern "jobcelis api-keys disable" [
    --output(-o): string@"nu-complete jobcelis api-keys disable output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis api-keys enable output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Let disabled keys work again
  export extern "jobcelis api-keys enable" [
    --output(-o): string@"nu-complete jobcelis api-keys enable output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis api-keys reveal output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show the secrets of keys again, for whoever is logged in and knows the password
  export extern "jobcelis api-keys reveal" [
    --password: string        # As it stands, @file or - for stdin; asked for otherwise
    --output(-o): string@"nu-complete jobcelis api-keys reveal output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis api-keys delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End keys for good
  export extern "jobcelis api-keys delete" [
    --output(-o): string@"nu-complete jobcelis api-keys delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis api-keys help" [
  ]

  # List the keys, disabled ones among them
  export extern "jobcelis api-keys help list" [
  ]

  # Make a key; its secret is the credential
  export extern "jobcelis api-keys help create" [
  ]

  # Change what keys may do, from where and for whom
  export extern "jobcelis api-keys help update" [
  ]

  # Give keys new secrets; the old ones stop working at once
  export extern "jobcelis api-keys help rotate" [
  ]

  # Refuse keys until they are enabled again
  export extern "jobcelis api-keys help disable" [
  ]

  # Let disabled keys work again
  export extern "jobcelis api-keys help enable" [
  ]

  # Show the secrets of keys again, for whoever is logged in and knows the password
  export extern "jobcelis api-keys help reveal" [
  ]

  # End keys for good
  export extern "jobcelis api-keys help delete" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis api-keys help help" [
  ]

  def "nu-complete jobcelis projects output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The projects of the user who is logged in
  export extern "jobcelis projects" [
    --output(-o): string@"nu-complete jobcelis projects output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis projects list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the projects, those of others that one belongs to among them
  export extern "jobcelis projects list" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis projects list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis projects get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show projects
  export extern "jobcelis projects get" [
    --output(-o): string@"nu-complete jobcelis projects get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis projects create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a project; its API key is shown once
  export extern "jobcelis projects create" [
    --name: string
    --settings: string        # Settings as JSON
    --output(-o): string@"nu-complete jobcelis projects create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis projects update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change projects
  export extern "jobcelis projects update" [
    --name: string
    --settings: string        # Settings as JSON; they replace the old ones
    --retention-policy: string # How long data are kept, as JSON
    --output(-o): string@"nu-complete jobcelis projects update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis projects delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete projects with everything in them; asks for the name on a terminal
  export extern "jobcelis projects delete" [
    --output(-o): string@"nu-complete jobcelis projects delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis projects set-default output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a project the one that counts where none is named
  export extern "jobcelis projects set-default" [
    --output(-o): string@"nu-complete jobcelis projects set-default output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string
  ]

  def "nu-complete jobcelis projects use output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Work in a project from now on: it is kept in the profile
  export extern "jobcelis projects use" [
    --output(-o): string@"nu-complete jobcelis projects use output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string                # Id, the beginning of one, or name
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis projects help" [
  ]

  # List the projects, those of others that one belongs to among them
  export extern "jobcelis projects help list" [
  ]

  # Show projects
  export extern "jobcelis projects help get" [
  ]

  # Make a project; its API key is shown once
  export extern "jobcelis projects help create" [
  ]

  # Change projects
  export extern "jobcelis projects help update" [
  ]

  # Delete projects with everything in them; asks for the name on a terminal
  export extern "jobcelis projects help delete" [
  ]

  # Make a project the one that counts where none is named
  export extern "jobcelis projects help set-default" [
  ]

  # Work in a project from now on: it is kept in the profile
  export extern "jobcelis projects help use" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis projects help help" [
  ]

  def "nu-complete jobcelis members output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Who is in a project; --project says which, unless the profile does
  export extern "jobcelis members" [
    --output(-o): string@"nu-complete jobcelis members output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis members list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the members and who is invited
  export extern "jobcelis members list" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis members list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis members add role" [] {
    [ "admin" "member" "viewer" "editor" ]
  }

  def "nu-complete jobcelis members add output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Invite users to the project
  export extern "jobcelis members add" [
    --email: string           # Addresses of their accounts
    --role: string@"nu-complete jobcelis members add role" # What they may do; viewer unless given
    --output(-o): string@"nu-complete jobcelis members add output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis members update role" [] {
    [ "admin" "member" "viewer" "editor" ]
  }

  def "nu-complete jobcelis members update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change what members may do
  export extern "jobcelis members update" [
    --role: string@"nu-complete jobcelis members update role"
    --output(-o): string@"nu-complete jobcelis members update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis members remove output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Take members out of the project
  export extern "jobcelis members remove" [
    --output(-o): string@"nu-complete jobcelis members remove output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis members leave output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Leave the project
  export extern "jobcelis members leave" [
    --output(-o): string@"nu-complete jobcelis members leave output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis members help" [
  ]

  # List the members and who is invited
  export extern "jobcelis members help list" [
  ]

  # Invite users to the project
  export extern "jobcelis members help add" [
  ]

  # Change what members may do
  export extern "jobcelis members help update" [
  ]

  # Take members out of the project
  export extern "jobcelis members help remove" [
  ]

  # Leave the project
  export extern "jobcelis members help leave" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis members help help" [
  ]

  def "nu-complete jobcelis invitations output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The projects that the user who is logged in is invited to
  export extern "jobcelis invitations" [
    --output(-o): string@"nu-complete jobcelis invitations output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis invitations pending output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the invitations that wait for an answer
  export extern "jobcelis invitations pending" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis invitations pending output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis invitations accept output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Join the projects
  export extern "jobcelis invitations accept" [
    --output(-o): string@"nu-complete jobcelis invitations accept output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis invitations reject output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Decline
  export extern "jobcelis invitations reject" [
    --output(-o): string@"nu-complete jobcelis invitations reject output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis invitations help" [
  ]

  # List the invitations that wait for an answer
  export extern "jobcelis invitations help pending" [
  ]

  # Join the projects
  export extern "jobcelis invitations help accept" [
  ]

  # Decline
  export extern "jobcelis invitations help reject" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis invitations help help" [
  ]

  def "nu-complete jobcelis analytics output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Events and deliveries by the day, by topic and by webhook
  export extern "jobcelis analytics" [
    --output(-o): string@"nu-complete jobcelis analytics output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis analytics events output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Accepted events of each day
  export extern "jobcelis analytics events" [
    --days: string            # Days up to today, 1 to 90
    --fill                    # Also days on which nothing happened
    --chart                   # Draw it
    --output(-o): string@"nu-complete jobcelis analytics events output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis analytics deliveries output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Deliveries of each day and what became of them
  export extern "jobcelis analytics deliveries" [
    --days: string            # Days up to today, 1 to 90
    --fill                    # Also days on which nothing happened
    --chart                   # Draw it
    --output(-o): string@"nu-complete jobcelis analytics deliveries output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis analytics topics output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The topics with most events
  export extern "jobcelis analytics topics" [
    --limit: string           # How many topics, 1 to 50
    --days: string            # Only of so many days up to today; without it of all time
    --chart                   # Draw it
    --output(-o): string@"nu-complete jobcelis analytics topics output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis analytics webhook-stats output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # What became of the deliveries of each webhook
  export extern "jobcelis analytics webhook-stats" [
    --days: string            # Days up to today, 1 to 90
    --chart                   # Draw it
    --output(-o): string@"nu-complete jobcelis analytics webhook-stats output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis analytics summary output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The last days in short
  export extern "jobcelis analytics summary" [
    --days: string            # Days up to today, 1 to 90
    --output(-o): string@"nu-complete jobcelis analytics summary output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis analytics help" [
  ]

  # Accepted events of each day
  export extern "jobcelis analytics help events" [
  ]

  # Deliveries of each day and what became of them
  export extern "jobcelis analytics help deliveries" [
  ]

  # The topics with most events
  export extern "jobcelis analytics help topics" [
  ]

  # What became of the deliveries of each webhook
  export extern "jobcelis analytics help webhook-stats" [
  ]

  # The last days in short
  export extern "jobcelis analytics help summary" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis analytics help help" [
  ]

  def "nu-complete jobcelis audit output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Who did what in the project
  export extern "jobcelis audit" [
    --output(-o): string@"nu-complete jobcelis audit output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis audit list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the entries of the audit log, newest first
  export extern "jobcelis audit list" [
    --action: string          # Such as webhook.created; webhook.* is all that begin so
    --actor-email: string     # Only of the user with this address
    --resource-type: string   # Such as webhook, event, api_key
    --resource-id: string     # Only about the thing with this id
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis audit list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis audit help" [
  ]

  # List the entries of the audit log, newest first
  export extern "jobcelis audit help list" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis audit help help" [
  ]

  def "nu-complete jobcelis export output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Everything of a kind as a file
  export extern "jobcelis export" [
    --output(-o): string@"nu-complete jobcelis export output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis export events format" [] {
    [ "csv" "json" "ndjson" ]
  }

  def "nu-complete jobcelis export events output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Export events; as NDJSON they can be sent again
  export extern "jobcelis export events" [
    --topic: string           # Only of this topic; order.* is all below it
    --status: string          # active or inactive
    --include-inactive        # Also events that were deleted
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --limit: string           # The newest so many
    --format: string@"nu-complete jobcelis export events format" # Of the file; json unless given
    --file(-f): path          # File to write, or - for stdout; without one a name with the day of today
    --force                   # Replace the file if it exists
    --safe                    # Protect cells of CSV that a spreadsheet would take for formulas
    --output(-o): string@"nu-complete jobcelis export events output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis export deliveries format" [] {
    [ "csv" "json" "ndjson" ]
  }

  def "nu-complete jobcelis export deliveries output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Export deliveries
  export extern "jobcelis export deliveries" [
    --status: string          # pending, success or failed
    --webhook: string         # Only to the webhook with this id
    --event: string           # Only of the event with this id
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --limit: string           # The newest so many
    --format: string@"nu-complete jobcelis export deliveries format" # Of the file; json unless given
    --file(-f): path          # File to write, or - for stdout; without one a name with the day of today
    --force                   # Replace the file if it exists
    --safe                    # Protect cells of CSV that a spreadsheet would take for formulas
    --output(-o): string@"nu-complete jobcelis export deliveries output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis export jobs format" [] {
    [ "csv" "json" "ndjson" ]
  }

  def "nu-complete jobcelis export jobs output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Export jobs, those that are switched off too
  export extern "jobcelis export jobs" [
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --limit: string           # The newest so many
    --format: string@"nu-complete jobcelis export jobs format" # Of the file; json unless given
    --file(-f): path          # File to write, or - for stdout; without one a name with the day of today
    --force                   # Replace the file if it exists
    --safe                    # Protect cells of CSV that a spreadsheet would take for formulas
    --output(-o): string@"nu-complete jobcelis export jobs output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis export audit-log format" [] {
    [ "csv" "json" "ndjson" ]
  }

  def "nu-complete jobcelis export audit-log output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Export the audit log of the project
  export extern "jobcelis export audit-log" [
    --action: string          # Such as webhook.created; webhook.* is all that begin so
    --actor-email: string     # Only of the user with this address
    --resource-type: string   # Such as webhook, event, api_key
    --resource-id: string     # Only about the thing with this id
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --to: string              # Up to this time
    --format: string@"nu-complete jobcelis export audit-log format" # Of the file; json unless given
    --file(-f): path          # File to write, or - for stdout; without one a name with the day of today
    --force                   # Replace the file if it exists
    --safe                    # Protect cells of CSV that a spreadsheet would take for formulas
    --output(-o): string@"nu-complete jobcelis export audit-log output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis export help" [
  ]

  # Export events; as NDJSON they can be sent again
  export extern "jobcelis export help events" [
  ]

  # Export deliveries
  export extern "jobcelis export help deliveries" [
  ]

  # Export jobs, those that are switched off too
  export extern "jobcelis export help jobs" [
  ]

  # Export the audit log of the project
  export extern "jobcelis export help audit-log" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis export help help" [
  ]

  def "nu-complete jobcelis retention output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # How long the data of the project are kept
  export extern "jobcelis retention" [
    --output(-o): string@"nu-complete jobcelis retention output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis retention get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show what is set, what comes of it, and when data are removed next
  export extern "jobcelis retention get" [
    --output(-o): string@"nu-complete jobcelis retention get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis retention set default" [] {
    [ "events" "deliveries" "audit-logs" "job-runs" "dead-letters" ]
  }

  def "nu-complete jobcelis retention set output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change how long data are kept; what is not named stays
  export extern "jobcelis retention set" [
    --events-days: string     # Days that events are kept; 0 is for ever
    --deliveries-days: string # Days that deliveries are kept
    --audit-logs-days: string # Days that entries of the audit log are kept
    --job-runs-days: string   # Days that runs of jobs are kept
    --dead-letters-days: string # Days that dead letters are kept after they were resolved
    --default: string@"nu-complete jobcelis retention set default" # Back to what the server keeps by default: these, or everything
    --output(-o): string@"nu-complete jobcelis retention set output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis retention help" [
  ]

  # Show what is set, what comes of it, and when data are removed next
  export extern "jobcelis retention help get" [
  ]

  # Change how long data are kept; what is not named stays
  export extern "jobcelis retention help set" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis retention help help" [
  ]

  def "nu-complete jobcelis purge verb" [] {
    [ "preview" "execute" ]
  }

  def "nu-complete jobcelis purge output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Remove old rows for good, after a look at how many they are
  export extern "jobcelis purge" [
    --type: string            # events, deliveries, audit_logs, dead_letters, job_runs or sandbox_requests
    --older-than: string      # Age such as 90d, 2w, 6mo or 1y, or the date before which they were made
    --topic: string           # Only of this topic; * is any text, ? any character
    --status: string          # Only with this status
    --webhook: string         # Only of this webhook
    --max: string             # Remove nothing when there are more
    --expect-count: string    # Remove nothing when there are more or fewer
    --output(-o): string@"nu-complete jobcelis purge output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    verb?: string@"nu-complete jobcelis purge verb" # preview only shows how many there are
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

  def "nu-complete jobcelis verify-signature scheme" [] {
    [ "auto" "jobcelis" "standard" "portal" "pj" ]
  }

  def "nu-complete jobcelis verify-signature output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Check the signature of a delivery: exit code 0 valid, 1 invalid
  export extern "jobcelis verify-signature" [
    --secret: string          # Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    --body: string            # Body, byte for byte: as it stands, @file or - for stdin
    --id: string              # Value of the webhook-id header: the Standard Webhooks scheme
    --timestamp: string       # Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds
    --scheme: string@"nu-complete jobcelis verify-signature scheme" # How it was signed
    --signature: string       # Value of X-Signature or X-Signing-Signature, of webhook-signature together with --id and --timestamp, or of X-PJ-Signature together with --timestamp
    --header-file: string     # File with the headers of the delivery, one per line
    --any-secret: string      # A further secret that may have signed it
    --output(-o): string@"nu-complete jobcelis verify-signature output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete jobcelis sign scheme" [] {
    [ "jobcelis" "standard" "pj" "portal" "acme" ]
  }

  def "nu-complete jobcelis sign output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print the signature of a body, as a request would carry it
  export extern "jobcelis sign" [
    --secret: string          # Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]
    --body: string            # Body, byte for byte: as it stands, @file or - for stdin
    --id: string              # Value of the webhook-id header: the Standard Webhooks scheme
    --timestamp: string       # Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds
    --scheme: string@"nu-complete jobcelis sign scheme" # How to sign; without it as X-Signature, or as webhook-signature with --id
    --second-secret: string   # The second secret of a webhook, for X-Signing-Signature
    --output(-o): string@"nu-complete jobcelis sign output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
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

  def "nu-complete jobcelis auth forgot-password output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Ask for a mail with a link to a new password
  export extern "jobcelis auth forgot-password" [
    --email: string
    --output(-o): string@"nu-complete jobcelis auth forgot-password output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth reset-password output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Set a new password with the token of a mailed link
  export extern "jobcelis auth reset-password" [
    --token: string           # Last part of the link, or - for stdin
    --password: string        # As it stands, @file or - for stdin
    --output(-o): string@"nu-complete jobcelis auth reset-password output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth confirm-email output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Confirm an address with the token of a mailed link, or have the mail sent again
  export extern "jobcelis auth confirm-email" [
    --token: string           # Last part of the link, or - for stdin
    --resend                  # Send the mail once more
    --output(-o): string@"nu-complete jobcelis auth confirm-email output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth email output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change the address of your account
  export extern "jobcelis auth email" [
    --password: string        # Your password: as it stands, @file or - for stdin
    --output(-o): string@"nu-complete jobcelis auth email output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    email: string             # The new address
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

  def "nu-complete jobcelis auth sessions output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Where the account is logged in
  export extern "jobcelis auth sessions" [
    --output(-o): string@"nu-complete jobcelis auth sessions output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth sessions list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the logins, the last used one first
  export extern "jobcelis auth sessions list" [
    --output(-o): string@"nu-complete jobcelis auth sessions list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis auth sessions revoke output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End logins: those named, or all but this one
  export extern "jobcelis auth sessions revoke" [
    --all                     # All but this one
    --output(-o): string@"nu-complete jobcelis auth sessions revoke output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth sessions help" [
  ]

  # List the logins, the last used one first
  export extern "jobcelis auth sessions help list" [
  ]

  # End logins: those named, or all but this one
  export extern "jobcelis auth sessions help revoke" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth sessions help help" [
  ]

  def "nu-complete jobcelis auth password output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change the password; every other login of the account ends
  export extern "jobcelis auth password" [
    --current-password: string # As it stands, @file or - for stdin; asked for otherwise
    --new-password: string    # As it stands, @file or - for stdin; asked for otherwise
    --output(-o): string@"nu-complete jobcelis auth password output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
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

  # Ask for a mail with a link to a new password
  export extern "jobcelis auth help forgot-password" [
  ]

  # Set a new password with the token of a mailed link
  export extern "jobcelis auth help reset-password" [
  ]

  # Confirm an address with the token of a mailed link, or have the mail sent again
  export extern "jobcelis auth help confirm-email" [
  ]

  # Change the address of your account
  export extern "jobcelis auth help email" [
  ]

  # Show who is logged in; exit code 4 when nobody is
  export extern "jobcelis auth help status" [
  ]

  # Print the token of the login
  export extern "jobcelis auth help token" [
  ]

  # Where the account is logged in
  export extern "jobcelis auth help sessions" [
  ]

  # List the logins, the last used one first
  export extern "jobcelis auth help sessions list" [
  ]

  # End logins: those named, or all but this one
  export extern "jobcelis auth help sessions revoke" [
  ]

  # Change the password; every other login of the account ends
  export extern "jobcelis auth help password" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis auth help help" [
  ]

  def "nu-complete jobcelis account output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The account that is logged in
  export extern "jobcelis account" [
    --output(-o): string@"nu-complete jobcelis account output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis account get output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show the account
  export extern "jobcelis account get" [
    --output(-o): string@"nu-complete jobcelis account get output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis account update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change the account
  export extern "jobcelis account update" [
    --name: string
    --locale: string          # Language of pages and mails: en or es
    --theme: string           # Colours of the pages: light, dark or system
    --default-project: string # Project to act on when none is named
    --output(-o): string@"nu-complete jobcelis account update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis account activity output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List what the account did, newest first
  export extern "jobcelis account activity" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis account activity output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis account help" [
  ]

  # Show the account
  export extern "jobcelis account help get" [
  ]

  # Change the account
  export extern "jobcelis account help update" [
  ]

  # List what the account did, newest first
  export extern "jobcelis account help activity" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis account help help" [
  ]

  def "nu-complete jobcelis notifications output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # What the server told the account that is logged in
  export extern "jobcelis notifications" [
    --output(-o): string@"nu-complete jobcelis notifications output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis notifications list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List notifications, newest first
  export extern "jobcelis notifications list" [
    --unread                  # Only those that were not read
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis notifications list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis notifications read output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Mark notifications as read
  export extern "jobcelis notifications read" [
    --output(-o): string@"nu-complete jobcelis notifications read output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis notifications read-all output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Mark all notifications as read
  export extern "jobcelis notifications read-all" [
    --output(-o): string@"nu-complete jobcelis notifications read-all output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis notifications help" [
  ]

  # List notifications, newest first
  export extern "jobcelis notifications help list" [
  ]

  # Mark notifications as read
  export extern "jobcelis notifications help read" [
  ]

  # Mark all notifications as read
  export extern "jobcelis notifications help read-all" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis notifications help help" [
  ]

  def "nu-complete jobcelis gdpr output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Your data: a copy, a rest from processing, consents, and deletion
  export extern "jobcelis gdpr" [
    --output(-o): string@"nu-complete jobcelis gdpr output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr consents output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List what you agreed to
  export extern "jobcelis gdpr consents" [
    --output(-o): string@"nu-complete jobcelis gdpr consents output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr accept output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Agree to the current text of a purpose
  export extern "jobcelis gdpr accept" [
    --output(-o): string@"nu-complete jobcelis gdpr accept output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    purpose: string           # terms, privacy, data_processing or marketing
  ]

  def "nu-complete jobcelis gdpr revoke output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Take the agreement to a purpose back
  export extern "jobcelis gdpr revoke" [
    --output(-o): string@"nu-complete jobcelis gdpr revoke output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    purpose: string           # terms, privacy, data_processing or marketing
  ]

  def "nu-complete jobcelis gdpr export output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Print a copy of your data
  export extern "jobcelis gdpr export" [
    --output(-o): string@"nu-complete jobcelis gdpr export output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr restrict output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Have processing rest: nothing is taken in, what is due waits
  export extern "jobcelis gdpr restrict" [
    --password: string        # As it stands, @file or - for stdin
    --output(-o): string@"nu-complete jobcelis gdpr restrict output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr lift-restriction output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Let processing go on after `restrict`
  export extern "jobcelis gdpr lift-restriction" [
    --output(-o): string@"nu-complete jobcelis gdpr lift-restriction output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr object output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Object to the processing of your data; your projects rest as with `restrict`
  export extern "jobcelis gdpr object" [
    --output(-o): string@"nu-complete jobcelis gdpr object output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr restore output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Take the objection back
  export extern "jobcelis gdpr restore" [
    --output(-o): string@"nu-complete jobcelis gdpr restore output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis gdpr delete output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Delete your account and your projects with everything in them, for good
  export extern "jobcelis gdpr delete" [
    --password: string        # As it stands, @file or - for stdin
    --code: string            # Code of the second factor, if it is on
    --output(-o): string@"nu-complete jobcelis gdpr delete output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis gdpr help" [
  ]

  # List what you agreed to
  export extern "jobcelis gdpr help consents" [
  ]

  # Agree to the current text of a purpose
  export extern "jobcelis gdpr help accept" [
  ]

  # Take the agreement to a purpose back
  export extern "jobcelis gdpr help revoke" [
  ]

  # Print a copy of your data
  export extern "jobcelis gdpr help export" [
  ]

  # Have processing rest: nothing is taken in, what is due waits
  export extern "jobcelis gdpr help restrict" [
  ]

  # Let processing go on after `restrict`
  export extern "jobcelis gdpr help lift-restriction" [
  ]

  # Object to the processing of your data; your projects rest as with `restrict`
  export extern "jobcelis gdpr help object" [
  ]

  # Take the objection back
  export extern "jobcelis gdpr help restore" [
  ]

  # Delete your account and your projects with everything in them, for good
  export extern "jobcelis gdpr help delete" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis gdpr help help" [
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

  def "nu-complete jobcelis admin output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Run the server: its users, projects and keys
  export extern "jobcelis admin" [
    --output(-o): string@"nu-complete jobcelis admin output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin users output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Everyone with an account
  export extern "jobcelis admin users" [
    --output(-o): string@"nu-complete jobcelis admin users output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin users list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List users, newest first
  export extern "jobcelis admin users list" [
    --search(-s): string      # A whole address, or part of an address or name
    --role: string            # user, moderator, admin or superadmin
    --status: string          # active, inactive or restricted
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis admin users list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin users show output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show users
  export extern "jobcelis admin users show" [
    --output(-o): string@"nu-complete jobcelis admin users show output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users create output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make an account, or invite somebody to make theirs
  export extern "jobcelis admin users create" [
    --email: string
    --password: string        # As it stands, @file or - for stdin
    --send-invite             # Have them register themselves; prints the link
    --name: string
    --role: string            # user, moderator, admin or superadmin
    --output(-o): string@"nu-complete jobcelis admin users create output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin users update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change a user
  export extern "jobcelis admin users update" [
    --name: string
    --email: string
    --role: string            # user, moderator, admin or superadmin
    --output(-o): string@"nu-complete jobcelis admin users update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string                # Id, the first 6 or more characters of it, or address
  ]

  def "nu-complete jobcelis admin users activate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Let users log in again
  export extern "jobcelis admin users activate" [
    --output(-o): string@"nu-complete jobcelis admin users activate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users deactivate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Shut users out: no logins, no keys, and their projects stand still
  export extern "jobcelis admin users deactivate" [
    --output(-o): string@"nu-complete jobcelis admin users deactivate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users unlock output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End the lock after too many failed logins
  export extern "jobcelis admin users unlock" [
    --output(-o): string@"nu-complete jobcelis admin users unlock output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users reset-link output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a link with which a user sets a new password
  export extern "jobcelis admin users reset-link" [
    --output(-o): string@"nu-complete jobcelis admin users reset-link output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users reset-mfa output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Switch the second factor off (superadmins only)
  export extern "jobcelis admin users reset-mfa" [
    --output(-o): string@"nu-complete jobcelis admin users reset-mfa output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users revoke-sessions output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End all logins
  export extern "jobcelis admin users revoke-sessions" [
    --output(-o): string@"nu-complete jobcelis admin users revoke-sessions output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  def "nu-complete jobcelis admin users erase output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Erase users with the projects they own, for good (superadmins only)
  export extern "jobcelis admin users erase" [
    --output(-o): string@"nu-complete jobcelis admin users erase output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, the first 6 or more characters of one, or addresses; - reads them from stdin
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin users help" [
  ]

  # List users, newest first
  export extern "jobcelis admin users help list" [
  ]

  # Show users
  export extern "jobcelis admin users help show" [
  ]

  # Make an account, or invite somebody to make theirs
  export extern "jobcelis admin users help create" [
  ]

  # Change a user
  export extern "jobcelis admin users help update" [
  ]

  # Let users log in again
  export extern "jobcelis admin users help activate" [
  ]

  # Shut users out: no logins, no keys, and their projects stand still
  export extern "jobcelis admin users help deactivate" [
  ]

  # End the lock after too many failed logins
  export extern "jobcelis admin users help unlock" [
  ]

  # Make a link with which a user sets a new password
  export extern "jobcelis admin users help reset-link" [
  ]

  # Switch the second factor off (superadmins only)
  export extern "jobcelis admin users help reset-mfa" [
  ]

  # End all logins
  export extern "jobcelis admin users help revoke-sessions" [
  ]

  # Erase users with the projects they own, for good (superadmins only)
  export extern "jobcelis admin users help erase" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin users help help" [
  ]

  def "nu-complete jobcelis admin projects output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The projects of everyone
  export extern "jobcelis admin projects" [
    --output(-o): string@"nu-complete jobcelis admin projects output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin projects list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List projects, newest first, deleted ones too
  export extern "jobcelis admin projects list" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis admin projects list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin projects show output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show projects with what happened in them last; this is recorded
  export extern "jobcelis admin projects show" [
    --output(-o): string@"nu-complete jobcelis admin projects show output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    ...ids: string            # Ids, or the first 6 or more characters of one; - reads them from stdin
  ]

  def "nu-complete jobcelis admin projects update output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Change the limits of a project, or switch it off and on
  export extern "jobcelis admin projects update" [
    --calls-per-minute: string # API calls a minute; 0 is no limit, default that of the server
    --events-per-minute: string # Accepted events a minute; 0 is no limit
    --status: string          # active or inactive; inactive ends its keys, webhooks and pending deliveries for good
    --output(-o): string@"nu-complete jobcelis admin projects update output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    id: string                # Id, or the first 6 or more characters of it
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin projects help" [
  ]

  # List projects, newest first, deleted ones too
  export extern "jobcelis admin projects help list" [
  ]

  # Show projects with what happened in them last; this is recorded
  export extern "jobcelis admin projects help show" [
  ]

  # Change the limits of a project, or switch it off and on
  export extern "jobcelis admin projects help update" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin projects help help" [
  ]

  def "nu-complete jobcelis admin audit output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Who did what, everywhere
  export extern "jobcelis admin audit" [
    --output(-o): string@"nu-complete jobcelis admin audit output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin audit list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List entries, newest first
  export extern "jobcelis admin audit list" [
    --action: string          # An action such as user.login, or the beginning of some: user.*
    --actor-email: string     # Of the user with this address
    --user-id: string         # Of this user
    --resource-type: string
    --resource-id: string
    --project-id: string      # Only of this project
    --to: string              # Up to this time
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --from: string            # From this time on: RFC 3339, a date, or words like -15m
    --since: string           # From this time on: RFC 3339, a date, or words like -15m
    --output(-o): string@"nu-complete jobcelis admin audit list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin audit help" [
  ]

  # List entries, newest first
  export extern "jobcelis admin audit help list" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin audit help help" [
  ]

  def "nu-complete jobcelis admin backups output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The backups of the server
  export extern "jobcelis admin backups" [
    --output(-o): string@"nu-complete jobcelis admin backups output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin backups list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List backups, newest first
  export extern "jobcelis admin backups list" [
    --limit: string           # Items per page
    --cursor: string          # Where to go on, as the page before said
    --all                     # Follow the pages to the end
    --watch: string           # Show the list again every so many seconds
    --output(-o): string@"nu-complete jobcelis admin backups list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin backups run output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a backup now
  export extern "jobcelis admin backups run" [
    --output(-o): string@"nu-complete jobcelis admin backups run output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin backups verify output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis admin backups verify" [
    --output(-o): string@"nu-complete jobcelis admin backups verify output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    name: string              # As `list` shows it
  ]

  def "nu-complete jobcelis admin backups download output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Fetch a backup
  export extern "jobcelis admin backups download" [
    --file(-f): path          # File to write; the name of the backup unless given
    --force                   # Replace the file if it exists
    --output(-o): string@"nu-complete jobcelis admin backups download output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    name: string              # As `list` shows it
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin backups help" [
  ]

  # List backups, newest first
  export extern "jobcelis admin backups help list" [
  ]

  # Make a backup now
  export extern "jobcelis admin backups help run" [
  ]

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis admin backups help verify" [
  ]

  # Fetch a backup
  export extern "jobcelis admin backups help download" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin backups help help" [
  ]

  def "nu-complete jobcelis admin uptime output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show how the server is and has been
  export extern "jobcelis admin uptime" [
    --days: string            # Days to tell of, up to 90
    --output(-o): string@"nu-complete jobcelis admin uptime output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin settings output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show the settings the server runs with
  export extern "jobcelis admin settings" [
    --output(-o): string@"nu-complete jobcelis admin settings output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin run-retention output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Remove what is too old now instead of at its time (superadmins only)
  export extern "jobcelis admin run-retention" [
    --output(-o): string@"nu-complete jobcelis admin run-retention output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin create-superadmin output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make somebody a superadmin, with a new account if they have none
  export extern "jobcelis admin create-superadmin" [
    --email: string
    --password: string        # Of a new account: as it stands, @file or - for stdin; asked for otherwise
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis admin create-superadmin output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete jobcelis admin reset-password output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Give a user another password; the server must not run
  export extern "jobcelis admin reset-password" [
    --email: string
    --password: string        # As it stands, @file or - for stdin; asked for otherwise
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis admin reset-password output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin unlock output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # End the lock of a user after too many failed logins; the server must not run
  export extern "jobcelis admin unlock" [
    --email: string
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis admin unlock output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin reset-mfa output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Switch the second factor of a user off; the server must not run
  export extern "jobcelis admin reset-mfa" [
    --email: string
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis admin reset-mfa output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin patch-token output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Widen the API key of a project that has shut everyone out; the server must not run
  export extern "jobcelis admin patch-token" [
    --project-id: string      # The project, by its whole id
    --scopes: string          # Scopes, such as events:write,webhooks:read; * is all
    --allowed-ips: string     # Addresses or networks that may use it; empty is any
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis admin patch-token output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis admin rotate-keys output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Replace the master key; the server must not run
  export extern "jobcelis admin rotate-keys" [
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis admin rotate-keys output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin help" [
  ]

  # Everyone with an account
  export extern "jobcelis admin help users" [
  ]

  # List users, newest first
  export extern "jobcelis admin help users list" [
  ]

  # Show users
  export extern "jobcelis admin help users show" [
  ]

  # Make an account, or invite somebody to make theirs
  export extern "jobcelis admin help users create" [
  ]

  # Change a user
  export extern "jobcelis admin help users update" [
  ]

  # Let users log in again
  export extern "jobcelis admin help users activate" [
  ]

  # Shut users out: no logins, no keys, and their projects stand still
  export extern "jobcelis admin help users deactivate" [
  ]

  # End the lock after too many failed logins
  export extern "jobcelis admin help users unlock" [
  ]

  # Make a link with which a user sets a new password
  export extern "jobcelis admin help users reset-link" [
  ]

  # Switch the second factor off (superadmins only)
  export extern "jobcelis admin help users reset-mfa" [
  ]

  # End all logins
  export extern "jobcelis admin help users revoke-sessions" [
  ]

  # Erase users with the projects they own, for good (superadmins only)
  export extern "jobcelis admin help users erase" [
  ]

  # The projects of everyone
  export extern "jobcelis admin help projects" [
  ]

  # List projects, newest first, deleted ones too
  export extern "jobcelis admin help projects list" [
  ]

  # Show projects with what happened in them last; this is recorded
  export extern "jobcelis admin help projects show" [
  ]

  # Change the limits of a project, or switch it off and on
  export extern "jobcelis admin help projects update" [
  ]

  # Who did what, everywhere
  export extern "jobcelis admin help audit" [
  ]

  # List entries, newest first
  export extern "jobcelis admin help audit list" [
  ]

  # The backups of the server
  export extern "jobcelis admin help backups" [
  ]

  # List backups, newest first
  export extern "jobcelis admin help backups list" [
  ]

  # Make a backup now
  export extern "jobcelis admin help backups run" [
  ]

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis admin help backups verify" [
  ]

  # Fetch a backup
  export extern "jobcelis admin help backups download" [
  ]

  # Show how the server is and has been
  export extern "jobcelis admin help uptime" [
  ]

  # Show the settings the server runs with
  export extern "jobcelis admin help settings" [
  ]

  # Remove what is too old now instead of at its time (superadmins only)
  export extern "jobcelis admin help run-retention" [
  ]

  # Make somebody a superadmin, with a new account if they have none
  export extern "jobcelis admin help create-superadmin" [
  ]

  # Give a user another password; the server must not run
  export extern "jobcelis admin help reset-password" [
  ]

  # End the lock of a user after too many failed logins; the server must not run
  export extern "jobcelis admin help unlock" [
  ]

  # Switch the second factor of a user off; the server must not run
  export extern "jobcelis admin help reset-mfa" [
  ]

  # Widen the API key of a project that has shut everyone out; the server must not run
  export extern "jobcelis admin help patch-token" [
  ]

  # Replace the master key; the server must not run
  export extern "jobcelis admin help rotate-keys" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis admin help help" [
  ]

  def "nu-complete jobcelis backup output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Make a backup of the data, whether or not the server runs
  export extern "jobcelis backup" [
    --no-verify               # Do not read it back
    --passphrase-file: path   # File with a passphrase to encrypt by [default: as `serve` would]
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis backup output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
    file?: path               # File to write, a folder, or - for stdout [default: the folder of backups of the server]
  ]

  def "nu-complete jobcelis backup list output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # List the backups in the folder of backups
  export extern "jobcelis backup list" [
    --dir: path               # Folder of the backups [default: as `serve` would take it]
    --passphrase-file: path   # File with a passphrase to encrypt by [default: as `serve` would]
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis backup list output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis backup verify output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis backup verify" [
    --passphrase-file: path   # File with a passphrase to encrypt by [default: as `serve` would]
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis backup verify output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
    file: path
  ]

  def "nu-complete jobcelis backup prune output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Remove old backups
  export extern "jobcelis backup prune" [
    --keep: string            # The newest so many stay, or those of so many days [default: as `serve` would]
    --dir: path               # Folder of the backups [default: as `serve` would take it]
    --passphrase-file: path   # File with a passphrase to encrypt by [default: as `serve` would]
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis backup prune output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis backup help" [
  ]

  # List the backups in the folder of backups
  export extern "jobcelis backup help list" [
  ]

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis backup help verify" [
  ]

  # Remove old backups
  export extern "jobcelis backup help prune" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis backup help help" [
  ]

  def "nu-complete jobcelis restore output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Put a backup in the place of the data; the server must not run
  export extern "jobcelis restore" [
    --hold-deliveries         # Deliver nothing of what waits in it: for a copy of a server that goes on elsewhere
    --force                   # Also when it is not as it was made, or belongs to another master key
    --passphrase-file: path   # File with a passphrase to encrypt by [default: as `serve` would]
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis restore output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help (see more with '--help')
    file: path
  ]

  def "nu-complete jobcelis migrate output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # The schema of the data, and copies from another server
  export extern "jobcelis migrate" [
    --output(-o): string@"nu-complete jobcelis migrate output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis migrate status output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Show the schema of the data and the one this program needs
  export extern "jobcelis migrate status" [
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis migrate status output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis migrate up output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Bring the data to the schema of this program, as a start would; the server must not run
  export extern "jobcelis migrate up" [
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis migrate up output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  def "nu-complete jobcelis migrate import output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events
  export extern "jobcelis migrate import" [
    --from-url: string        # The server to copy from
    --token: string           # Token of a user of that server, or the API key of a project there; @file or - for stdin. In the place of the shared option of this name
    --only: string            # Only this project of that server, by id or name; repeatable
    --hold-jobs               # Leave the copied jobs switched off
    --output(-o): string@"nu-complete jobcelis migrate import output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis migrate help" [
  ]

  # Show the schema of the data and the one this program needs
  export extern "jobcelis migrate help status" [
  ]

  # Bring the data to the schema of this program, as a start would; the server must not run
  export extern "jobcelis migrate help up" [
  ]

  # Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events
  export extern "jobcelis migrate help import" [
  ]

  # Print this message or the help of the given subcommand(s)
  export extern "jobcelis migrate help help" [
  ]

  def "nu-complete jobcelis upgrade-check output" [] {
    [ "auto" "table" "wide" "json" "ndjson" "csv" "id" ]
  }

  # Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot
  export extern "jobcelis upgrade-check" [
    --data-dir: path          # Folder of the server's data [default: as `serve` would take it]
    --db: path                # Database file
    --key-file: path          # Master key file
    --output(-o): string@"nu-complete jobcelis upgrade-check output" # Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]
    --quiet(-q)               # Only data on stdout and errors on stderr
    --verbose(-v)             # Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]
    --yes(-y)                 # Answer every question with yes
    --help(-h)                # Print help
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
    --db: string              # Database file, or with --dev :memory: [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]
    --key-file: string        # Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]
    --listen: string          # Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]
    --tls-cert: string        # File in PEM of the certificate with which the TCP listeners speak https, the chain behind it; a SIGHUP has it read again [env: JOBCELIS_TLS_CERT] [default: plain http]
    --tls-key: string         # File in PEM of the private key of that certificate [env: JOBCELIS_TLS_KEY] [default: none]
    --backup-dir: string      # Folder for backups, or off; each is checked after it was made, and the master key is in none [env: JOBCELIS_BACKUP_DIR] [default: DATA_DIR/backups]
    --backup-passphrase-file: string # File with a passphrase by which backups are encrypted [env: JOBCELIS_BACKUP_PASSPHRASE_FILE] [default: not encrypted]
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
    --db: string              # Database file, or with --dev :memory: [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]
    --key-file: string        # Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]
    --master-key: string      # Master key itself, 32 bytes in hex or base64, in the place of its file; for the environment [env: JOBCELIS_MASTER_KEY] [default: that of the file]
    --sync: string            # Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]
    --cache-mb: string        # Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]
    --listen: string          # Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]
    --tls-cert: string        # File in PEM of the certificate with which the TCP listeners speak https, the chain behind it; a SIGHUP has it read again [env: JOBCELIS_TLS_CERT] [default: plain http]
    --tls-key: string         # File in PEM of the private key of that certificate [env: JOBCELIS_TLS_KEY] [default: none]
    --public-url: string      # Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]
    --trusted-proxies: string # Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]
    --cors-origin: string     # Origins whose pages may call the API, as https://app.example.org, or * for any; with a list, name the pages that show the portal to your customers too [env: JOBCELIS_CORS_ORIGIN] [default: *]
    --instance-name: string   # Name of this server, as people read it in authenticator apps and letters [env: JOBCELIS_INSTANCE_NAME] [default: Jobcelis]
    --registration: string    # Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]
    --admin-email: string     # Address of the superadmin that is made where there is none [env: JOBCELIS_ADMIN_EMAIL] [default: none]
    --admin-password-file: string # File with the password of that account, when it is a new one [env: JOBCELIS_ADMIN_PASSWORD_FILE] [default: none]
    --admin-password: string  # That password itself; for the environment [env: JOBCELIS_ADMIN_PASSWORD] [default: none]
    --max-projects: string    # Active projects a user may own [env: JOBCELIS_MAX_PROJECTS] [default: 100]
    --max-streams-per-project: string # Streams, SSE and WebSocket together, that a project may have open at a time [env: JOBCELIS_MAX_STREAMS_PER_PROJECT] [default: 100]
    --no-reveal: string       # Keep API keys as hashes alone, so that they cannot be shown again; copies from before are removed [env: JOBCELIS_NO_REVEAL] [default: off]
    --audit-events: string    # List every accepted event in the audit log [env: JOBCELIS_AUDIT_EVENTS] [default: on]
    --retention-days: string  # Days that events, deliveries and runs of jobs are kept where their project sets no others; 0 is for ever [env: JOBCELIS_RETENTION_DAYS] [default: 90]
    --retention-at: string    # When what is older is removed, every day, in UTC [env: JOBCELIS_RETENTION_AT] [default: 03:00]
    --rate-limit: string      # API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]
    --auth-rate-limit: string # Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]
    --allow-http-destinations: string # Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]
    --allow-private-destinations: string # Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]
    --delivery-workers: string # Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]
    --delivery-timeout: string # Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]
    --webhook-rate-limit: string # Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]
    --user-agent: string      # User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]
    --egress-proxy: string    # HTTP proxy that deliveries and other outgoing requests take by CONNECT, http://[USER:PASSWORD@]HOST:PORT; it is asked for addresses that this server has looked up and checked [env: JOBCELIS_EGRESS_PROXY] [default: none]
    --max-body: string        # Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]
    --session-timeout: string # Time after which a browser that is not used is logged out [env: JOBCELIS_SESSION_TIMEOUT] [default: 30m]
    --jwt-days: string        # Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]
    --terms-version: string   # Version of the terms that users agree to; a new one asks them again [env: JOBCELIS_TERMS_VERSION] [default: 1.0]
    --privacy-version: string # Version of the privacy policy [env: JOBCELIS_PRIVACY_VERSION] [default: 1.0]
    --data-processing-version: string # Version of the agreement on data processing [env: JOBCELIS_DATA_PROCESSING_VERSION] [default: 1.0]
    --marketing-version: string # Version of the agreement on marketing [env: JOBCELIS_MARKETING_VERSION] [default: 1.0]
    --smtp-url: string        # Mail server that letters to users are handed to: smtps://USER:PASSWORD@HOST, or smtp:// for STARTTLS (on other machines demanded unless ?tls=off); better in the environment or the file than on the command line [env: JOBCELIS_SMTP_URL] [default: no mail]
    --resend-api-key: string  # Key of the service Resend, in place of a mail server [env: JOBCELIS_RESEND_API_KEY] [default: none]
    --mail-from: string       # Address that letters come from [env: JOBCELIS_MAIL_FROM] [default: none]
    --mail-from-name: string  # Name that letters come from [env: JOBCELIS_MAIL_FROM_NAME] [default: Jobcelis]
    --default-locale: string  # Language of letters and pages where a user has chosen none: en or es [env: JOBCELIS_DEFAULT_LOCALE] [default: en]
    --alert-hosts: string     # Hosts besides those of Slack and Discord that alerts in their forms may go to [env: JOBCELIS_ALERT_HOSTS] [default: none]
    --backup-dir: string      # Folder for backups, or off; each is checked after it was made, and the master key is in none [env: JOBCELIS_BACKUP_DIR] [default: DATA_DIR/backups]
    --backup-at: string       # Time of the day, in UTC, at which a backup is made [env: JOBCELIS_BACKUP_AT] [default: 02:00]
    --backup-keep: string     # Backups that stay: the newest so many, or those of so many days [env: JOBCELIS_BACKUP_KEEP] [default: 7]
    --backup-passphrase-file: string # File with a passphrase by which backups are encrypted [env: JOBCELIS_BACKUP_PASSPHRASE_FILE] [default: not encrypted]
    --backup-exec: string     # Shell command that takes each new backup elsewhere; its path is "$1", or follows the command [env: JOBCELIS_BACKUP_EXEC] [default: none]
    --metrics-listen: string  # Address of the page for Prometheus, or off; nothing else is served there [env: JOBCELIS_METRICS_LISTEN] [default: 127.0.0.1:4021]
    --metrics-token: string   # Token that readers of that page have to show [env: JOBCELIS_METRICS_TOKEN] [default: none]
    --metrics-max-topics: string # Topics of a project that are told apart there; 0 is none [env: JOBCELIS_METRICS_MAX_TOPICS] [default: 200]
    --status-page: string     # Show people how the server is, at /status [env: JOBCELIS_STATUS_PAGE] [default: on]
    --faces: string           # Dialects of HTTP that are spoken beside /api/v1: ingest, tasks, hub and portal, or none [env: JOBCELIS_FACES] [default: ingest,tasks,hub,portal]
    --task-rate-limit: string # Tasks that a tenant may hand in per minute, or no limit [env: JOBCELIS_TASK_RATE_LIMIT] [default: 600]
    --hub-project: string     # Project that providers under /hub/api/v1 belong to [env: JOBCELIS_HUB_PROJECT] [default: the only project there is]
    --hub-management-key: string # Key that operators show in X-Internal-Api-Key under /hub [env: JOBCELIS_HUB_MANAGEMENT_KEY] [default: none]
    --log-format: string      # Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]
    --log-file: string        # File that the log goes to in the place of stderr; a SIGHUP has it opened anew [env: JOBCELIS_LOG_FILE] [default: stderr]
    --log-level: string       # Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]
    --ready-fd: string        # Open file descriptor that the URL of the server is written to, as a line, once it is ready [env: JOBCELIS_READY_FD] [default: none]
    --config: path            # Configuration file; as --print-config shows it [default: jobcelis/server.toml in the user's configuration folder]
    --echo                    # With --dev: also receive every event on this machine and print what arrives
    --check                   # Check the configuration and exit
    --print-config            # Print every setting and where it came from, and exit
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete jobcelis bench sync" [] {
    [ "full" "normal" ]
  }

  def "nu-complete jobcelis bench face" [] {
    [ "ingest" ]
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
    --readers: string         # Readers of the live stream that are told of every event
    --stalled: string         # Further readers that open the stream and read nothing
    --seconds: string         # Length of the measurement
    --sync: string@"nu-complete jobcelis bench sync" # Durability of the server that is started
    --dir: path               # Folder to hold the data of the server that is started; decides which disk is measured
    --face: string@"nu-complete jobcelis bench face" # Then send as much by this face, and compare; needs exactly one webhook, which answers
    --json                    # Print the result as JSON
    --help(-h)                # Print help (see more with '--help')
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

  # Follow events and the outcomes of their deliveries
  export extern "jobcelis help events tail" [
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

  # Send events again
  export extern "jobcelis help events resend" [
  ]

  # Send signed events to one endpoint
  export extern "jobcelis help ingest" [
  ]

  # Sign an event and send it to an endpoint
  export extern "jobcelis help ingest send" [
  ]

  # Hand events to a program on this machine, signed like real deliveries
  export extern "jobcelis help listen" [
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

  # What is done to events before they are delivered
  export extern "jobcelis help pipelines" [
  ]

  # List pipelines
  export extern "jobcelis help pipelines list" [
  ]

  # Show pipelines
  export extern "jobcelis help pipelines get" [
  ]

  # Make a pipeline
  export extern "jobcelis help pipelines create" [
  ]

  # Change pipelines: only what is given changes
  export extern "jobcelis help pipelines update" [
  ]

  # Delete pipelines: events go on as if they were not there
  export extern "jobcelis help pipelines delete" [
  ]

  # Show what the steps of pipelines make of a payload; nothing is sent
  export extern "jobcelis help pipelines test" [
  ]

  # JSON Schemas that the payloads of a topic have to fit
  export extern "jobcelis help schemas" [
  ]

  # List schemas
  export extern "jobcelis help schemas list" [
  ]

  # Show schemas
  export extern "jobcelis help schemas get" [
  ]

  # Make a schema: the next version of its topic, which applies from now on
  export extern "jobcelis help schemas create" [
  ]

  # Change schemas: another schema is another version
  export extern "jobcelis help schemas update" [
  ]

  # Delete schemas: the next lower version of the topic applies again
  export extern "jobcelis help schemas delete" [
  ]

  # Try a payload on the schema of a topic; exit code 1 when it does not fit
  export extern "jobcelis help schemas validate" [
  ]

  # Print a draft of a schema from the latest events of a topic
  export extern "jobcelis help schemas infer" [
  ]

  # Send stored events again
  export extern "jobcelis help replays" [
  ]

  # List replays, newest first
  export extern "jobcelis help replays list" [
  ]

  # Show replays
  export extern "jobcelis help replays get" [
  ]

  # Send events again to the webhooks of today
  export extern "jobcelis help replays create" [
  ]

  # Show how far a replay is until it ends; exit code 1 unless it completes
  export extern "jobcelis help replays watch" [
  ]

  # Stop replays: what they made and nobody has attempted yet is not sent
  export extern "jobcelis help replays cancel" [
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

  # Senders from outside whose requests become events
  export extern "jobcelis help sources" [
  ]

  # List sources
  export extern "jobcelis help sources list" [
  ]

  # List the senders that are known
  export extern "jobcelis help sources presets" [
  ]

  # Show sources
  export extern "jobcelis help sources get" [
  ]

  # Make a source; its secret and its URL are shown
  export extern "jobcelis help sources create" [
  ]

  # Change sources: only what is given changes
  export extern "jobcelis help sources update" [
  ]

  # Switch sources off: nothing more is taken from them
  export extern "jobcelis help sources delete" [
  ]

  # Give sources a new secret; the one before is still believed
  export extern "jobcelis help sources rotate-secret" [
  ]

  # List the newest requests that were refused
  export extern "jobcelis help sources rejections" [
  ]

  # Send a request as the sender would: signed, with a body that the mapping understands
  export extern "jobcelis help sources test" [
  ]

  # Things to be done once
  export extern "jobcelis help tasks" [
  ]

  # List tasks, newest first
  export extern "jobcelis help tasks list" [
  ]

  # Show tasks with their attempts
  export extern "jobcelis help tasks get" [
  ]

  # Have something done once
  export extern "jobcelis help tasks create" [
  ]

  # Run tasks now, also those that have ended
  export extern "jobcelis help tasks retry" [
  ]

  # End tasks that have not ended
  export extern "jobcelis help tasks cancel" [
  ]

  # Wait until tasks have ended; exit code 1 unless all succeed
  export extern "jobcelis help tasks wait" [
  ]

  # The secret by which callbacks are signed
  export extern "jobcelis help tasks callback-secret" [
  ]

  # Show it
  export extern "jobcelis help tasks callback-secret get" [
  ]

  # Put a new one before it; the old one goes on signing too
  export extern "jobcelis help tasks callback-secret rotate" [
  ]

  # Public URLs that keep whatever is sent to them, to be looked at
  export extern "jobcelis help sandbox" [
  ]

  # List endpoints
  export extern "jobcelis help sandbox list" [
  ]

  # Make an endpoint
  export extern "jobcelis help sandbox create" [
  ]

  # Rename endpoints; their URLs stay
  export extern "jobcelis help sandbox update" [
  ]

  # Delete endpoints and what they have kept
  export extern "jobcelis help sandbox delete" [
  ]

  # Print the URLs that requests are sent to
  export extern "jobcelis help sandbox url" [
  ]

  # Show what an endpoint has kept, newest first
  export extern "jobcelis help sandbox requests" [
  ]

  # The portal for pages of others: its tokens, and what to paste there
  export extern "jobcelis help embed" [
  ]

  # The tokens that open the portal
  export extern "jobcelis help embed tokens" [
  ]

  # List tokens; what they are is never shown again
  export extern "jobcelis help embed tokens list" [
  ]

  # Make a token, which is shown this once
  export extern "jobcelis help embed tokens create" [
  ]

  # End tokens at once
  export extern "jobcelis help embed tokens revoke" [
  ]

  # Print what to paste into a page
  export extern "jobcelis help embed snippet" [
  ]

  # List tokens, as the official client does
  export extern "jobcelis help embed tokens-list" [
  ]

  # Make a token, which is shown this once
  export extern "jobcelis help embed tokens-create" [
  ]

  # Revoke tokens
  export extern "jobcelis help embed tokens-revoke" [
  ]

  # Where the project is told of trouble: mail, Slack, Discord, or a URL of your own
  export extern "jobcelis help channels" [
  ]

  # Show what is set, without its secrets
  export extern "jobcelis help channels show" [
  ]

  # Set one channel; the others stay as they are
  export extern "jobcelis help channels set" [
  ]

  # Remove one channel
  export extern "jobcelis help channels unset" [
  ]

  # Send a test alert now; exit 1 if one did not arrive
  export extern "jobcelis help channels test" [
  ]

  # Set everything at once
  export extern "jobcelis help channels upsert" [
  ]

  # Remove all channels
  export extern "jobcelis help channels delete" [
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

  # The API keys of the project
  export extern "jobcelis help api-keys" [
  ]

  # List the keys, disabled ones among them
  export extern "jobcelis help api-keys list" [
  ]

  # Make a key; its secret is the credential
  export extern "jobcelis help api-keys create" [
  ]

  # Change what keys may do, from where and for whom
  export extern "jobcelis help api-keys update" [
  ]

  # Give keys new secrets; the old ones stop working at once
  export extern "jobcelis help api-keys rotate" [
  ]

  # Refuse keys until they are enabled again
  export extern "jobcelis help api-keys disable" [
  ]

  # Let disabled keys work again
  export extern "jobcelis help api-keys enable" [
  ]

  # Show the secrets of keys again, for whoever is logged in and knows the password
  export extern "jobcelis help api-keys reveal" [
  ]

  # End keys for good
  export extern "jobcelis help api-keys delete" [
  ]

  # The projects of the user who is logged in
  export extern "jobcelis help projects" [
  ]

  # List the projects, those of others that one belongs to among them
  export extern "jobcelis help projects list" [
  ]

  # Show projects
  export extern "jobcelis help projects get" [
  ]

  # Make a project; its API key is shown once
  export extern "jobcelis help projects create" [
  ]

  # Change projects
  export extern "jobcelis help projects update" [
  ]

  # Delete projects with everything in them; asks for the name on a terminal
  export extern "jobcelis help projects delete" [
  ]

  # Make a project the one that counts where none is named
  export extern "jobcelis help projects set-default" [
  ]

  # Work in a project from now on: it is kept in the profile
  export extern "jobcelis help projects use" [
  ]

  # Who is in a project; --project says which, unless the profile does
  export extern "jobcelis help members" [
  ]

  # List the members and who is invited
  export extern "jobcelis help members list" [
  ]

  # Invite users to the project
  export extern "jobcelis help members add" [
  ]

  # Change what members may do
  export extern "jobcelis help members update" [
  ]

  # Take members out of the project
  export extern "jobcelis help members remove" [
  ]

  # Leave the project
  export extern "jobcelis help members leave" [
  ]

  # The projects that the user who is logged in is invited to
  export extern "jobcelis help invitations" [
  ]

  # List the invitations that wait for an answer
  export extern "jobcelis help invitations pending" [
  ]

  # Join the projects
  export extern "jobcelis help invitations accept" [
  ]

  # Decline
  export extern "jobcelis help invitations reject" [
  ]

  # Events and deliveries by the day, by topic and by webhook
  export extern "jobcelis help analytics" [
  ]

  # Accepted events of each day
  export extern "jobcelis help analytics events" [
  ]

  # Deliveries of each day and what became of them
  export extern "jobcelis help analytics deliveries" [
  ]

  # The topics with most events
  export extern "jobcelis help analytics topics" [
  ]

  # What became of the deliveries of each webhook
  export extern "jobcelis help analytics webhook-stats" [
  ]

  # The last days in short
  export extern "jobcelis help analytics summary" [
  ]

  # Who did what in the project
  export extern "jobcelis help audit" [
  ]

  # List the entries of the audit log, newest first
  export extern "jobcelis help audit list" [
  ]

  # Everything of a kind as a file
  export extern "jobcelis help export" [
  ]

  # Export events; as NDJSON they can be sent again
  export extern "jobcelis help export events" [
  ]

  # Export deliveries
  export extern "jobcelis help export deliveries" [
  ]

  # Export jobs, those that are switched off too
  export extern "jobcelis help export jobs" [
  ]

  # Export the audit log of the project
  export extern "jobcelis help export audit-log" [
  ]

  # How long the data of the project are kept
  export extern "jobcelis help retention" [
  ]

  # Show what is set, what comes of it, and when data are removed next
  export extern "jobcelis help retention get" [
  ]

  # Change how long data are kept; what is not named stays
  export extern "jobcelis help retention set" [
  ]

  # Remove old rows for good, after a look at how many they are
  export extern "jobcelis help purge" [
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

  # Print the signature of a body, as a request would carry it
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

  # Ask for a mail with a link to a new password
  export extern "jobcelis help auth forgot-password" [
  ]

  # Set a new password with the token of a mailed link
  export extern "jobcelis help auth reset-password" [
  ]

  # Confirm an address with the token of a mailed link, or have the mail sent again
  export extern "jobcelis help auth confirm-email" [
  ]

  # Change the address of your account
  export extern "jobcelis help auth email" [
  ]

  # Show who is logged in; exit code 4 when nobody is
  export extern "jobcelis help auth status" [
  ]

  # Print the token of the login
  export extern "jobcelis help auth token" [
  ]

  # Where the account is logged in
  export extern "jobcelis help auth sessions" [
  ]

  # List the logins, the last used one first
  export extern "jobcelis help auth sessions list" [
  ]

  # End logins: those named, or all but this one
  export extern "jobcelis help auth sessions revoke" [
  ]

  # Change the password; every other login of the account ends
  export extern "jobcelis help auth password" [
  ]

  # The account that is logged in
  export extern "jobcelis help account" [
  ]

  # Show the account
  export extern "jobcelis help account get" [
  ]

  # Change the account
  export extern "jobcelis help account update" [
  ]

  # List what the account did, newest first
  export extern "jobcelis help account activity" [
  ]

  # What the server told the account that is logged in
  export extern "jobcelis help notifications" [
  ]

  # List notifications, newest first
  export extern "jobcelis help notifications list" [
  ]

  # Mark notifications as read
  export extern "jobcelis help notifications read" [
  ]

  # Mark all notifications as read
  export extern "jobcelis help notifications read-all" [
  ]

  # Your data: a copy, a rest from processing, consents, and deletion
  export extern "jobcelis help gdpr" [
  ]

  # List what you agreed to
  export extern "jobcelis help gdpr consents" [
  ]

  # Agree to the current text of a purpose
  export extern "jobcelis help gdpr accept" [
  ]

  # Take the agreement to a purpose back
  export extern "jobcelis help gdpr revoke" [
  ]

  # Print a copy of your data
  export extern "jobcelis help gdpr export" [
  ]

  # Have processing rest: nothing is taken in, what is due waits
  export extern "jobcelis help gdpr restrict" [
  ]

  # Let processing go on after `restrict`
  export extern "jobcelis help gdpr lift-restriction" [
  ]

  # Object to the processing of your data; your projects rest as with `restrict`
  export extern "jobcelis help gdpr object" [
  ]

  # Take the objection back
  export extern "jobcelis help gdpr restore" [
  ]

  # Delete your account and your projects with everything in them, for good
  export extern "jobcelis help gdpr delete" [
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

  # Run the server: its users, projects and keys
  export extern "jobcelis help admin" [
  ]

  # Everyone with an account
  export extern "jobcelis help admin users" [
  ]

  # List users, newest first
  export extern "jobcelis help admin users list" [
  ]

  # Show users
  export extern "jobcelis help admin users show" [
  ]

  # Make an account, or invite somebody to make theirs
  export extern "jobcelis help admin users create" [
  ]

  # Change a user
  export extern "jobcelis help admin users update" [
  ]

  # Let users log in again
  export extern "jobcelis help admin users activate" [
  ]

  # Shut users out: no logins, no keys, and their projects stand still
  export extern "jobcelis help admin users deactivate" [
  ]

  # End the lock after too many failed logins
  export extern "jobcelis help admin users unlock" [
  ]

  # Make a link with which a user sets a new password
  export extern "jobcelis help admin users reset-link" [
  ]

  # Switch the second factor off (superadmins only)
  export extern "jobcelis help admin users reset-mfa" [
  ]

  # End all logins
  export extern "jobcelis help admin users revoke-sessions" [
  ]

  # Erase users with the projects they own, for good (superadmins only)
  export extern "jobcelis help admin users erase" [
  ]

  # The projects of everyone
  export extern "jobcelis help admin projects" [
  ]

  # List projects, newest first, deleted ones too
  export extern "jobcelis help admin projects list" [
  ]

  # Show projects with what happened in them last; this is recorded
  export extern "jobcelis help admin projects show" [
  ]

  # Change the limits of a project, or switch it off and on
  export extern "jobcelis help admin projects update" [
  ]

  # Who did what, everywhere
  export extern "jobcelis help admin audit" [
  ]

  # List entries, newest first
  export extern "jobcelis help admin audit list" [
  ]

  # The backups of the server
  export extern "jobcelis help admin backups" [
  ]

  # List backups, newest first
  export extern "jobcelis help admin backups list" [
  ]

  # Make a backup now
  export extern "jobcelis help admin backups run" [
  ]

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis help admin backups verify" [
  ]

  # Fetch a backup
  export extern "jobcelis help admin backups download" [
  ]

  # Show how the server is and has been
  export extern "jobcelis help admin uptime" [
  ]

  # Show the settings the server runs with
  export extern "jobcelis help admin settings" [
  ]

  # Remove what is too old now instead of at its time (superadmins only)
  export extern "jobcelis help admin run-retention" [
  ]

  # Make somebody a superadmin, with a new account if they have none
  export extern "jobcelis help admin create-superadmin" [
  ]

  # Give a user another password; the server must not run
  export extern "jobcelis help admin reset-password" [
  ]

  # End the lock of a user after too many failed logins; the server must not run
  export extern "jobcelis help admin unlock" [
  ]

  # Switch the second factor of a user off; the server must not run
  export extern "jobcelis help admin reset-mfa" [
  ]

  # Widen the API key of a project that has shut everyone out; the server must not run
  export extern "jobcelis help admin patch-token" [
  ]

  # Replace the master key; the server must not run
  export extern "jobcelis help admin rotate-keys" [
  ]

  # Make a backup of the data, whether or not the server runs
  export extern "jobcelis help backup" [
  ]

  # List the backups in the folder of backups
  export extern "jobcelis help backup list" [
  ]

  # Read a backup back, to the last page of its database; exit code 1 when it is not whole
  export extern "jobcelis help backup verify" [
  ]

  # Remove old backups
  export extern "jobcelis help backup prune" [
  ]

  # Put a backup in the place of the data; the server must not run
  export extern "jobcelis help restore" [
  ]

  # The schema of the data, and copies from another server
  export extern "jobcelis help migrate" [
  ]

  # Show the schema of the data and the one this program needs
  export extern "jobcelis help migrate status" [
  ]

  # Bring the data to the schema of this program, as a start would; the server must not run
  export extern "jobcelis help migrate up" [
  ]

  # Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events
  export extern "jobcelis help migrate import" [
  ]

  # Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot
  export extern "jobcelis help upgrade-check" [
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

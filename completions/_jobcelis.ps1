
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'jobcelis' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'jobcelis'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'jobcelis' {
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'API key of the project; a variable or a profile keeps it out of `ps` [env: JOBCELIS_API_KEY]')
            [CompletionResult]::new('--api-key-file', '--api-key-file', [CompletionResultType]::ParameterName, 'File with the API key')
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'Token of a user [env: JOBCELIS_TOKEN]')
            [CompletionResult]::new('--base-url', '--base-url', [CompletionResultType]::ParameterName, 'Server to talk to [env: JOBCELIS_BASE_URL] [default: the profile''s, else https://jobcelis.com]')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Profile of the configuration file [env: JOBCELIS_PROFILE]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile of the configuration file [env: JOBCELIS_PROFILE]')
            [CompletionResult]::new('--project', '--project', [CompletionResultType]::ParameterName, 'Project, by id or name, when a user''s token is used [env: JOBCELIS_PROJECT]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Fields to show, in this order, by dotted path')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours [env: NO_COLOR, CLICOLOR_FORCE]')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Longest time for a request [env: JOBCELIS_TIMEOUT] [default: 30]')
            [CompletionResult]::new('--connect-timeout', '--connect-timeout', [CompletionResultType]::ParameterName, 'Longest time to connect [default: 10]')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Tries after a first one that failed for a passing reason [default: 3]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file [env: JOBCELIS_CONFIG]')
            [CompletionResult]::new('--ca-cert', '--ca-cert', [CompletionResultType]::ParameterName, 'Trust only the certificate authorities in this PEM file')
            [CompletionResult]::new('--api-key-stdin', '--api-key-stdin', [CompletionResultType]::ParameterName, 'Read the API key from stdin')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Short for --output json')
            [CompletionResult]::new('--no-headers', '--no-headers', [CompletionResultType]::ParameterName, 'Leave out the line of titles')
            [CompletionResult]::new('--utc', '--utc', [CompletionResultType]::ParameterName, 'Show times in UTC')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--no-color', '--no-color', [CompletionResultType]::ParameterName, 'Short for --color never')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask [env: JOBCELIS_NO_INPUT, CI]')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the request and send nothing')
            [CompletionResult]::new('--curl', '--curl', [CompletionResultType]::ParameterName, 'Print the request as a curl command and send nothing')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'Send events and look at them')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'Send events and look at them')
            [CompletionResult]::new('simulate', 'simulate', [CompletionResultType]::ParameterValue, 'Show which webhooks an event would go to')
            [CompletionResult]::new('webhooks', 'webhooks', [CompletionResultType]::ParameterValue, 'Receivers of events')
            [CompletionResult]::new('webhook', 'webhook', [CompletionResultType]::ParameterValue, 'Receivers of events')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'What was sent to webhooks, and what came of it')
            [CompletionResult]::new('delivery', 'delivery', [CompletionResultType]::ParameterValue, 'What was sent to webhooks, and what came of it')
            [CompletionResult]::new('dead-letters', 'dead-letters', [CompletionResultType]::ParameterValue, 'Deliveries that failed for good')
            [CompletionResult]::new('dlq', 'dlq', [CompletionResultType]::ParameterValue, 'Deliveries that failed for good')
            [CompletionResult]::new('dead-letter', 'dead-letter', [CompletionResultType]::ParameterValue, 'Deliveries that failed for good')
            [CompletionResult]::new('pipelines', 'pipelines', [CompletionResultType]::ParameterValue, 'What is done to events before they are delivered')
            [CompletionResult]::new('pipeline', 'pipeline', [CompletionResultType]::ParameterValue, 'What is done to events before they are delivered')
            [CompletionResult]::new('schemas', 'schemas', [CompletionResultType]::ParameterValue, 'JSON Schemas that the payloads of a topic have to fit')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'JSON Schemas that the payloads of a topic have to fit')
            [CompletionResult]::new('event-schemas', 'event-schemas', [CompletionResultType]::ParameterValue, 'JSON Schemas that the payloads of a topic have to fit')
            [CompletionResult]::new('replays', 'replays', [CompletionResultType]::ParameterValue, 'Send stored events again')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Send stored events again')
            [CompletionResult]::new('jobs', 'jobs', [CompletionResultType]::ParameterValue, 'Events and requests by the clock')
            [CompletionResult]::new('job', 'job', [CompletionResultType]::ParameterValue, 'Events and requests by the clock')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Public URLs that keep whatever is sent to them, to be looked at')
            [CompletionResult]::new('project', 'project', [CompletionResultType]::ParameterValue, 'The current project, its topics and its API key')
            [CompletionResult]::new('projects', 'projects', [CompletionResultType]::ParameterValue, 'The projects of the user who is logged in')
            [CompletionResult]::new('members', 'members', [CompletionResultType]::ParameterValue, 'Who is in a project; --project says which, unless the profile does')
            [CompletionResult]::new('member', 'member', [CompletionResultType]::ParameterValue, 'Who is in a project; --project says which, unless the profile does')
            [CompletionResult]::new('invitations', 'invitations', [CompletionResultType]::ParameterValue, 'The projects that the user who is logged in is invited to')
            [CompletionResult]::new('invitation', 'invitation', [CompletionResultType]::ParameterValue, 'The projects that the user who is logged in is invited to')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what in the project')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Everything of a kind as a file')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call the API: jobcelis api [METHOD] PATH')
            [CompletionResult]::new('verify-signature', 'verify-signature', [CompletionResultType]::ParameterValue, 'Check the signature of a delivery: exit code 0 valid, 1 invalid')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Print the signature of a body, as a delivery would carry it')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in and keep the login in the profile')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'End the login and forget it')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who the credential is and what it may do')
            [CompletionResult]::new('auth', 'auth', [CompletionResultType]::ParameterValue, 'Accounts and tokens, with the server''s answers as output')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'The account that is logged in')
            [CompletionResult]::new('notifications', 'notifications', [CompletionResultType]::ParameterValue, 'What the server told the account that is logged in')
            [CompletionResult]::new('notification', 'notification', [CompletionResultType]::ParameterValue, 'What the server told the account that is logged in')
            [CompletionResult]::new('gdpr', 'gdpr', [CompletionResultType]::ParameterValue, 'Your data: a copy, a rest from processing, consents, and deletion')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Servers and credentials of the configuration file')
            [CompletionResult]::new('admin', 'admin', [CompletionResultType]::ParameterValue, 'Run the server: its users, projects and keys')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Look for what is wrong with the configuration, the server and its data')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Run the server')
            [CompletionResult]::new('bench', 'bench', [CompletionResultType]::ParameterValue, 'Measure how many events a server accepts and delivers')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the script that completes this command line in a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Show the manual page of a command')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;events' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send an event, or all of a file')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a JSON array of up to 1000 events in one request; send --file takes any number')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show events with their latest deliveries')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send events again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;event' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send an event, or all of a file')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a JSON array of up to 1000 events in one request; send --file takes any number')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show events with their latest deliveries')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send events again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;events;send' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a text in the payload; dots reach into objects')
            [CompletionResult]::new('--set-json', '--set-json', [CompletionResultType]::ParameterName, 'Set a JSON value in the payload')
            [CompletionResult]::new('--deliver-at', '--deliver-at', [CompletionResultType]::ParameterName, 'Deliver at that time and not before')
            [CompletionResult]::new('--idempotency-key', '--idempotency-key', [CompletionResultType]::ParameterName, 'Key under which the server takes only one event; without it one is made')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait until all deliveries have ended; exit code 1 when one failed')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Send every event of a file (- is stdin): one per line, a JSON array, or CSV')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Requests at a time')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Events per second at most')
            [CompletionResult]::new('--batch-size', '--batch-size', [CompletionResultType]::ParameterName, 'Events per request at most')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Where to keep how far the file is sent [default: FILE.jobcelis-state.json]')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where to put what is not accepted [default: FILE.rejected.ndjson]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--no-idempotency', '--no-idempotency', [CompletionResultType]::ParameterName, 'Send no key: a repeated request makes another event')
            [CompletionResult]::new('--flat', '--flat', [CompletionResultType]::ParameterName, 'Send the payload''s members beside the topic instead of under `payload`')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at')
            [CompletionResult]::new('--payload-only', '--payload-only', [CompletionResultType]::ParameterName, 'Every record as a whole is a payload')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on where an earlier run was interrupted')
            [CompletionResult]::new('--fail-fast', '--fail-fast', [CompletionResultType]::ParameterName, 'Stop at the first event that is not accepted')
            [CompletionResult]::new('--skip-invalid', '--skip-invalid', [CompletionResultType]::ParameterName, 'Pass over records that are no events instead of rejecting them')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Go on with a run that is too old, or went to another server or project')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;send' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a text in the payload; dots reach into objects')
            [CompletionResult]::new('--set-json', '--set-json', [CompletionResultType]::ParameterName, 'Set a JSON value in the payload')
            [CompletionResult]::new('--deliver-at', '--deliver-at', [CompletionResultType]::ParameterName, 'Deliver at that time and not before')
            [CompletionResult]::new('--idempotency-key', '--idempotency-key', [CompletionResultType]::ParameterName, 'Key under which the server takes only one event; without it one is made')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait until all deliveries have ended; exit code 1 when one failed')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'Send every event of a file (- is stdin): one per line, a JSON array, or CSV')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Requests at a time')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Events per second at most')
            [CompletionResult]::new('--batch-size', '--batch-size', [CompletionResultType]::ParameterName, 'Events per request at most')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Where to keep how far the file is sent [default: FILE.jobcelis-state.json]')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Where to put what is not accepted [default: FILE.rejected.ndjson]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--no-idempotency', '--no-idempotency', [CompletionResultType]::ParameterName, 'Send no key: a repeated request makes another event')
            [CompletionResult]::new('--flat', '--flat', [CompletionResultType]::ParameterName, 'Send the payload''s members beside the topic instead of under `payload`')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at')
            [CompletionResult]::new('--payload-only', '--payload-only', [CompletionResultType]::ParameterName, 'Every record as a whole is a payload')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on where an earlier run was interrupted')
            [CompletionResult]::new('--fail-fast', '--fail-fast', [CompletionResultType]::ParameterName, 'Stop at the first event that is not accepted')
            [CompletionResult]::new('--skip-invalid', '--skip-invalid', [CompletionResultType]::ParameterName, 'Pass over records that are no events instead of rejecting them')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Go on with a run that is too old, or went to another server or project')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;batch' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File with the array, or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;batch' {
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File with the array, or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active or inactive')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in the payload')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active or inactive')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in the payload')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active or inactive')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in the payload')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active or inactive')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in the payload')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--deliveries', '--deliveries', [CompletionResultType]::ParameterName, 'Show the deliveries alone, with what came of them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--deliveries', '--deliveries', [CompletionResultType]::ParameterName, 'Show the deliveries alone, with what came of them')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;resend' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event;resend' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;events;help' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send an event, or all of a file')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a JSON array of up to 1000 events in one request; send --file takes any number')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show events with their latest deliveries')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send events again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;events;help;send' {
            break
        }
        'jobcelis;events;help;batch' {
            break
        }
        'jobcelis;events;help;list' {
            break
        }
        'jobcelis;events;help;get' {
            break
        }
        'jobcelis;events;help;delete' {
            break
        }
        'jobcelis;events;help;resend' {
            break
        }
        'jobcelis;events;help;help' {
            break
        }
        'jobcelis;event;help' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send an event, or all of a file')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a JSON array of up to 1000 events in one request; send --file takes any number')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show events with their latest deliveries')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send events again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;event;help;send' {
            break
        }
        'jobcelis;event;help;batch' {
            break
        }
        'jobcelis;event;help;list' {
            break
        }
        'jobcelis;event;help;get' {
            break
        }
        'jobcelis;event;help;delete' {
            break
        }
        'jobcelis;event;help;resend' {
            break
        }
        'jobcelis;event;help;help' {
            break
        }
        'jobcelis;simulate' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a text in the payload; dots reach into objects')
            [CompletionResult]::new('--set-json', '--set-json', [CompletionResultType]::ParameterName, 'Set a JSON value in the payload')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Exit code 1 when another number of webhooks matches')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show webhooks')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change webhooks: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Send to them again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Stop sending to them')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List ready-made configurations for create --template')
            [CompletionResult]::new('health', 'health', [CompletionResultType]::ParameterValue, 'How well deliveries went in the last 24 hours; of all webhooks without an id')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test call now; exit code 1 when it fails')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'List the deliveries of a webhook')
            [CompletionResult]::new('rotate-secret', 'rotate-secret', [CompletionResultType]::ParameterValue, 'Replace the secret; the new one is shown once')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the configuration of all webhooks to a file; secrets stay with the server')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make the webhooks of a file that export wrote; each gets a new secret, shown once')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;webhook' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show webhooks')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change webhooks: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Send to them again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Stop sending to them')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List ready-made configurations for create --template')
            [CompletionResult]::new('health', 'health', [CompletionResultType]::ParameterValue, 'How well deliveries went in the last 24 hours; of all webhooks without an id')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test call now; exit code 1 when it fails')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'List the deliveries of a webhook')
            [CompletionResult]::new('rotate-secret', 'rotate-secret', [CompletionResultType]::ParameterValue, 'Replace the secret; the new one is shown once')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the configuration of all webhooks to a file; secrets stay with the server')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make the webhooks of a file that export wrote; each gets a new secret, shown once')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;webhooks;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only those with this topic pattern')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only those with this topic pattern')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only those with this topic pattern')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only those with this topic pattern')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;create' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'url')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Begin with a ready-made configuration')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name to show')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign with: a text, @file, -, or auto for a new one')
            [CompletionResult]::new('--filters', '--filters', [CompletionResultType]::ParameterName, 'Conditions on the payload')
            [CompletionResult]::new('--body-config', '--body-config', [CompletionResultType]::ParameterName, 'What the body is made of')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers to send, as an object')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--retry-config', '--retry-config', [CompletionResultType]::ParameterName, 'When failed deliveries are tried again')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before a delivery has failed for good')
            [CompletionResult]::new('--max-per-second', '--max-per-second', [CompletionResultType]::ParameterName, 'Deliveries per second at most')
            [CompletionResult]::new('--max-per-minute', '--max-per-minute', [CompletionResultType]::ParameterName, 'Deliveries per minute at most')
            [CompletionResult]::new('--batch-config', '--batch-config', [CompletionResultType]::ParameterName, 'Several events in one delivery')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not send to it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;new' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'url')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Begin with a ready-made configuration')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name to show')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign with: a text, @file, -, or auto for a new one')
            [CompletionResult]::new('--filters', '--filters', [CompletionResultType]::ParameterName, 'Conditions on the payload')
            [CompletionResult]::new('--body-config', '--body-config', [CompletionResultType]::ParameterName, 'What the body is made of')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers to send, as an object')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--retry-config', '--retry-config', [CompletionResultType]::ParameterName, 'When failed deliveries are tried again')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before a delivery has failed for good')
            [CompletionResult]::new('--max-per-second', '--max-per-second', [CompletionResultType]::ParameterName, 'Deliveries per second at most')
            [CompletionResult]::new('--max-per-minute', '--max-per-minute', [CompletionResultType]::ParameterName, 'Deliveries per minute at most')
            [CompletionResult]::new('--batch-config', '--batch-config', [CompletionResultType]::ParameterName, 'Several events in one delivery')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not send to it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;create' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'url')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Begin with a ready-made configuration')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name to show')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign with: a text, @file, -, or auto for a new one')
            [CompletionResult]::new('--filters', '--filters', [CompletionResultType]::ParameterName, 'Conditions on the payload')
            [CompletionResult]::new('--body-config', '--body-config', [CompletionResultType]::ParameterName, 'What the body is made of')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers to send, as an object')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--retry-config', '--retry-config', [CompletionResultType]::ParameterName, 'When failed deliveries are tried again')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before a delivery has failed for good')
            [CompletionResult]::new('--max-per-second', '--max-per-second', [CompletionResultType]::ParameterName, 'Deliveries per second at most')
            [CompletionResult]::new('--max-per-minute', '--max-per-minute', [CompletionResultType]::ParameterName, 'Deliveries per minute at most')
            [CompletionResult]::new('--batch-config', '--batch-config', [CompletionResultType]::ParameterName, 'Several events in one delivery')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not send to it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;new' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'url')
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'Begin with a ready-made configuration')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name to show')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign with: a text, @file, -, or auto for a new one')
            [CompletionResult]::new('--filters', '--filters', [CompletionResultType]::ParameterName, 'Conditions on the payload')
            [CompletionResult]::new('--body-config', '--body-config', [CompletionResultType]::ParameterName, 'What the body is made of')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers to send, as an object')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--retry-config', '--retry-config', [CompletionResultType]::ParameterName, 'When failed deliveries are tried again')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before a delivery has failed for good')
            [CompletionResult]::new('--max-per-second', '--max-per-second', [CompletionResultType]::ParameterName, 'Deliveries per second at most')
            [CompletionResult]::new('--max-per-minute', '--max-per-minute', [CompletionResultType]::ParameterName, 'Deliveries per minute at most')
            [CompletionResult]::new('--batch-config', '--batch-config', [CompletionResultType]::ParameterName, 'Several events in one delivery')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not send to it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;update' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'url')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name to show')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign with: a text, @file, -, or auto for a new one')
            [CompletionResult]::new('--filters', '--filters', [CompletionResultType]::ParameterName, 'Conditions on the payload')
            [CompletionResult]::new('--body-config', '--body-config', [CompletionResultType]::ParameterName, 'What the body is made of')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers to send, as an object')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--retry-config', '--retry-config', [CompletionResultType]::ParameterName, 'When failed deliveries are tried again')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before a delivery has failed for good')
            [CompletionResult]::new('--max-per-second', '--max-per-second', [CompletionResultType]::ParameterName, 'Deliveries per second at most')
            [CompletionResult]::new('--max-per-minute', '--max-per-minute', [CompletionResultType]::ParameterName, 'Deliveries per minute at most')
            [CompletionResult]::new('--batch-config', '--batch-config', [CompletionResultType]::ParameterName, 'Several events in one delivery')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;update' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'url')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name to show')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign with: a text, @file, -, or auto for a new one')
            [CompletionResult]::new('--filters', '--filters', [CompletionResultType]::ParameterName, 'Conditions on the payload')
            [CompletionResult]::new('--body-config', '--body-config', [CompletionResultType]::ParameterName, 'What the body is made of')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers to send, as an object')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'One header to send')
            [CompletionResult]::new('--retry-config', '--retry-config', [CompletionResultType]::ParameterName, 'When failed deliveries are tried again')
            [CompletionResult]::new('--max-attempts', '--max-attempts', [CompletionResultType]::ParameterName, 'Attempts before a delivery has failed for good')
            [CompletionResult]::new('--max-per-second', '--max-per-second', [CompletionResultType]::ParameterName, 'Deliveries per second at most')
            [CompletionResult]::new('--max-per-minute', '--max-per-minute', [CompletionResultType]::ParameterName, 'Deliveries per minute at most')
            [CompletionResult]::new('--batch-config', '--batch-config', [CompletionResultType]::ParameterName, 'Several events in one delivery')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;enable' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;enable' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;disable' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;disable' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;templates' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;templates' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;health' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;health' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;test' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;test' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;deliveries' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;deliveries' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;rotate-secret' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;rotate-secret' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;export' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;export' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;import' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhook;import' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;webhooks;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show webhooks')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change webhooks: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Send to them again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Stop sending to them')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List ready-made configurations for create --template')
            [CompletionResult]::new('health', 'health', [CompletionResultType]::ParameterValue, 'How well deliveries went in the last 24 hours; of all webhooks without an id')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test call now; exit code 1 when it fails')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'List the deliveries of a webhook')
            [CompletionResult]::new('rotate-secret', 'rotate-secret', [CompletionResultType]::ParameterValue, 'Replace the secret; the new one is shown once')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the configuration of all webhooks to a file; secrets stay with the server')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make the webhooks of a file that export wrote; each gets a new secret, shown once')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;webhooks;help;list' {
            break
        }
        'jobcelis;webhooks;help;get' {
            break
        }
        'jobcelis;webhooks;help;create' {
            break
        }
        'jobcelis;webhooks;help;update' {
            break
        }
        'jobcelis;webhooks;help;delete' {
            break
        }
        'jobcelis;webhooks;help;enable' {
            break
        }
        'jobcelis;webhooks;help;disable' {
            break
        }
        'jobcelis;webhooks;help;templates' {
            break
        }
        'jobcelis;webhooks;help;health' {
            break
        }
        'jobcelis;webhooks;help;test' {
            break
        }
        'jobcelis;webhooks;help;deliveries' {
            break
        }
        'jobcelis;webhooks;help;rotate-secret' {
            break
        }
        'jobcelis;webhooks;help;export' {
            break
        }
        'jobcelis;webhooks;help;import' {
            break
        }
        'jobcelis;webhooks;help;help' {
            break
        }
        'jobcelis;webhook;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show webhooks')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change webhooks: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Send to them again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Stop sending to them')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List ready-made configurations for create --template')
            [CompletionResult]::new('health', 'health', [CompletionResultType]::ParameterValue, 'How well deliveries went in the last 24 hours; of all webhooks without an id')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test call now; exit code 1 when it fails')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'List the deliveries of a webhook')
            [CompletionResult]::new('rotate-secret', 'rotate-secret', [CompletionResultType]::ParameterValue, 'Replace the secret; the new one is shown once')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the configuration of all webhooks to a file; secrets stay with the server')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make the webhooks of a file that export wrote; each gets a new secret, shown once')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;webhook;help;list' {
            break
        }
        'jobcelis;webhook;help;get' {
            break
        }
        'jobcelis;webhook;help;create' {
            break
        }
        'jobcelis;webhook;help;update' {
            break
        }
        'jobcelis;webhook;help;delete' {
            break
        }
        'jobcelis;webhook;help;enable' {
            break
        }
        'jobcelis;webhook;help;disable' {
            break
        }
        'jobcelis;webhook;help;templates' {
            break
        }
        'jobcelis;webhook;help;health' {
            break
        }
        'jobcelis;webhook;help;test' {
            break
        }
        'jobcelis;webhook;help;deliveries' {
            break
        }
        'jobcelis;webhook;help;rotate-secret' {
            break
        }
        'jobcelis;webhook;help;export' {
            break
        }
        'jobcelis;webhook;help;import' {
            break
        }
        'jobcelis;webhook;help;help' {
            break
        }
        'jobcelis;deliveries' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show deliveries with requests, answers and every attempt')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send deliveries again: those named, or all that a filter finds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;delivery' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show deliveries with requests, answers and every attempt')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send deliveries again: those named, or all that a filter finds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;deliveries;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, success, failed or circuit_open')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;deliveries;ls' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, success, failed or circuit_open')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;delivery;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, success, failed or circuit_open')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;delivery;ls' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, success, failed or circuit_open')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;deliveries;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;delivery;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;deliveries;retry' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, success, failed or circuit_open')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;delivery;retry' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, success, failed or circuit_open')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;deliveries;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show deliveries with requests, answers and every attempt')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send deliveries again: those named, or all that a filter finds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;deliveries;help;list' {
            break
        }
        'jobcelis;deliveries;help;get' {
            break
        }
        'jobcelis;deliveries;help;retry' {
            break
        }
        'jobcelis;deliveries;help;help' {
            break
        }
        'jobcelis;delivery;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show deliveries with requests, answers and every attempt')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send deliveries again: those named, or all that a filter finds')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;delivery;help;list' {
            break
        }
        'jobcelis;delivery;help;get' {
            break
        }
        'jobcelis;delivery;help;retry' {
            break
        }
        'jobcelis;delivery;help;help' {
            break
        }
        'jobcelis;dead-letters' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;dlq' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;dead-letter' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;dead-letters;list' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unresolved', '--unresolved', [CompletionResultType]::ParameterName, 'Only unresolved ones, which is what is listed anyway')
            [CompletionResult]::new('--resolved', '--resolved', [CompletionResultType]::ParameterName, 'Only resolved ones')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letters;ls' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unresolved', '--unresolved', [CompletionResultType]::ParameterName, 'Only unresolved ones, which is what is listed anyway')
            [CompletionResult]::new('--resolved', '--resolved', [CompletionResultType]::ParameterName, 'Only resolved ones')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dlq;list' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unresolved', '--unresolved', [CompletionResultType]::ParameterName, 'Only unresolved ones, which is what is listed anyway')
            [CompletionResult]::new('--resolved', '--resolved', [CompletionResultType]::ParameterName, 'Only resolved ones')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dlq;ls' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unresolved', '--unresolved', [CompletionResultType]::ParameterName, 'Only unresolved ones, which is what is listed anyway')
            [CompletionResult]::new('--resolved', '--resolved', [CompletionResultType]::ParameterName, 'Only resolved ones')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letter;list' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unresolved', '--unresolved', [CompletionResultType]::ParameterName, 'Only unresolved ones, which is what is listed anyway')
            [CompletionResult]::new('--resolved', '--resolved', [CompletionResultType]::ParameterName, 'Only resolved ones')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letter;ls' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unresolved', '--unresolved', [CompletionResultType]::ParameterName, 'Only unresolved ones, which is what is listed anyway')
            [CompletionResult]::new('--resolved', '--resolved', [CompletionResultType]::ParameterName, 'Only resolved ones')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letters;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dlq;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letter;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letters;retry' {
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload to send instead: JSON, @file or - for stdin')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that are not resolved')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dlq;retry' {
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload to send instead: JSON, @file or - for stdin')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that are not resolved')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letter;retry' {
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload to send instead: JSON, @file or - for stdin')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that are not resolved')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letters;resolve' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that are not resolved')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dlq;resolve' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that are not resolved')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letter;resolve' {
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only of this webhook')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All that are not resolved')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;dead-letters;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;dead-letters;help;list' {
            break
        }
        'jobcelis;dead-letters;help;get' {
            break
        }
        'jobcelis;dead-letters;help;retry' {
            break
        }
        'jobcelis;dead-letters;help;resolve' {
            break
        }
        'jobcelis;dead-letters;help;help' {
            break
        }
        'jobcelis;dlq;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;dlq;help;list' {
            break
        }
        'jobcelis;dlq;help;get' {
            break
        }
        'jobcelis;dlq;help;retry' {
            break
        }
        'jobcelis;dlq;help;resolve' {
            break
        }
        'jobcelis;dlq;help;help' {
            break
        }
        'jobcelis;dead-letter;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;dead-letter;help;list' {
            break
        }
        'jobcelis;dead-letter;help;get' {
            break
        }
        'jobcelis;dead-letter;help;retry' {
            break
        }
        'jobcelis;dead-letter;help;resolve' {
            break
        }
        'jobcelis;dead-letter;help;help' {
            break
        }
        'jobcelis;pipelines' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show pipelines')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change pipelines: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Show what the steps of pipelines make of a payload; nothing is sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;pipeline' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show pipelines')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change pipelines: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Show what the steps of pipelines make of a payload; nothing is sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;pipelines;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted and disabled ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'The list of steps: JSON, @file or - for stdin')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'description')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Who gets the output instead of the event; an empty id is nobody')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it on events')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it on events')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'The list of steps: JSON, @file or - for stdin')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'description')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Who gets the output instead of the event; an empty id is nobody')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it on events')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it on events')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'The list of steps: JSON, @file or - for stdin')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'description')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Who gets the output instead of the event; an empty id is nobody')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it on events')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it on events')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'The list of steps: JSON, @file or - for stdin')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'description')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Who gets the output instead of the event; an empty id is nobody')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it on events')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it on events')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'The list of steps: JSON, @file or - for stdin')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'description')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Who gets the output instead of the event; an empty id is nobody')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it on events')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it on events')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'Topics or patterns such as order.*; none is every event')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'The list of steps: JSON, @file or - for stdin')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'description')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Who gets the output instead of the event; an empty id is nobody')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it on events')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it on events')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;test' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Tell whether the pipeline is about events of this topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a text in the payload; dots reach into objects')
            [CompletionResult]::new('--set-json', '--set-json', [CompletionResultType]::ParameterName, 'Set a JSON value in the payload')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Exit code 1 when the payload fares otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipeline;test' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Tell whether the pipeline is about events of this topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a text in the payload; dots reach into objects')
            [CompletionResult]::new('--set-json', '--set-json', [CompletionResultType]::ParameterName, 'Set a JSON value in the payload')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Exit code 1 when the payload fares otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;pipelines;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show pipelines')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change pipelines: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Show what the steps of pipelines make of a payload; nothing is sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;pipelines;help;list' {
            break
        }
        'jobcelis;pipelines;help;get' {
            break
        }
        'jobcelis;pipelines;help;create' {
            break
        }
        'jobcelis;pipelines;help;update' {
            break
        }
        'jobcelis;pipelines;help;delete' {
            break
        }
        'jobcelis;pipelines;help;test' {
            break
        }
        'jobcelis;pipelines;help;help' {
            break
        }
        'jobcelis;pipeline;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show pipelines')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change pipelines: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Show what the steps of pipelines make of a payload; nothing is sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;pipeline;help;list' {
            break
        }
        'jobcelis;pipeline;help;get' {
            break
        }
        'jobcelis;pipeline;help;create' {
            break
        }
        'jobcelis;pipeline;help;update' {
            break
        }
        'jobcelis;pipeline;help;delete' {
            break
        }
        'jobcelis;pipeline;help;test' {
            break
        }
        'jobcelis;pipeline;help;help' {
            break
        }
        'jobcelis;schemas' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;schema' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;event-schemas' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;schemas;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only of this topic')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only of this topic')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only of this topic')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only of this topic')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;list' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only of this topic')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;ls' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only of this topic')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Deleted ones too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;create' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make instead of the next one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;new' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make instead of the next one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;create' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make instead of the next one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;new' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make instead of the next one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;create' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make instead of the next one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;new' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make instead of the next one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;update' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make of it instead of the next free one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;update' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make of it instead of the next free one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;update' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'JSON Schema: JSON, @file or - for stdin')
            [CompletionResult]::new('--schema-version', '--schema-version', [CompletionResultType]::ParameterName, 'Version to make of it instead of the next free one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;validate' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Try it on this schema instead of the one of the topic')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Ask no server')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;validate' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Try it on this schema instead of the one of the topic')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Ask no server')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;validate' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'JSON, @file or - for stdin')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Try it on this schema instead of the one of the topic')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Ask no server')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;infer' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--sample', '--sample', [CompletionResultType]::ParameterName, 'Events to look at, at most')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schema;infer' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--sample', '--sample', [CompletionResultType]::ParameterName, 'Events to look at, at most')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;event-schemas;infer' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'topic')
            [CompletionResult]::new('--sample', '--sample', [CompletionResultType]::ParameterName, 'Events to look at, at most')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;schemas;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;schemas;help;list' {
            break
        }
        'jobcelis;schemas;help;get' {
            break
        }
        'jobcelis;schemas;help;create' {
            break
        }
        'jobcelis;schemas;help;update' {
            break
        }
        'jobcelis;schemas;help;delete' {
            break
        }
        'jobcelis;schemas;help;validate' {
            break
        }
        'jobcelis;schemas;help;infer' {
            break
        }
        'jobcelis;schemas;help;help' {
            break
        }
        'jobcelis;schema;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;schema;help;list' {
            break
        }
        'jobcelis;schema;help;get' {
            break
        }
        'jobcelis;schema;help;create' {
            break
        }
        'jobcelis;schema;help;update' {
            break
        }
        'jobcelis;schema;help;delete' {
            break
        }
        'jobcelis;schema;help;validate' {
            break
        }
        'jobcelis;schema;help;infer' {
            break
        }
        'jobcelis;schema;help;help' {
            break
        }
        'jobcelis;event-schemas;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;event-schemas;help;list' {
            break
        }
        'jobcelis;event-schemas;help;get' {
            break
        }
        'jobcelis;event-schemas;help;create' {
            break
        }
        'jobcelis;event-schemas;help;update' {
            break
        }
        'jobcelis;event-schemas;help;delete' {
            break
        }
        'jobcelis;event-schemas;help;validate' {
            break
        }
        'jobcelis;event-schemas;help;infer' {
            break
        }
        'jobcelis;event-schemas;help;help' {
            break
        }
        'jobcelis;replays' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show replays')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show how far a replay is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop replays: what they made and nobody has attempted yet is not sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;replay' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show replays')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show how far a replay is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop replays: what they made and nobody has attempted yet is not sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;replays;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, running, completed, failed or cancelled')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;ls' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, running, completed, failed or cancelled')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, running, completed, failed or cancelled')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;ls' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'pending, running, completed, failed or cancelled')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;create' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*, and * is every event')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Show how far it is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;new' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*, and * is every event')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Show how far it is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;create' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*, and * is every event')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Show how far it is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;new' {
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only this topic; may be a pattern like order.*, and * is every event')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Only to this webhook')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Show how far it is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;watch' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;watch' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;cancel' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replay;cancel' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;replays;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show replays')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show how far a replay is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop replays: what they made and nobody has attempted yet is not sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;replays;help;list' {
            break
        }
        'jobcelis;replays;help;get' {
            break
        }
        'jobcelis;replays;help;create' {
            break
        }
        'jobcelis;replays;help;watch' {
            break
        }
        'jobcelis;replays;help;cancel' {
            break
        }
        'jobcelis;replays;help;help' {
            break
        }
        'jobcelis;replay;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show replays')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show how far a replay is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop replays: what they made and nobody has attempted yet is not sent')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;replay;help;list' {
            break
        }
        'jobcelis;replay;help;get' {
            break
        }
        'jobcelis;replay;help;create' {
            break
        }
        'jobcelis;replay;help;watch' {
            break
        }
        'jobcelis;replay;help;cancel' {
            break
        }
        'jobcelis;replay;help;help' {
            break
        }
        'jobcelis;jobs' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show jobs with their newest runs')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change jobs: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('runs', 'runs', [CompletionResultType]::ParameterValue, 'List the runs of a job, newest first')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run jobs now, also inactive ones; exit code 1 when a run fails')
            [CompletionResult]::new('cron-preview', 'cron-preview', [CompletionResultType]::ParameterValue, 'Show the coming times of a cron expression')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;job' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show jobs with their newest runs')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change jobs: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('runs', 'runs', [CompletionResultType]::ParameterValue, 'List the runs of a job, newest first')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run jobs now, also inactive ones; exit code 1 when a run fails')
            [CompletionResult]::new('cron-preview', 'cron-preview', [CompletionResultType]::ParameterValue, 'Show the coming times of a cron expression')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;jobs;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Those switched off too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Those switched off too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Those switched off too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-inactive', '--include-inactive', [CompletionResultType]::ParameterName, 'Those switched off too')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'daily, weekly, monthly or cron; follows from the other options')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of day')
            [CompletionResult]::new('--day-of-week', '--day-of-week', [CompletionResultType]::ParameterName, 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday')
            [CompletionResult]::new('--day-of-month', '--day-of-month', [CompletionResultType]::ParameterName, 'Monthly on this day, where the month has it')
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'A cron expression')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Name of a queue, kept with the job')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Topic of the event')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'One event for each of these topics')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Deliver the event to this webhook alone')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Call this URL instead')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'POST, PUT, PATCH, GET or DELETE')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers of the request, as an object')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body of the request')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign the request with: a text, @file or -')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not run it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'daily, weekly, monthly or cron; follows from the other options')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of day')
            [CompletionResult]::new('--day-of-week', '--day-of-week', [CompletionResultType]::ParameterName, 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday')
            [CompletionResult]::new('--day-of-month', '--day-of-month', [CompletionResultType]::ParameterName, 'Monthly on this day, where the month has it')
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'A cron expression')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Name of a queue, kept with the job')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Topic of the event')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'One event for each of these topics')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Deliver the event to this webhook alone')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Call this URL instead')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'POST, PUT, PATCH, GET or DELETE')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers of the request, as an object')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body of the request')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign the request with: a text, @file or -')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not run it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'daily, weekly, monthly or cron; follows from the other options')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of day')
            [CompletionResult]::new('--day-of-week', '--day-of-week', [CompletionResultType]::ParameterName, 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday')
            [CompletionResult]::new('--day-of-month', '--day-of-month', [CompletionResultType]::ParameterName, 'Monthly on this day, where the month has it')
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'A cron expression')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Name of a queue, kept with the job')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Topic of the event')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'One event for each of these topics')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Deliver the event to this webhook alone')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Call this URL instead')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'POST, PUT, PATCH, GET or DELETE')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers of the request, as an object')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body of the request')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign the request with: a text, @file or -')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not run it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'daily, weekly, monthly or cron; follows from the other options')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of day')
            [CompletionResult]::new('--day-of-week', '--day-of-week', [CompletionResultType]::ParameterName, 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday')
            [CompletionResult]::new('--day-of-month', '--day-of-month', [CompletionResultType]::ParameterName, 'Monthly on this day, where the month has it')
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'A cron expression')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Name of a queue, kept with the job')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Topic of the event')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'One event for each of these topics')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Deliver the event to this webhook alone')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Call this URL instead')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'POST, PUT, PATCH, GET or DELETE')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers of the request, as an object')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body of the request')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign the request with: a text, @file or -')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--inactive', '--inactive', [CompletionResultType]::ParameterName, 'Do not run it yet')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'daily, weekly, monthly or cron; follows from the other options')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of day')
            [CompletionResult]::new('--day-of-week', '--day-of-week', [CompletionResultType]::ParameterName, 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday')
            [CompletionResult]::new('--day-of-month', '--day-of-month', [CompletionResultType]::ParameterName, 'Monthly on this day, where the month has it')
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'A cron expression')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Name of a queue, kept with the job')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Topic of the event')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'One event for each of these topics')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Deliver the event to this webhook alone')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Call this URL instead')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'POST, PUT, PATCH, GET or DELETE')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers of the request, as an object')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body of the request')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign the request with: a text, @file or -')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it again')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it any more')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--schedule', '--schedule', [CompletionResultType]::ParameterName, 'daily, weekly, monthly or cron; follows from the other options')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of day')
            [CompletionResult]::new('--day-of-week', '--day-of-week', [CompletionResultType]::ParameterName, 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday')
            [CompletionResult]::new('--day-of-month', '--day-of-month', [CompletionResultType]::ParameterName, 'Monthly on this day, where the month has it')
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'A cron expression')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--queue', '--queue', [CompletionResultType]::ParameterName, 'Name of a queue, kept with the job')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Topic of the event')
            [CompletionResult]::new('--topics', '--topics', [CompletionResultType]::ParameterName, 'One event for each of these topics')
            [CompletionResult]::new('--payload', '--payload', [CompletionResultType]::ParameterName, 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'Deliver the event to this webhook alone')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Call this URL instead')
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'POST, PUT, PATCH, GET or DELETE')
            [CompletionResult]::new('--headers', '--headers', [CompletionResultType]::ParameterName, 'Headers of the request, as an object')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body of the request')
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret to sign the request with: a text, @file or -')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Run it again')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Do not run it any more')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;runs' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'running, success or failed')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;runs' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'running, success or failed')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;run' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;run' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;cron-preview' {
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'The same as an option')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Times to show, 1 to 100')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Times after this one: RFC 3339, a date, or words like 2h')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Compute it here, without a server')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;job;cron-preview' {
            [CompletionResult]::new('--cron', '--cron', [CompletionResultType]::ParameterName, 'The same as an option')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Times to show, 1 to 100')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Zone whose wall clock is meant, such as Europe/Madrid')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Times after this one: RFC 3339, a date, or words like 2h')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Compute it here, without a server')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;jobs;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show jobs with their newest runs')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change jobs: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('runs', 'runs', [CompletionResultType]::ParameterValue, 'List the runs of a job, newest first')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run jobs now, also inactive ones; exit code 1 when a run fails')
            [CompletionResult]::new('cron-preview', 'cron-preview', [CompletionResultType]::ParameterValue, 'Show the coming times of a cron expression')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;jobs;help;list' {
            break
        }
        'jobcelis;jobs;help;get' {
            break
        }
        'jobcelis;jobs;help;create' {
            break
        }
        'jobcelis;jobs;help;update' {
            break
        }
        'jobcelis;jobs;help;delete' {
            break
        }
        'jobcelis;jobs;help;runs' {
            break
        }
        'jobcelis;jobs;help;run' {
            break
        }
        'jobcelis;jobs;help;cron-preview' {
            break
        }
        'jobcelis;jobs;help;help' {
            break
        }
        'jobcelis;job;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show jobs with their newest runs')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change jobs: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('runs', 'runs', [CompletionResultType]::ParameterValue, 'List the runs of a job, newest first')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run jobs now, also inactive ones; exit code 1 when a run fails')
            [CompletionResult]::new('cron-preview', 'cron-preview', [CompletionResultType]::ParameterValue, 'Show the coming times of a cron expression')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;job;help;list' {
            break
        }
        'jobcelis;job;help;get' {
            break
        }
        'jobcelis;job;help;create' {
            break
        }
        'jobcelis;job;help;update' {
            break
        }
        'jobcelis;job;help;delete' {
            break
        }
        'jobcelis;job;help;runs' {
            break
        }
        'jobcelis;job;help;run' {
            break
        }
        'jobcelis;job;help;cron-preview' {
            break
        }
        'jobcelis;job;help;help' {
            break
        }
        'jobcelis;sandbox' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an endpoint')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Rename endpoints; their URLs stay')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Rename endpoints; their URLs stay')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete endpoints and what they have kept')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete endpoints and what they have kept')
            [CompletionResult]::new('url', 'url', [CompletionResultType]::ParameterValue, 'Print the URLs that requests are sent to')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Show what an endpoint has kept, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;sandbox;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-expired', '--include-expired', [CompletionResultType]::ParameterName, 'Expired ones too, until they are erased')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--include-expired', '--include-expired', [CompletionResultType]::ParameterName, 'Expired ones too, until they are erased')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--ttl-hours', '--ttl-hours', [CompletionResultType]::ParameterName, 'Hours until it expires, 1 to 720; a week if not given')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open its URL in the browser, as a first request')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--ttl-hours', '--ttl-hours', [CompletionResultType]::ParameterName, 'Hours until it expires, 1 to 720; a week if not given')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open its URL in the browser, as a first request')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;rename' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;url' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;requests' {
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'With --follow: end after so many requests')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Show each request as it arrives, until Ctrl-C')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sandbox;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Rename endpoints; their URLs stay')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete endpoints and what they have kept')
            [CompletionResult]::new('url', 'url', [CompletionResultType]::ParameterValue, 'Print the URLs that requests are sent to')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Show what an endpoint has kept, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;sandbox;help;list' {
            break
        }
        'jobcelis;sandbox;help;create' {
            break
        }
        'jobcelis;sandbox;help;update' {
            break
        }
        'jobcelis;sandbox;help;delete' {
            break
        }
        'jobcelis;sandbox;help;url' {
            break
        }
        'jobcelis;sandbox;help;requests' {
            break
        }
        'jobcelis;sandbox;help;help' {
            break
        }
        'jobcelis;project' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the project')
            [CompletionResult]::new('topics', 'topics', [CompletionResultType]::ParameterValue, 'List the topics that events have used')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show what is known of the API key')
            [CompletionResult]::new('regenerate-token', 'regenerate-token', [CompletionResultType]::ParameterValue, 'Replace the API key: the old one stops working at once')
            [CompletionResult]::new('restrict-token', 'restrict-token', [CompletionResultType]::ParameterValue, 'Limit what the API key may do and from where')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;project;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;project;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--settings', '--settings', [CompletionResultType]::ParameterName, 'Settings as JSON; they replace the old ones')
            [CompletionResult]::new('--retention-policy', '--retention-policy', [CompletionResultType]::ParameterName, 'How long data are kept, as JSON')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;project;topics' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;project;token' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;project;regenerate-token' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--save', '--save', [CompletionResultType]::ParameterName, 'Keep the new key in the profile')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;project;restrict-token' {
            [CompletionResult]::new('--scopes', '--scopes', [CompletionResultType]::ParameterName, 'Scopes, such as events:write,webhooks:read; * is all')
            [CompletionResult]::new('--allowed-ips', '--allowed-ips', [CompletionResultType]::ParameterName, 'Addresses or networks that may use it; empty is any')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;project;help' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the project')
            [CompletionResult]::new('topics', 'topics', [CompletionResultType]::ParameterValue, 'List the topics that events have used')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show what is known of the API key')
            [CompletionResult]::new('regenerate-token', 'regenerate-token', [CompletionResultType]::ParameterValue, 'Replace the API key: the old one stops working at once')
            [CompletionResult]::new('restrict-token', 'restrict-token', [CompletionResultType]::ParameterValue, 'Limit what the API key may do and from where')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;project;help;get' {
            break
        }
        'jobcelis;project;help;update' {
            break
        }
        'jobcelis;project;help;topics' {
            break
        }
        'jobcelis;project;help;token' {
            break
        }
        'jobcelis;project;help;regenerate-token' {
            break
        }
        'jobcelis;project;help;restrict-token' {
            break
        }
        'jobcelis;project;help;help' {
            break
        }
        'jobcelis;projects' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the projects, those of others that one belongs to among them')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the projects, those of others that one belongs to among them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show projects')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a project; its API key is shown once')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make a project; its API key is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change projects')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete projects with everything in them; asks for the name on a terminal')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Delete projects with everything in them; asks for the name on a terminal')
            [CompletionResult]::new('set-default', 'set-default', [CompletionResultType]::ParameterValue, 'Make a project the one that counts where none is named')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Work in a project from now on: it is kept in the profile')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;projects;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;create' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--settings', '--settings', [CompletionResultType]::ParameterName, 'Settings as JSON')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;new' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--settings', '--settings', [CompletionResultType]::ParameterName, 'Settings as JSON')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--settings', '--settings', [CompletionResultType]::ParameterName, 'Settings as JSON; they replace the old ones')
            [CompletionResult]::new('--retention-policy', '--retention-policy', [CompletionResultType]::ParameterName, 'How long data are kept, as JSON')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;set-default' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;use' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;projects;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the projects, those of others that one belongs to among them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show projects')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a project; its API key is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change projects')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete projects with everything in them; asks for the name on a terminal')
            [CompletionResult]::new('set-default', 'set-default', [CompletionResultType]::ParameterValue, 'Make a project the one that counts where none is named')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Work in a project from now on: it is kept in the profile')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;projects;help;list' {
            break
        }
        'jobcelis;projects;help;get' {
            break
        }
        'jobcelis;projects;help;create' {
            break
        }
        'jobcelis;projects;help;update' {
            break
        }
        'jobcelis;projects;help;delete' {
            break
        }
        'jobcelis;projects;help;set-default' {
            break
        }
        'jobcelis;projects;help;use' {
            break
        }
        'jobcelis;projects;help;help' {
            break
        }
        'jobcelis;members' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change what members may do')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('leave', 'leave', [CompletionResultType]::ParameterValue, 'Leave the project')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;member' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change what members may do')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('leave', 'leave', [CompletionResultType]::ParameterValue, 'Leave the project')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;members;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;add' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Addresses of their accounts')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What they may do; viewer unless given')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;new' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Addresses of their accounts')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What they may do; viewer unless given')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;add' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Addresses of their accounts')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What they may do; viewer unless given')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;new' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Addresses of their accounts')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What they may do; viewer unless given')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;update' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'role')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;update' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'role')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;remove' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;remove' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;leave' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;member;leave' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;members;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change what members may do')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('leave', 'leave', [CompletionResultType]::ParameterValue, 'Leave the project')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;members;help;list' {
            break
        }
        'jobcelis;members;help;add' {
            break
        }
        'jobcelis;members;help;update' {
            break
        }
        'jobcelis;members;help;remove' {
            break
        }
        'jobcelis;members;help;leave' {
            break
        }
        'jobcelis;members;help;help' {
            break
        }
        'jobcelis;member;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change what members may do')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('leave', 'leave', [CompletionResultType]::ParameterValue, 'Leave the project')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;member;help;list' {
            break
        }
        'jobcelis;member;help;add' {
            break
        }
        'jobcelis;member;help;update' {
            break
        }
        'jobcelis;member;help;remove' {
            break
        }
        'jobcelis;member;help;leave' {
            break
        }
        'jobcelis;member;help;help' {
            break
        }
        'jobcelis;invitations' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('pending', 'pending', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Join the projects')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Decline')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;invitation' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('pending', 'pending', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Join the projects')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Decline')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;invitations;pending' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitations;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitations;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitation;pending' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitation;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitation;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitations;accept' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitation;accept' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitations;reject' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitation;reject' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;invitations;help' {
            [CompletionResult]::new('pending', 'pending', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Join the projects')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Decline')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;invitations;help;pending' {
            break
        }
        'jobcelis;invitations;help;accept' {
            break
        }
        'jobcelis;invitations;help;reject' {
            break
        }
        'jobcelis;invitations;help;help' {
            break
        }
        'jobcelis;invitation;help' {
            [CompletionResult]::new('pending', 'pending', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Join the projects')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Decline')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;invitation;help;pending' {
            break
        }
        'jobcelis;invitation;help;accept' {
            break
        }
        'jobcelis;invitation;help;reject' {
            break
        }
        'jobcelis;invitation;help;help' {
            break
        }
        'jobcelis;audit' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the entries of the audit log, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the entries of the audit log, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;audit;list' {
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Such as webhook.created; webhook.* is all that begin so')
            [CompletionResult]::new('--actor-email', '--actor-email', [CompletionResultType]::ParameterName, 'Only of the user with this address')
            [CompletionResult]::new('--resource-type', '--resource-type', [CompletionResultType]::ParameterName, 'Such as webhook, event, api_key')
            [CompletionResult]::new('--resource-id', '--resource-id', [CompletionResultType]::ParameterName, 'Only about the thing with this id')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;audit;ls' {
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Such as webhook.created; webhook.* is all that begin so')
            [CompletionResult]::new('--actor-email', '--actor-email', [CompletionResultType]::ParameterName, 'Only of the user with this address')
            [CompletionResult]::new('--resource-type', '--resource-type', [CompletionResultType]::ParameterName, 'Such as webhook, event, api_key')
            [CompletionResult]::new('--resource-id', '--resource-id', [CompletionResultType]::ParameterName, 'Only about the thing with this id')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;audit;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the entries of the audit log, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;audit;help;list' {
            break
        }
        'jobcelis;audit;help;help' {
            break
        }
        'jobcelis;export' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('audit-log', 'audit-log', [CompletionResultType]::ParameterValue, 'Export the audit log of the project')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;export;audit-log' {
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Such as webhook.created; webhook.* is all that begin so')
            [CompletionResult]::new('--actor-email', '--actor-email', [CompletionResultType]::ParameterName, 'Only of the user with this address')
            [CompletionResult]::new('--resource-type', '--resource-type', [CompletionResultType]::ParameterName, 'Such as webhook, event, api_key')
            [CompletionResult]::new('--resource-id', '--resource-id', [CompletionResultType]::ParameterName, 'Only about the thing with this id')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Of the file; json unless given')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'File to write, or - for stdout; without one a name with the day of today')
            [CompletionResult]::new('--file', '--file', [CompletionResultType]::ParameterName, 'File to write, or - for stdout; without one a name with the day of today')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('--safe', '--safe', [CompletionResultType]::ParameterName, 'Protect cells of CSV that a spreadsheet would take for formulas')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;export;help' {
            [CompletionResult]::new('audit-log', 'audit-log', [CompletionResultType]::ParameterValue, 'Export the audit log of the project')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;export;help;audit-log' {
            break
        }
        'jobcelis;export;help;help' {
            break
        }
        'jobcelis;status' {
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Ask again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;api' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Set a text; of a GET in the query')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Set a text; of a GET in the query')
            [CompletionResult]::new('-F', '-F ', [CompletionResultType]::ParameterName, 'Set a JSON value')
            [CompletionResult]::new('--json-field', '--json-field', [CompletionResultType]::ParameterName, 'Set a JSON value')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'Body from a file, or - for stdin')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'H')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'header')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Also print the status and the headers of the answer')
            [CompletionResult]::new('--include', '--include', [CompletionResultType]::ParameterName, 'Also print the status and the headers of the answer')
            [CompletionResult]::new('--paginate', '--paginate', [CompletionResultType]::ParameterName, 'Follow the pages and print each')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'jobcelis;verify-signature' {
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body, byte for byte: as it stands, @file or - for stdin')
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Value of the webhook-id header: the Standard Webhooks scheme')
            [CompletionResult]::new('--timestamp', '--timestamp', [CompletionResultType]::ParameterName, 'Value of the webhook-timestamp header, in Unix seconds')
            [CompletionResult]::new('--signature', '--signature', [CompletionResultType]::ParameterName, 'Value of X-Signature, or of webhook-signature together with --id and --timestamp')
            [CompletionResult]::new('--header-file', '--header-file', [CompletionResultType]::ParameterName, 'File with the headers of the delivery, one per line')
            [CompletionResult]::new('--any-secret', '--any-secret', [CompletionResultType]::ParameterName, 'A further secret that may have signed it')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;sign' {
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]')
            [CompletionResult]::new('--body', '--body', [CompletionResultType]::ParameterName, 'Body, byte for byte: as it stands, @file or - for stdin')
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Value of the webhook-id header: the Standard Webhooks scheme')
            [CompletionResult]::new('--timestamp', '--timestamp', [CompletionResultType]::ParameterName, 'Value of the webhook-timestamp header, in Unix seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;login' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Code of the second factor, or a backup code; asked for where the server wants one')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'With --local: folder of the server''s data')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--with-api-key', '--with-api-key', [CompletionResultType]::ParameterName, 'Read an API key from stdin and keep that')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Without a password, to the server of this user on this machine; makes an account if there is none')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;logout' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Of every profile; API keys are forgotten too')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;whoami' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Make an account with a project and its API key')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Exchange address and password for a token')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Exchange a token for a fresh one')
            [CompletionResult]::new('mfa-verify', 'mfa-verify', [CompletionResultType]::ParameterValue, 'Complete a login with the code of the second factor')
            [CompletionResult]::new('mfa', 'mfa', [CompletionResultType]::ParameterValue, 'The second factor of the login')
            [CompletionResult]::new('forgot-password', 'forgot-password', [CompletionResultType]::ParameterValue, 'Ask for a mail with a link to a new password')
            [CompletionResult]::new('reset-password', 'reset-password', [CompletionResultType]::ParameterValue, 'Set a new password with the token of a mailed link')
            [CompletionResult]::new('confirm-email', 'confirm-email', [CompletionResultType]::ParameterValue, 'Confirm an address with the token of a mailed link, or have the mail sent again')
            [CompletionResult]::new('email', 'email', [CompletionResultType]::ParameterValue, 'Change the address of your account')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who is logged in; exit code 4 when nobody is')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Print the token of the login')
            [CompletionResult]::new('sessions', 'sessions', [CompletionResultType]::ParameterValue, 'Where the account is logged in')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Change the password; every other login of the account ends')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;auth;register' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--save', '--save', [CompletionResultType]::ParameterName, 'Keep token and API key in the profile')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;login' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;refresh' {
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'token')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa-verify' {
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'Token that the login answered')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'code')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether a login takes a code, and how many backup codes are left')
            [CompletionResult]::new('setup', 'setup', [CompletionResultType]::ParameterValue, 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch the second factor on with a first code; shows the backup codes, once')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch the second factor off')
            [CompletionResult]::new('backup-codes', 'backup-codes', [CompletionResultType]::ParameterValue, 'Make new backup codes and show them, once; the old ones stop working')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;auth;mfa;status' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa;setup' {
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa;enable' {
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Code of the authenticator app, or a backup code; asked for otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa;disable' {
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Code of the authenticator app, or a backup code; asked for otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa;backup-codes' {
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Code of the authenticator app, or a backup code; asked for otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;mfa;help' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether a login takes a code, and how many backup codes are left')
            [CompletionResult]::new('setup', 'setup', [CompletionResultType]::ParameterValue, 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch the second factor on with a first code; shows the backup codes, once')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch the second factor off')
            [CompletionResult]::new('backup-codes', 'backup-codes', [CompletionResultType]::ParameterValue, 'Make new backup codes and show them, once; the old ones stop working')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;auth;mfa;help;status' {
            break
        }
        'jobcelis;auth;mfa;help;setup' {
            break
        }
        'jobcelis;auth;mfa;help;enable' {
            break
        }
        'jobcelis;auth;mfa;help;disable' {
            break
        }
        'jobcelis;auth;mfa;help;backup-codes' {
            break
        }
        'jobcelis;auth;mfa;help;help' {
            break
        }
        'jobcelis;auth;forgot-password' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;reset-password' {
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'Last part of the link, or - for stdin')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;confirm-email' {
            [CompletionResult]::new('--token', '--token', [CompletionResultType]::ParameterName, 'Last part of the link, or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--resend', '--resend', [CompletionResultType]::ParameterName, 'Send the mail once more')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;email' {
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Your password: as it stands, @file or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;status' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;token' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;sessions' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the logins, the last used one first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the logins, the last used one first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End logins: those named, or all but this one')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;auth;sessions;list' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;sessions;ls' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;sessions;revoke' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All but this one')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;sessions;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the logins, the last used one first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End logins: those named, or all but this one')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;auth;sessions;help;list' {
            break
        }
        'jobcelis;auth;sessions;help;revoke' {
            break
        }
        'jobcelis;auth;sessions;help;help' {
            break
        }
        'jobcelis;auth;password' {
            [CompletionResult]::new('--current-password', '--current-password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('--new-password', '--new-password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;auth;help' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Make an account with a project and its API key')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Exchange address and password for a token')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Exchange a token for a fresh one')
            [CompletionResult]::new('mfa-verify', 'mfa-verify', [CompletionResultType]::ParameterValue, 'Complete a login with the code of the second factor')
            [CompletionResult]::new('mfa', 'mfa', [CompletionResultType]::ParameterValue, 'The second factor of the login')
            [CompletionResult]::new('forgot-password', 'forgot-password', [CompletionResultType]::ParameterValue, 'Ask for a mail with a link to a new password')
            [CompletionResult]::new('reset-password', 'reset-password', [CompletionResultType]::ParameterValue, 'Set a new password with the token of a mailed link')
            [CompletionResult]::new('confirm-email', 'confirm-email', [CompletionResultType]::ParameterValue, 'Confirm an address with the token of a mailed link, or have the mail sent again')
            [CompletionResult]::new('email', 'email', [CompletionResultType]::ParameterValue, 'Change the address of your account')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who is logged in; exit code 4 when nobody is')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Print the token of the login')
            [CompletionResult]::new('sessions', 'sessions', [CompletionResultType]::ParameterValue, 'Where the account is logged in')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Change the password; every other login of the account ends')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;auth;help;register' {
            break
        }
        'jobcelis;auth;help;login' {
            break
        }
        'jobcelis;auth;help;refresh' {
            break
        }
        'jobcelis;auth;help;mfa-verify' {
            break
        }
        'jobcelis;auth;help;mfa' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether a login takes a code, and how many backup codes are left')
            [CompletionResult]::new('setup', 'setup', [CompletionResultType]::ParameterValue, 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch the second factor on with a first code; shows the backup codes, once')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch the second factor off')
            [CompletionResult]::new('backup-codes', 'backup-codes', [CompletionResultType]::ParameterValue, 'Make new backup codes and show them, once; the old ones stop working')
            break
        }
        'jobcelis;auth;help;mfa;status' {
            break
        }
        'jobcelis;auth;help;mfa;setup' {
            break
        }
        'jobcelis;auth;help;mfa;enable' {
            break
        }
        'jobcelis;auth;help;mfa;disable' {
            break
        }
        'jobcelis;auth;help;mfa;backup-codes' {
            break
        }
        'jobcelis;auth;help;forgot-password' {
            break
        }
        'jobcelis;auth;help;reset-password' {
            break
        }
        'jobcelis;auth;help;confirm-email' {
            break
        }
        'jobcelis;auth;help;email' {
            break
        }
        'jobcelis;auth;help;status' {
            break
        }
        'jobcelis;auth;help;token' {
            break
        }
        'jobcelis;auth;help;sessions' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the logins, the last used one first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End logins: those named, or all but this one')
            break
        }
        'jobcelis;auth;help;sessions;list' {
            break
        }
        'jobcelis;auth;help;sessions;revoke' {
            break
        }
        'jobcelis;auth;help;password' {
            break
        }
        'jobcelis;auth;help;help' {
            break
        }
        'jobcelis;account' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show the account')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the account')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the account')
            [CompletionResult]::new('activity', 'activity', [CompletionResultType]::ParameterValue, 'List what the account did, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;account;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;account;show' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;account;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--locale', '--locale', [CompletionResultType]::ParameterName, 'Language of pages and mails: en or es')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours of the pages: light, dark or system')
            [CompletionResult]::new('--default-project', '--default-project', [CompletionResultType]::ParameterName, 'Project to act on when none is named')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;account;activity' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;account;help' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show the account')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the account')
            [CompletionResult]::new('activity', 'activity', [CompletionResultType]::ParameterValue, 'List what the account did, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;account;help;get' {
            break
        }
        'jobcelis;account;help;update' {
            break
        }
        'jobcelis;account;help;activity' {
            break
        }
        'jobcelis;account;help;help' {
            break
        }
        'jobcelis;notifications' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Mark notifications as read')
            [CompletionResult]::new('read-all', 'read-all', [CompletionResultType]::ParameterValue, 'Mark all notifications as read')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;notification' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Mark notifications as read')
            [CompletionResult]::new('read-all', 'read-all', [CompletionResultType]::ParameterValue, 'Mark all notifications as read')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;notifications;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unread', '--unread', [CompletionResultType]::ParameterName, 'Only those that were not read')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notifications;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unread', '--unread', [CompletionResultType]::ParameterName, 'Only those that were not read')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notification;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unread', '--unread', [CompletionResultType]::ParameterName, 'Only those that were not read')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notification;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--unread', '--unread', [CompletionResultType]::ParameterName, 'Only those that were not read')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notifications;read' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notification;read' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notifications;read-all' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notification;read-all' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;notifications;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Mark notifications as read')
            [CompletionResult]::new('read-all', 'read-all', [CompletionResultType]::ParameterValue, 'Mark all notifications as read')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;notifications;help;list' {
            break
        }
        'jobcelis;notifications;help;read' {
            break
        }
        'jobcelis;notifications;help;read-all' {
            break
        }
        'jobcelis;notifications;help;help' {
            break
        }
        'jobcelis;notification;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Mark notifications as read')
            [CompletionResult]::new('read-all', 'read-all', [CompletionResultType]::ParameterValue, 'Mark all notifications as read')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;notification;help;list' {
            break
        }
        'jobcelis;notification;help;read' {
            break
        }
        'jobcelis;notification;help;read-all' {
            break
        }
        'jobcelis;notification;help;help' {
            break
        }
        'jobcelis;gdpr' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('consents', 'consents', [CompletionResultType]::ParameterValue, 'List what you agreed to')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Agree to the current text of a purpose')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take the agreement to a purpose back')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print a copy of your data')
            [CompletionResult]::new('restrict', 'restrict', [CompletionResultType]::ParameterValue, 'Have processing rest: nothing is taken in, what is due waits')
            [CompletionResult]::new('lift-restriction', 'lift-restriction', [CompletionResultType]::ParameterValue, 'Let processing go on after `restrict`')
            [CompletionResult]::new('unrestrict', 'unrestrict', [CompletionResultType]::ParameterValue, 'Let processing go on after `restrict`')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Object to the processing of your data; your projects rest as with `restrict`')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Take the objection back')
            [CompletionResult]::new('unobject', 'unobject', [CompletionResultType]::ParameterValue, 'Take the objection back')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete your account and your projects with everything in them, for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;gdpr;consents' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;accept' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;revoke' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;export' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;restrict' {
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;lift-restriction' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;unrestrict' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;object' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;restore' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;unobject' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;delete' {
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Code of the second factor, if it is on')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;gdpr;help' {
            [CompletionResult]::new('consents', 'consents', [CompletionResultType]::ParameterValue, 'List what you agreed to')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Agree to the current text of a purpose')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take the agreement to a purpose back')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print a copy of your data')
            [CompletionResult]::new('restrict', 'restrict', [CompletionResultType]::ParameterValue, 'Have processing rest: nothing is taken in, what is due waits')
            [CompletionResult]::new('lift-restriction', 'lift-restriction', [CompletionResultType]::ParameterValue, 'Let processing go on after `restrict`')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Object to the processing of your data; your projects rest as with `restrict`')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Take the objection back')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete your account and your projects with everything in them, for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;gdpr;help;consents' {
            break
        }
        'jobcelis;gdpr;help;accept' {
            break
        }
        'jobcelis;gdpr;help;revoke' {
            break
        }
        'jobcelis;gdpr;help;export' {
            break
        }
        'jobcelis;gdpr;help;restrict' {
            break
        }
        'jobcelis;gdpr;help;lift-restriction' {
            break
        }
        'jobcelis;gdpr;help;object' {
            break
        }
        'jobcelis;gdpr;help;restore' {
            break
        }
        'jobcelis;gdpr;help;delete' {
            break
        }
        'jobcelis;gdpr;help;help' {
            break
        }
        'jobcelis;profile' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the profiles')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List the profiles')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile, its secrets masked')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Use a profile when none is named')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a value of the profile in use')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove a profile')
            [CompletionResult]::new('rm', 'rm', [CompletionResultType]::ParameterValue, 'Remove a profile')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a profile another name')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;profile;list' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;ls' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;show' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;use' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;set' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;delete' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;rm' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;rename' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;profile;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the profiles')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile, its secrets masked')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Use a profile when none is named')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a value of the profile in use')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove a profile')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a profile another name')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;profile;help;list' {
            break
        }
        'jobcelis;profile;help;show' {
            break
        }
        'jobcelis;profile;help;use' {
            break
        }
        'jobcelis;profile;help;set' {
            break
        }
        'jobcelis;profile;help;delete' {
            break
        }
        'jobcelis;profile;help;rename' {
            break
        }
        'jobcelis;profile;help;help' {
            break
        }
        'jobcelis;admin' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('users', 'users', [CompletionResultType]::ParameterValue, 'Everyone with an account')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Everyone with an account')
            [CompletionResult]::new('projects', 'projects', [CompletionResultType]::ParameterValue, 'The projects of everyone')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what, everywhere')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show the settings the server runs with')
            [CompletionResult]::new('create-superadmin', 'create-superadmin', [CompletionResultType]::ParameterValue, 'Make somebody a superadmin, with a new account if they have none')
            [CompletionResult]::new('reset-password', 'reset-password', [CompletionResultType]::ParameterValue, 'Give a user another password; the server must not run')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock of a user after too many failed logins; the server must not run')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor of a user off; the server must not run')
            [CompletionResult]::new('patch-token', 'patch-token', [CompletionResultType]::ParameterValue, 'Widen the API key of a project that has shut everyone out; the server must not run')
            [CompletionResult]::new('rotate-keys', 'rotate-keys', [CompletionResultType]::ParameterValue, 'Replace the master key; the server must not run')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;users' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change a user')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Let users log in again')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'Shut users out: no logins, no keys, and their projects stand still')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock after too many failed logins')
            [CompletionResult]::new('reset-link', 'reset-link', [CompletionResultType]::ParameterValue, 'Make a link with which a user sets a new password')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor off (superadmins only)')
            [CompletionResult]::new('revoke-sessions', 'revoke-sessions', [CompletionResultType]::ParameterValue, 'End all logins')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase users with the projects they own, for good (superadmins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;user' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change a user')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Let users log in again')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'Shut users out: no logins, no keys, and their projects stand still')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock after too many failed logins')
            [CompletionResult]::new('reset-link', 'reset-link', [CompletionResultType]::ParameterValue, 'Make a link with which a user sets a new password')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor off (superadmins only)')
            [CompletionResult]::new('revoke-sessions', 'revoke-sessions', [CompletionResultType]::ParameterValue, 'End all logins')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase users with the projects they own, for good (superadmins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;users;list' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active, inactive or restricted')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;ls' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active, inactive or restricted')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;list' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active, inactive or restricted')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;ls' {
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'A whole address, or part of an address or name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active, inactive or restricted')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;show' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;show' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;create' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--send-invite', '--send-invite', [CompletionResultType]::ParameterName, 'Have them register themselves; prints the link')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;new' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--send-invite', '--send-invite', [CompletionResultType]::ParameterName, 'Have them register themselves; prints the link')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;create' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--send-invite', '--send-invite', [CompletionResultType]::ParameterName, 'Have them register themselves; prints the link')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;new' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--send-invite', '--send-invite', [CompletionResultType]::ParameterName, 'Have them register themselves; prints the link')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;update' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'name')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'user, moderator, admin or superadmin')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;activate' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;activate' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;deactivate' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;deactivate' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;unlock' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;unlock' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;reset-link' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;reset-link' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;reset-mfa' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;reset-mfa' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;revoke-sessions' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;revoke-sessions' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;erase' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;user;erase' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;users;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change a user')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Let users log in again')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'Shut users out: no logins, no keys, and their projects stand still')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock after too many failed logins')
            [CompletionResult]::new('reset-link', 'reset-link', [CompletionResultType]::ParameterValue, 'Make a link with which a user sets a new password')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor off (superadmins only)')
            [CompletionResult]::new('revoke-sessions', 'revoke-sessions', [CompletionResultType]::ParameterValue, 'End all logins')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase users with the projects they own, for good (superadmins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;users;help;list' {
            break
        }
        'jobcelis;admin;users;help;show' {
            break
        }
        'jobcelis;admin;users;help;create' {
            break
        }
        'jobcelis;admin;users;help;update' {
            break
        }
        'jobcelis;admin;users;help;activate' {
            break
        }
        'jobcelis;admin;users;help;deactivate' {
            break
        }
        'jobcelis;admin;users;help;unlock' {
            break
        }
        'jobcelis;admin;users;help;reset-link' {
            break
        }
        'jobcelis;admin;users;help;reset-mfa' {
            break
        }
        'jobcelis;admin;users;help;revoke-sessions' {
            break
        }
        'jobcelis;admin;users;help;erase' {
            break
        }
        'jobcelis;admin;users;help;help' {
            break
        }
        'jobcelis;admin;user;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change a user')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Let users log in again')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'Shut users out: no logins, no keys, and their projects stand still')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock after too many failed logins')
            [CompletionResult]::new('reset-link', 'reset-link', [CompletionResultType]::ParameterValue, 'Make a link with which a user sets a new password')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor off (superadmins only)')
            [CompletionResult]::new('revoke-sessions', 'revoke-sessions', [CompletionResultType]::ParameterValue, 'End all logins')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase users with the projects they own, for good (superadmins only)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;user;help;list' {
            break
        }
        'jobcelis;admin;user;help;show' {
            break
        }
        'jobcelis;admin;user;help;create' {
            break
        }
        'jobcelis;admin;user;help;update' {
            break
        }
        'jobcelis;admin;user;help;activate' {
            break
        }
        'jobcelis;admin;user;help;deactivate' {
            break
        }
        'jobcelis;admin;user;help;unlock' {
            break
        }
        'jobcelis;admin;user;help;reset-link' {
            break
        }
        'jobcelis;admin;user;help;reset-mfa' {
            break
        }
        'jobcelis;admin;user;help;revoke-sessions' {
            break
        }
        'jobcelis;admin;user;help;erase' {
            break
        }
        'jobcelis;admin;user;help;help' {
            break
        }
        'jobcelis;admin;projects' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List projects, newest first, deleted ones too')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List projects, newest first, deleted ones too')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show projects with what happened in them last; this is recorded')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show projects with what happened in them last; this is recorded')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the limits of a project, or switch it off and on')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;projects;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;projects;ls' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;projects;show' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;projects;get' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;projects;update' {
            [CompletionResult]::new('--calls-per-minute', '--calls-per-minute', [CompletionResultType]::ParameterName, 'API calls a minute; 0 is no limit, default that of the server')
            [CompletionResult]::new('--events-per-minute', '--events-per-minute', [CompletionResultType]::ParameterName, 'Accepted events a minute; 0 is no limit')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'active or inactive; inactive ends its keys, webhooks and pending deliveries for good')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;projects;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List projects, newest first, deleted ones too')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show projects with what happened in them last; this is recorded')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the limits of a project, or switch it off and on')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;projects;help;list' {
            break
        }
        'jobcelis;admin;projects;help;show' {
            break
        }
        'jobcelis;admin;projects;help;update' {
            break
        }
        'jobcelis;admin;projects;help;help' {
            break
        }
        'jobcelis;admin;audit' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List entries, newest first')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List entries, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;audit;list' {
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'An action such as user.login, or the beginning of some: user.*')
            [CompletionResult]::new('--actor-email', '--actor-email', [CompletionResultType]::ParameterName, 'Of the user with this address')
            [CompletionResult]::new('--user-id', '--user-id', [CompletionResultType]::ParameterName, 'Of this user')
            [CompletionResult]::new('--resource-type', '--resource-type', [CompletionResultType]::ParameterName, 'resource-type')
            [CompletionResult]::new('--resource-id', '--resource-id', [CompletionResultType]::ParameterName, 'resource-id')
            [CompletionResult]::new('--project-id', '--project-id', [CompletionResultType]::ParameterName, 'Only of this project')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'jobcelis;admin;audit;ls' {
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'An action such as user.login, or the beginning of some: user.*')
            [CompletionResult]::new('--actor-email', '--actor-email', [CompletionResultType]::ParameterName, 'Of the user with this address')
            [CompletionResult]::new('--user-id', '--user-id', [CompletionResultType]::ParameterName, 'Of this user')
            [CompletionResult]::new('--resource-type', '--resource-type', [CompletionResultType]::ParameterName, 'resource-type')
            [CompletionResult]::new('--resource-id', '--resource-id', [CompletionResultType]::ParameterName, 'resource-id')
            [CompletionResult]::new('--project-id', '--project-id', [CompletionResultType]::ParameterName, 'Only of this project')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From this time on: RFC 3339, a date, or words like -15m')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Items per page')
            [CompletionResult]::new('--cursor', '--cursor', [CompletionResultType]::ParameterName, 'Where to go on, as the page before said')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Show the list again every so many seconds')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Follow the pages to the end')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'jobcelis;admin;audit;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List entries, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;audit;help;list' {
            break
        }
        'jobcelis;admin;audit;help;help' {
            break
        }
        'jobcelis;admin;settings' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;create-superadmin' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'Of a new account: as it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the server''s data [default: as `serve` would take it]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'jobcelis;admin;reset-password' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--password', '--password', [CompletionResultType]::ParameterName, 'As it stands, @file or - for stdin; asked for otherwise')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the server''s data [default: as `serve` would take it]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;unlock' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the server''s data [default: as `serve` would take it]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;reset-mfa' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'email')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the server''s data [default: as `serve` would take it]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;patch-token' {
            [CompletionResult]::new('--project-id', '--project-id', [CompletionResultType]::ParameterName, 'The project, by its whole id')
            [CompletionResult]::new('--scopes', '--scopes', [CompletionResultType]::ParameterName, 'Scopes, such as events:write,webhooks:read; * is all')
            [CompletionResult]::new('--allowed-ips', '--allowed-ips', [CompletionResultType]::ParameterName, 'Addresses or networks that may use it; empty is any')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the server''s data [default: as `serve` would take it]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;admin;rotate-keys' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the server''s data [default: as `serve` would take it]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'jobcelis;admin;help' {
            [CompletionResult]::new('users', 'users', [CompletionResultType]::ParameterValue, 'Everyone with an account')
            [CompletionResult]::new('projects', 'projects', [CompletionResultType]::ParameterValue, 'The projects of everyone')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what, everywhere')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show the settings the server runs with')
            [CompletionResult]::new('create-superadmin', 'create-superadmin', [CompletionResultType]::ParameterValue, 'Make somebody a superadmin, with a new account if they have none')
            [CompletionResult]::new('reset-password', 'reset-password', [CompletionResultType]::ParameterValue, 'Give a user another password; the server must not run')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock of a user after too many failed logins; the server must not run')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor of a user off; the server must not run')
            [CompletionResult]::new('patch-token', 'patch-token', [CompletionResultType]::ParameterValue, 'Widen the API key of a project that has shut everyone out; the server must not run')
            [CompletionResult]::new('rotate-keys', 'rotate-keys', [CompletionResultType]::ParameterValue, 'Replace the master key; the server must not run')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;admin;help;users' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change a user')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Let users log in again')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'Shut users out: no logins, no keys, and their projects stand still')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock after too many failed logins')
            [CompletionResult]::new('reset-link', 'reset-link', [CompletionResultType]::ParameterValue, 'Make a link with which a user sets a new password')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor off (superadmins only)')
            [CompletionResult]::new('revoke-sessions', 'revoke-sessions', [CompletionResultType]::ParameterValue, 'End all logins')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase users with the projects they own, for good (superadmins only)')
            break
        }
        'jobcelis;admin;help;users;list' {
            break
        }
        'jobcelis;admin;help;users;show' {
            break
        }
        'jobcelis;admin;help;users;create' {
            break
        }
        'jobcelis;admin;help;users;update' {
            break
        }
        'jobcelis;admin;help;users;activate' {
            break
        }
        'jobcelis;admin;help;users;deactivate' {
            break
        }
        'jobcelis;admin;help;users;unlock' {
            break
        }
        'jobcelis;admin;help;users;reset-link' {
            break
        }
        'jobcelis;admin;help;users;reset-mfa' {
            break
        }
        'jobcelis;admin;help;users;revoke-sessions' {
            break
        }
        'jobcelis;admin;help;users;erase' {
            break
        }
        'jobcelis;admin;help;projects' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List projects, newest first, deleted ones too')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show projects with what happened in them last; this is recorded')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the limits of a project, or switch it off and on')
            break
        }
        'jobcelis;admin;help;projects;list' {
            break
        }
        'jobcelis;admin;help;projects;show' {
            break
        }
        'jobcelis;admin;help;projects;update' {
            break
        }
        'jobcelis;admin;help;audit' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List entries, newest first')
            break
        }
        'jobcelis;admin;help;audit;list' {
            break
        }
        'jobcelis;admin;help;settings' {
            break
        }
        'jobcelis;admin;help;create-superadmin' {
            break
        }
        'jobcelis;admin;help;reset-password' {
            break
        }
        'jobcelis;admin;help;unlock' {
            break
        }
        'jobcelis;admin;help;reset-mfa' {
            break
        }
        'jobcelis;admin;help;patch-token' {
            break
        }
        'jobcelis;admin;help;rotate-keys' {
            break
        }
        'jobcelis;admin;help;help' {
            break
        }
        'jobcelis;doctor' {
            [CompletionResult]::new('--server-config', '--server-config', [CompletionResultType]::ParameterName, 'Configuration file of the server')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user''s data folder]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]')
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]')
            [CompletionResult]::new('--fix', '--fix', [CompletionResultType]::ParameterName, 'Take files with secrets from other users')
            [CompletionResult]::new('--full', '--full', [CompletionResultType]::ParameterName, 'Read the whole database for damage')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit code 1 also for warnings')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Only data on stdout and errors on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer every question with yes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;serve' {
            [CompletionResult]::new('--dev', '--dev', [CompletionResultType]::ParameterName, 'For trying out: temporary database, seeded account and key, loopback destinations [env: JOBCELIS_DEV] [default: off]')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user''s data folder]')
            [CompletionResult]::new('--db', '--db', [CompletionResultType]::ParameterName, 'Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]')
            [CompletionResult]::new('--key-file', '--key-file', [CompletionResultType]::ParameterName, 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]')
            [CompletionResult]::new('--sync', '--sync', [CompletionResultType]::ParameterName, 'Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]')
            [CompletionResult]::new('--cache-mb', '--cache-mb', [CompletionResultType]::ParameterName, 'Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]')
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]')
            [CompletionResult]::new('--trusted-proxies', '--trusted-proxies', [CompletionResultType]::ParameterName, 'Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]')
            [CompletionResult]::new('--instance-name', '--instance-name', [CompletionResultType]::ParameterName, 'Name of this server, as people read it in authenticator apps and letters [env: JOBCELIS_INSTANCE_NAME] [default: Jobcelis]')
            [CompletionResult]::new('--registration', '--registration', [CompletionResultType]::ParameterName, 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]')
            [CompletionResult]::new('--admin-email', '--admin-email', [CompletionResultType]::ParameterName, 'Address of the superadmin that is made where there is none [env: JOBCELIS_ADMIN_EMAIL] [default: none]')
            [CompletionResult]::new('--admin-password-file', '--admin-password-file', [CompletionResultType]::ParameterName, 'File with the password of that account, when it is a new one [env: JOBCELIS_ADMIN_PASSWORD_FILE] [default: none]')
            [CompletionResult]::new('--max-projects', '--max-projects', [CompletionResultType]::ParameterName, 'Active projects a user may own [env: JOBCELIS_MAX_PROJECTS] [default: 100]')
            [CompletionResult]::new('--audit-events', '--audit-events', [CompletionResultType]::ParameterName, 'List every accepted event in the audit log [env: JOBCELIS_AUDIT_EVENTS] [default: on]')
            [CompletionResult]::new('--rate-limit', '--rate-limit', [CompletionResultType]::ParameterName, 'API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]')
            [CompletionResult]::new('--auth-rate-limit', '--auth-rate-limit', [CompletionResultType]::ParameterName, 'Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]')
            [CompletionResult]::new('--allow-http-destinations', '--allow-http-destinations', [CompletionResultType]::ParameterName, 'Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]')
            [CompletionResult]::new('--allow-private-destinations', '--allow-private-destinations', [CompletionResultType]::ParameterName, 'Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]')
            [CompletionResult]::new('--delivery-workers', '--delivery-workers', [CompletionResultType]::ParameterName, 'Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]')
            [CompletionResult]::new('--delivery-timeout', '--delivery-timeout', [CompletionResultType]::ParameterName, 'Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]')
            [CompletionResult]::new('--webhook-rate-limit', '--webhook-rate-limit', [CompletionResultType]::ParameterName, 'Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]')
            [CompletionResult]::new('--user-agent', '--user-agent', [CompletionResultType]::ParameterName, 'User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]')
            [CompletionResult]::new('--session-timeout', '--session-timeout', [CompletionResultType]::ParameterName, 'Time after which a browser that is not used is logged out [env: JOBCELIS_SESSION_TIMEOUT] [default: 30m]')
            [CompletionResult]::new('--jwt-days', '--jwt-days', [CompletionResultType]::ParameterName, 'Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]')
            [CompletionResult]::new('--terms-version', '--terms-version', [CompletionResultType]::ParameterName, 'Version of the terms that users agree to; a new one asks them again [env: JOBCELIS_TERMS_VERSION] [default: 1.0]')
            [CompletionResult]::new('--privacy-version', '--privacy-version', [CompletionResultType]::ParameterName, 'Version of the privacy policy [env: JOBCELIS_PRIVACY_VERSION] [default: 1.0]')
            [CompletionResult]::new('--data-processing-version', '--data-processing-version', [CompletionResultType]::ParameterName, 'Version of the agreement on data processing [env: JOBCELIS_DATA_PROCESSING_VERSION] [default: 1.0]')
            [CompletionResult]::new('--marketing-version', '--marketing-version', [CompletionResultType]::ParameterName, 'Version of the agreement on marketing [env: JOBCELIS_MARKETING_VERSION] [default: 1.0]')
            [CompletionResult]::new('--smtp-url', '--smtp-url', [CompletionResultType]::ParameterName, 'Mail server that letters to users are handed to: smtps://USER:PASSWORD@HOST, or smtp:// for STARTTLS (on other machines demanded unless ?tls=off); better in the environment or the file than on the command line [env: JOBCELIS_SMTP_URL] [default: no mail]')
            [CompletionResult]::new('--resend-api-key', '--resend-api-key', [CompletionResultType]::ParameterName, 'Key of the service Resend, in place of a mail server [env: JOBCELIS_RESEND_API_KEY] [default: none]')
            [CompletionResult]::new('--mail-from', '--mail-from', [CompletionResultType]::ParameterName, 'Address that letters come from [env: JOBCELIS_MAIL_FROM] [default: none]')
            [CompletionResult]::new('--mail-from-name', '--mail-from-name', [CompletionResultType]::ParameterName, 'Name that letters come from [env: JOBCELIS_MAIL_FROM_NAME] [default: Jobcelis]')
            [CompletionResult]::new('--default-locale', '--default-locale', [CompletionResultType]::ParameterName, 'Language of letters and pages where a user has chosen none: en or es [env: JOBCELIS_DEFAULT_LOCALE] [default: en]')
            [CompletionResult]::new('--log-format', '--log-format', [CompletionResultType]::ParameterName, 'Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]')
            [CompletionResult]::new('--log-level', '--log-level', [CompletionResultType]::ParameterName, 'Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Configuration file; as --print-config shows it [default: jobcelis/server.toml in the user''s configuration folder]')
            [CompletionResult]::new('--echo', '--echo', [CompletionResultType]::ParameterName, 'With --dev: also receive every event on this machine and print what arrives')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Check the configuration and exit')
            [CompletionResult]::new('--print-config', '--print-config', [CompletionResultType]::ParameterName, 'Print every setting and where it came from, and exit')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'jobcelis;bench' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Server to drive; without it one is started for the run')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'Key of the project that takes the events of --url')
            [CompletionResult]::new('--pid', '--pid', [CompletionResultType]::ParameterName, 'Process whose CPU and memory count as the server''s, with --url')
            [CompletionResult]::new('--connections', '--connections', [CompletionResultType]::ParameterName, 'Connections that send at the same time')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Events per second in all; without it each connection sends as soon as it is answered')
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'Bytes of each request body')
            [CompletionResult]::new('--webhooks', '--webhooks', [CompletionResultType]::ParameterName, 'Webhooks that receive every event')
            [CompletionResult]::new('--failing', '--failing', [CompletionResultType]::ParameterName, 'Share of the webhooks that answer 500')
            [CompletionResult]::new('--hanging', '--hanging', [CompletionResultType]::ParameterName, 'Share of the webhooks that never answer')
            [CompletionResult]::new('--seconds', '--seconds', [CompletionResultType]::ParameterName, 'Length of the measurement')
            [CompletionResult]::new('--sync', '--sync', [CompletionResultType]::ParameterName, 'Durability of the server that is started')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Folder to hold the data of the server that is started; decides which disk is measured')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print the result as JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;completion' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write the scripts of all shells into this folder')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;man' {
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write all pages into this folder')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;version' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'jobcelis;help' {
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'Send events and look at them')
            [CompletionResult]::new('simulate', 'simulate', [CompletionResultType]::ParameterValue, 'Show which webhooks an event would go to')
            [CompletionResult]::new('webhooks', 'webhooks', [CompletionResultType]::ParameterValue, 'Receivers of events')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'What was sent to webhooks, and what came of it')
            [CompletionResult]::new('dead-letters', 'dead-letters', [CompletionResultType]::ParameterValue, 'Deliveries that failed for good')
            [CompletionResult]::new('pipelines', 'pipelines', [CompletionResultType]::ParameterValue, 'What is done to events before they are delivered')
            [CompletionResult]::new('schemas', 'schemas', [CompletionResultType]::ParameterValue, 'JSON Schemas that the payloads of a topic have to fit')
            [CompletionResult]::new('replays', 'replays', [CompletionResultType]::ParameterValue, 'Send stored events again')
            [CompletionResult]::new('jobs', 'jobs', [CompletionResultType]::ParameterValue, 'Events and requests by the clock')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Public URLs that keep whatever is sent to them, to be looked at')
            [CompletionResult]::new('project', 'project', [CompletionResultType]::ParameterValue, 'The current project, its topics and its API key')
            [CompletionResult]::new('projects', 'projects', [CompletionResultType]::ParameterValue, 'The projects of the user who is logged in')
            [CompletionResult]::new('members', 'members', [CompletionResultType]::ParameterValue, 'Who is in a project; --project says which, unless the profile does')
            [CompletionResult]::new('invitations', 'invitations', [CompletionResultType]::ParameterValue, 'The projects that the user who is logged in is invited to')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what in the project')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Everything of a kind as a file')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call the API: jobcelis api [METHOD] PATH')
            [CompletionResult]::new('verify-signature', 'verify-signature', [CompletionResultType]::ParameterValue, 'Check the signature of a delivery: exit code 0 valid, 1 invalid')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Print the signature of a body, as a delivery would carry it')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in and keep the login in the profile')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'End the login and forget it')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who the credential is and what it may do')
            [CompletionResult]::new('auth', 'auth', [CompletionResultType]::ParameterValue, 'Accounts and tokens, with the server''s answers as output')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'The account that is logged in')
            [CompletionResult]::new('notifications', 'notifications', [CompletionResultType]::ParameterValue, 'What the server told the account that is logged in')
            [CompletionResult]::new('gdpr', 'gdpr', [CompletionResultType]::ParameterValue, 'Your data: a copy, a rest from processing, consents, and deletion')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Servers and credentials of the configuration file')
            [CompletionResult]::new('admin', 'admin', [CompletionResultType]::ParameterValue, 'Run the server: its users, projects and keys')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Look for what is wrong with the configuration, the server and its data')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Run the server')
            [CompletionResult]::new('bench', 'bench', [CompletionResultType]::ParameterValue, 'Measure how many events a server accepts and delivers')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the script that completes this command line in a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Show the manual page of a command')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'jobcelis;help;events' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send an event, or all of a file')
            [CompletionResult]::new('batch', 'batch', [CompletionResultType]::ParameterValue, 'Send a JSON array of up to 1000 events in one request; send --file takes any number')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show events with their latest deliveries')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete events: their waiting deliveries are cancelled')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send events again')
            break
        }
        'jobcelis;help;events;send' {
            break
        }
        'jobcelis;help;events;batch' {
            break
        }
        'jobcelis;help;events;list' {
            break
        }
        'jobcelis;help;events;get' {
            break
        }
        'jobcelis;help;events;delete' {
            break
        }
        'jobcelis;help;events;resend' {
            break
        }
        'jobcelis;help;simulate' {
            break
        }
        'jobcelis;help;webhooks' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List webhooks')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show webhooks')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a webhook; its secret is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change webhooks: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete webhooks: nothing more is sent to them')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Send to them again')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Stop sending to them')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List ready-made configurations for create --template')
            [CompletionResult]::new('health', 'health', [CompletionResultType]::ParameterValue, 'How well deliveries went in the last 24 hours; of all webhooks without an id')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test call now; exit code 1 when it fails')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'List the deliveries of a webhook')
            [CompletionResult]::new('rotate-secret', 'rotate-secret', [CompletionResultType]::ParameterValue, 'Replace the secret; the new one is shown once')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the configuration of all webhooks to a file; secrets stay with the server')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make the webhooks of a file that export wrote; each gets a new secret, shown once')
            break
        }
        'jobcelis;help;webhooks;list' {
            break
        }
        'jobcelis;help;webhooks;get' {
            break
        }
        'jobcelis;help;webhooks;create' {
            break
        }
        'jobcelis;help;webhooks;update' {
            break
        }
        'jobcelis;help;webhooks;delete' {
            break
        }
        'jobcelis;help;webhooks;enable' {
            break
        }
        'jobcelis;help;webhooks;disable' {
            break
        }
        'jobcelis;help;webhooks;templates' {
            break
        }
        'jobcelis;help;webhooks;health' {
            break
        }
        'jobcelis;help;webhooks;test' {
            break
        }
        'jobcelis;help;webhooks;deliveries' {
            break
        }
        'jobcelis;help;webhooks;rotate-secret' {
            break
        }
        'jobcelis;help;webhooks;export' {
            break
        }
        'jobcelis;help;webhooks;import' {
            break
        }
        'jobcelis;help;deliveries' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show deliveries with requests, answers and every attempt')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Send deliveries again: those named, or all that a filter finds')
            break
        }
        'jobcelis;help;deliveries;list' {
            break
        }
        'jobcelis;help;deliveries;get' {
            break
        }
        'jobcelis;help;deliveries;retry' {
            break
        }
        'jobcelis;help;dead-letters' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List dead letters that are not resolved, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show dead letters with their payload')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Deliver again: those named, or all that are not resolved')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Mark as dealt with: those named, or all that are not resolved')
            break
        }
        'jobcelis;help;dead-letters;list' {
            break
        }
        'jobcelis;help;dead-letters;get' {
            break
        }
        'jobcelis;help;dead-letters;retry' {
            break
        }
        'jobcelis;help;dead-letters;resolve' {
            break
        }
        'jobcelis;help;pipelines' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List pipelines')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show pipelines')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a pipeline')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change pipelines: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete pipelines: events go on as if they were not there')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Show what the steps of pipelines make of a payload; nothing is sent')
            break
        }
        'jobcelis;help;pipelines;list' {
            break
        }
        'jobcelis;help;pipelines;get' {
            break
        }
        'jobcelis;help;pipelines;create' {
            break
        }
        'jobcelis;help;pipelines;update' {
            break
        }
        'jobcelis;help;pipelines;delete' {
            break
        }
        'jobcelis;help;pipelines;test' {
            break
        }
        'jobcelis;help;schemas' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List schemas')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show schemas')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a schema: the next version of its topic, which applies from now on')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change schemas: another schema is another version')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete schemas: the next lower version of the topic applies again')
            [CompletionResult]::new('validate', 'validate', [CompletionResultType]::ParameterValue, 'Try a payload on the schema of a topic; exit code 1 when it does not fit')
            [CompletionResult]::new('infer', 'infer', [CompletionResultType]::ParameterValue, 'Print a draft of a schema from the latest events of a topic')
            break
        }
        'jobcelis;help;schemas;list' {
            break
        }
        'jobcelis;help;schemas;get' {
            break
        }
        'jobcelis;help;schemas;create' {
            break
        }
        'jobcelis;help;schemas;update' {
            break
        }
        'jobcelis;help;schemas;delete' {
            break
        }
        'jobcelis;help;schemas;validate' {
            break
        }
        'jobcelis;help;schemas;infer' {
            break
        }
        'jobcelis;help;replays' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List replays, newest first')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show replays')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Send events again to the webhooks of today')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Show how far a replay is until it ends; exit code 1 unless it completes')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop replays: what they made and nobody has attempted yet is not sent')
            break
        }
        'jobcelis;help;replays;list' {
            break
        }
        'jobcelis;help;replays;get' {
            break
        }
        'jobcelis;help;replays;create' {
            break
        }
        'jobcelis;help;replays;watch' {
            break
        }
        'jobcelis;help;replays;cancel' {
            break
        }
        'jobcelis;help;jobs' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List jobs')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show jobs with their newest runs')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a job: an event, or a request to a URL, by the clock')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change jobs: only what is given changes')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Switch jobs off')
            [CompletionResult]::new('runs', 'runs', [CompletionResultType]::ParameterValue, 'List the runs of a job, newest first')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run jobs now, also inactive ones; exit code 1 when a run fails')
            [CompletionResult]::new('cron-preview', 'cron-preview', [CompletionResultType]::ParameterValue, 'Show the coming times of a cron expression')
            break
        }
        'jobcelis;help;jobs;list' {
            break
        }
        'jobcelis;help;jobs;get' {
            break
        }
        'jobcelis;help;jobs;create' {
            break
        }
        'jobcelis;help;jobs;update' {
            break
        }
        'jobcelis;help;jobs;delete' {
            break
        }
        'jobcelis;help;jobs;runs' {
            break
        }
        'jobcelis;help;jobs;run' {
            break
        }
        'jobcelis;help;jobs;cron-preview' {
            break
        }
        'jobcelis;help;sandbox' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Rename endpoints; their URLs stay')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete endpoints and what they have kept')
            [CompletionResult]::new('url', 'url', [CompletionResultType]::ParameterValue, 'Print the URLs that requests are sent to')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Show what an endpoint has kept, newest first')
            break
        }
        'jobcelis;help;sandbox;list' {
            break
        }
        'jobcelis;help;sandbox;create' {
            break
        }
        'jobcelis;help;sandbox;update' {
            break
        }
        'jobcelis;help;sandbox;delete' {
            break
        }
        'jobcelis;help;sandbox;url' {
            break
        }
        'jobcelis;help;sandbox;requests' {
            break
        }
        'jobcelis;help;project' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the project')
            [CompletionResult]::new('topics', 'topics', [CompletionResultType]::ParameterValue, 'List the topics that events have used')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Show what is known of the API key')
            [CompletionResult]::new('regenerate-token', 'regenerate-token', [CompletionResultType]::ParameterValue, 'Replace the API key: the old one stops working at once')
            [CompletionResult]::new('restrict-token', 'restrict-token', [CompletionResultType]::ParameterValue, 'Limit what the API key may do and from where')
            break
        }
        'jobcelis;help;project;get' {
            break
        }
        'jobcelis;help;project;update' {
            break
        }
        'jobcelis;help;project;topics' {
            break
        }
        'jobcelis;help;project;token' {
            break
        }
        'jobcelis;help;project;regenerate-token' {
            break
        }
        'jobcelis;help;project;restrict-token' {
            break
        }
        'jobcelis;help;projects' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the projects, those of others that one belongs to among them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show projects')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a project; its API key is shown once')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change projects')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete projects with everything in them; asks for the name on a terminal')
            [CompletionResult]::new('set-default', 'set-default', [CompletionResultType]::ParameterValue, 'Make a project the one that counts where none is named')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Work in a project from now on: it is kept in the profile')
            break
        }
        'jobcelis;help;projects;list' {
            break
        }
        'jobcelis;help;projects;get' {
            break
        }
        'jobcelis;help;projects;create' {
            break
        }
        'jobcelis;help;projects;update' {
            break
        }
        'jobcelis;help;projects;delete' {
            break
        }
        'jobcelis;help;projects;set-default' {
            break
        }
        'jobcelis;help;projects;use' {
            break
        }
        'jobcelis;help;members' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the members and who is invited')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Invite users to the project')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change what members may do')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take members out of the project')
            [CompletionResult]::new('leave', 'leave', [CompletionResultType]::ParameterValue, 'Leave the project')
            break
        }
        'jobcelis;help;members;list' {
            break
        }
        'jobcelis;help;members;add' {
            break
        }
        'jobcelis;help;members;update' {
            break
        }
        'jobcelis;help;members;remove' {
            break
        }
        'jobcelis;help;members;leave' {
            break
        }
        'jobcelis;help;invitations' {
            [CompletionResult]::new('pending', 'pending', [CompletionResultType]::ParameterValue, 'List the invitations that wait for an answer')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Join the projects')
            [CompletionResult]::new('reject', 'reject', [CompletionResultType]::ParameterValue, 'Decline')
            break
        }
        'jobcelis;help;invitations;pending' {
            break
        }
        'jobcelis;help;invitations;accept' {
            break
        }
        'jobcelis;help;invitations;reject' {
            break
        }
        'jobcelis;help;audit' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the entries of the audit log, newest first')
            break
        }
        'jobcelis;help;audit;list' {
            break
        }
        'jobcelis;help;export' {
            [CompletionResult]::new('audit-log', 'audit-log', [CompletionResultType]::ParameterValue, 'Export the audit log of the project')
            break
        }
        'jobcelis;help;export;audit-log' {
            break
        }
        'jobcelis;help;status' {
            break
        }
        'jobcelis;help;api' {
            break
        }
        'jobcelis;help;verify-signature' {
            break
        }
        'jobcelis;help;sign' {
            break
        }
        'jobcelis;help;login' {
            break
        }
        'jobcelis;help;logout' {
            break
        }
        'jobcelis;help;whoami' {
            break
        }
        'jobcelis;help;auth' {
            [CompletionResult]::new('register', 'register', [CompletionResultType]::ParameterValue, 'Make an account with a project and its API key')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Exchange address and password for a token')
            [CompletionResult]::new('refresh', 'refresh', [CompletionResultType]::ParameterValue, 'Exchange a token for a fresh one')
            [CompletionResult]::new('mfa-verify', 'mfa-verify', [CompletionResultType]::ParameterValue, 'Complete a login with the code of the second factor')
            [CompletionResult]::new('mfa', 'mfa', [CompletionResultType]::ParameterValue, 'The second factor of the login')
            [CompletionResult]::new('forgot-password', 'forgot-password', [CompletionResultType]::ParameterValue, 'Ask for a mail with a link to a new password')
            [CompletionResult]::new('reset-password', 'reset-password', [CompletionResultType]::ParameterValue, 'Set a new password with the token of a mailed link')
            [CompletionResult]::new('confirm-email', 'confirm-email', [CompletionResultType]::ParameterValue, 'Confirm an address with the token of a mailed link, or have the mail sent again')
            [CompletionResult]::new('email', 'email', [CompletionResultType]::ParameterValue, 'Change the address of your account')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show who is logged in; exit code 4 when nobody is')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Print the token of the login')
            [CompletionResult]::new('sessions', 'sessions', [CompletionResultType]::ParameterValue, 'Where the account is logged in')
            [CompletionResult]::new('password', 'password', [CompletionResultType]::ParameterValue, 'Change the password; every other login of the account ends')
            break
        }
        'jobcelis;help;auth;register' {
            break
        }
        'jobcelis;help;auth;login' {
            break
        }
        'jobcelis;help;auth;refresh' {
            break
        }
        'jobcelis;help;auth;mfa-verify' {
            break
        }
        'jobcelis;help;auth;mfa' {
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether a login takes a code, and how many backup codes are left')
            [CompletionResult]::new('setup', 'setup', [CompletionResultType]::ParameterValue, 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code')
            [CompletionResult]::new('enable', 'enable', [CompletionResultType]::ParameterValue, 'Switch the second factor on with a first code; shows the backup codes, once')
            [CompletionResult]::new('disable', 'disable', [CompletionResultType]::ParameterValue, 'Switch the second factor off')
            [CompletionResult]::new('backup-codes', 'backup-codes', [CompletionResultType]::ParameterValue, 'Make new backup codes and show them, once; the old ones stop working')
            break
        }
        'jobcelis;help;auth;mfa;status' {
            break
        }
        'jobcelis;help;auth;mfa;setup' {
            break
        }
        'jobcelis;help;auth;mfa;enable' {
            break
        }
        'jobcelis;help;auth;mfa;disable' {
            break
        }
        'jobcelis;help;auth;mfa;backup-codes' {
            break
        }
        'jobcelis;help;auth;forgot-password' {
            break
        }
        'jobcelis;help;auth;reset-password' {
            break
        }
        'jobcelis;help;auth;confirm-email' {
            break
        }
        'jobcelis;help;auth;email' {
            break
        }
        'jobcelis;help;auth;status' {
            break
        }
        'jobcelis;help;auth;token' {
            break
        }
        'jobcelis;help;auth;sessions' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the logins, the last used one first')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End logins: those named, or all but this one')
            break
        }
        'jobcelis;help;auth;sessions;list' {
            break
        }
        'jobcelis;help;auth;sessions;revoke' {
            break
        }
        'jobcelis;help;auth;password' {
            break
        }
        'jobcelis;help;account' {
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Show the account')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the account')
            [CompletionResult]::new('activity', 'activity', [CompletionResultType]::ParameterValue, 'List what the account did, newest first')
            break
        }
        'jobcelis;help;account;get' {
            break
        }
        'jobcelis;help;account;update' {
            break
        }
        'jobcelis;help;account;activity' {
            break
        }
        'jobcelis;help;notifications' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List notifications, newest first')
            [CompletionResult]::new('read', 'read', [CompletionResultType]::ParameterValue, 'Mark notifications as read')
            [CompletionResult]::new('read-all', 'read-all', [CompletionResultType]::ParameterValue, 'Mark all notifications as read')
            break
        }
        'jobcelis;help;notifications;list' {
            break
        }
        'jobcelis;help;notifications;read' {
            break
        }
        'jobcelis;help;notifications;read-all' {
            break
        }
        'jobcelis;help;gdpr' {
            [CompletionResult]::new('consents', 'consents', [CompletionResultType]::ParameterValue, 'List what you agreed to')
            [CompletionResult]::new('accept', 'accept', [CompletionResultType]::ParameterValue, 'Agree to the current text of a purpose')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Take the agreement to a purpose back')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print a copy of your data')
            [CompletionResult]::new('restrict', 'restrict', [CompletionResultType]::ParameterValue, 'Have processing rest: nothing is taken in, what is due waits')
            [CompletionResult]::new('lift-restriction', 'lift-restriction', [CompletionResultType]::ParameterValue, 'Let processing go on after `restrict`')
            [CompletionResult]::new('object', 'object', [CompletionResultType]::ParameterValue, 'Object to the processing of your data; your projects rest as with `restrict`')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Take the objection back')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete your account and your projects with everything in them, for good')
            break
        }
        'jobcelis;help;gdpr;consents' {
            break
        }
        'jobcelis;help;gdpr;accept' {
            break
        }
        'jobcelis;help;gdpr;revoke' {
            break
        }
        'jobcelis;help;gdpr;export' {
            break
        }
        'jobcelis;help;gdpr;restrict' {
            break
        }
        'jobcelis;help;gdpr;lift-restriction' {
            break
        }
        'jobcelis;help;gdpr;object' {
            break
        }
        'jobcelis;help;gdpr;restore' {
            break
        }
        'jobcelis;help;gdpr;delete' {
            break
        }
        'jobcelis;help;profile' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the profiles')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile, its secrets masked')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Use a profile when none is named')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Set a value of the profile in use')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove a profile')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Give a profile another name')
            break
        }
        'jobcelis;help;profile;list' {
            break
        }
        'jobcelis;help;profile;show' {
            break
        }
        'jobcelis;help;profile;use' {
            break
        }
        'jobcelis;help;profile;set' {
            break
        }
        'jobcelis;help;profile;delete' {
            break
        }
        'jobcelis;help;profile;rename' {
            break
        }
        'jobcelis;help;admin' {
            [CompletionResult]::new('users', 'users', [CompletionResultType]::ParameterValue, 'Everyone with an account')
            [CompletionResult]::new('projects', 'projects', [CompletionResultType]::ParameterValue, 'The projects of everyone')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Who did what, everywhere')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show the settings the server runs with')
            [CompletionResult]::new('create-superadmin', 'create-superadmin', [CompletionResultType]::ParameterValue, 'Make somebody a superadmin, with a new account if they have none')
            [CompletionResult]::new('reset-password', 'reset-password', [CompletionResultType]::ParameterValue, 'Give a user another password; the server must not run')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock of a user after too many failed logins; the server must not run')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor of a user off; the server must not run')
            [CompletionResult]::new('patch-token', 'patch-token', [CompletionResultType]::ParameterValue, 'Widen the API key of a project that has shut everyone out; the server must not run')
            [CompletionResult]::new('rotate-keys', 'rotate-keys', [CompletionResultType]::ParameterValue, 'Replace the master key; the server must not run')
            break
        }
        'jobcelis;help;admin;users' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show users')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make an account, or invite somebody to make theirs')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change a user')
            [CompletionResult]::new('activate', 'activate', [CompletionResultType]::ParameterValue, 'Let users log in again')
            [CompletionResult]::new('deactivate', 'deactivate', [CompletionResultType]::ParameterValue, 'Shut users out: no logins, no keys, and their projects stand still')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'End the lock after too many failed logins')
            [CompletionResult]::new('reset-link', 'reset-link', [CompletionResultType]::ParameterValue, 'Make a link with which a user sets a new password')
            [CompletionResult]::new('reset-mfa', 'reset-mfa', [CompletionResultType]::ParameterValue, 'Switch the second factor off (superadmins only)')
            [CompletionResult]::new('revoke-sessions', 'revoke-sessions', [CompletionResultType]::ParameterValue, 'End all logins')
            [CompletionResult]::new('erase', 'erase', [CompletionResultType]::ParameterValue, 'Erase users with the projects they own, for good (superadmins only)')
            break
        }
        'jobcelis;help;admin;users;list' {
            break
        }
        'jobcelis;help;admin;users;show' {
            break
        }
        'jobcelis;help;admin;users;create' {
            break
        }
        'jobcelis;help;admin;users;update' {
            break
        }
        'jobcelis;help;admin;users;activate' {
            break
        }
        'jobcelis;help;admin;users;deactivate' {
            break
        }
        'jobcelis;help;admin;users;unlock' {
            break
        }
        'jobcelis;help;admin;users;reset-link' {
            break
        }
        'jobcelis;help;admin;users;reset-mfa' {
            break
        }
        'jobcelis;help;admin;users;revoke-sessions' {
            break
        }
        'jobcelis;help;admin;users;erase' {
            break
        }
        'jobcelis;help;admin;projects' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List projects, newest first, deleted ones too')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show projects with what happened in them last; this is recorded')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change the limits of a project, or switch it off and on')
            break
        }
        'jobcelis;help;admin;projects;list' {
            break
        }
        'jobcelis;help;admin;projects;show' {
            break
        }
        'jobcelis;help;admin;projects;update' {
            break
        }
        'jobcelis;help;admin;audit' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List entries, newest first')
            break
        }
        'jobcelis;help;admin;audit;list' {
            break
        }
        'jobcelis;help;admin;settings' {
            break
        }
        'jobcelis;help;admin;create-superadmin' {
            break
        }
        'jobcelis;help;admin;reset-password' {
            break
        }
        'jobcelis;help;admin;unlock' {
            break
        }
        'jobcelis;help;admin;reset-mfa' {
            break
        }
        'jobcelis;help;admin;patch-token' {
            break
        }
        'jobcelis;help;admin;rotate-keys' {
            break
        }
        'jobcelis;help;doctor' {
            break
        }
        'jobcelis;help;serve' {
            break
        }
        'jobcelis;help;bench' {
            break
        }
        'jobcelis;help;completion' {
            break
        }
        'jobcelis;help;man' {
            break
        }
        'jobcelis;help;version' {
            break
        }
        'jobcelis;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}

if (Get-Command jobcelis -ErrorAction SilentlyContinue) {
Register-ArgumentCompleter -Native -CommandName jobcelis -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $prev = $env:COMPLETE;
    $env:COMPLETE = "powershell";

    $args = $commandAst.Extent.Text
    $args = $args.Substring(0, [math]::Min($cursorPosition, $args.Length));
    if ($wordToComplete -eq "") {
        $args += " ''";
    }

    $results = Invoke-Expression @"
& jobcelis -- $args
"@;
    if ($null -eq $prev) {
        Remove-Item Env:\COMPLETE;
    } else {
        $env:COMPLETE = $prev;
    }
    $results | ForEach-Object {
        $split = $_.Split("`t");
        $cmd = $split[0];

        if ($split.Length -eq 2) {
            $help = $split[1];
        }
        else {
            $help = $split[0];
        }

        [System.Management.Automation.CompletionResult]::new($cmd, $cmd, 'ParameterValue', $help)
    }
};
}

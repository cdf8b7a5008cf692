
use builtin;
use str;

set edit:completion:arg-completer[jobcelis] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'jobcelis'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'jobcelis'= {
            cand --api-key 'API key of the project; a variable or a profile keeps it out of `ps` [env: JOBCELIS_API_KEY]'
            cand --api-key-file 'File with the API key'
            cand --token 'Token of a user [env: JOBCELIS_TOKEN]'
            cand --base-url 'Server to talk to [env: JOBCELIS_BASE_URL] [default: the profile''s, else https://jobcelis.com]'
            cand -p 'Profile of the configuration file [env: JOBCELIS_PROFILE]'
            cand --profile 'Profile of the configuration file [env: JOBCELIS_PROFILE]'
            cand --project 'Project, by id or name, when a user''s token is used [env: JOBCELIS_PROJECT]'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --fields 'Fields to show, in this order, by dotted path'
            cand --color 'When to use colours [env: NO_COLOR, CLICOLOR_FORCE]'
            cand --timeout 'Longest time for a request [env: JOBCELIS_TIMEOUT] [default: 30]'
            cand --connect-timeout 'Longest time to connect [default: 10]'
            cand --retries 'Tries after a first one that failed for a passing reason [default: 3]'
            cand --config 'Configuration file [env: JOBCELIS_CONFIG]'
            cand --ca-cert 'Trust only the certificate authorities in this PEM file'
            cand --api-key-stdin 'Read the API key from stdin'
            cand --json 'Short for --output json'
            cand --no-headers 'Leave out the line of titles'
            cand --utc 'Show times in UTC'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand --no-color 'Short for --color never'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand --no-input 'Never ask [env: JOBCELIS_NO_INPUT, CI]'
            cand --dry-run 'Print the request and send nothing'
            cand --curl 'Print the request as a curl command and send nothing'
            cand --insecure 'Accept any certificate'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand events 'Send events and look at them'
            cand event 'Send events and look at them'
            cand ingest 'Send signed events to one endpoint'
            cand listen 'Hand events to a program on this machine, signed like real deliveries'
            cand simulate 'Show which webhooks an event would go to'
            cand webhooks 'Receivers of events'
            cand webhook 'Receivers of events'
            cand deliveries 'What was sent to webhooks, and what came of it'
            cand delivery 'What was sent to webhooks, and what came of it'
            cand dead-letters 'Deliveries that failed for good'
            cand dlq 'Deliveries that failed for good'
            cand dead-letter 'Deliveries that failed for good'
            cand pipelines 'What is done to events before they are delivered'
            cand pipeline 'What is done to events before they are delivered'
            cand schemas 'JSON Schemas that the payloads of a topic have to fit'
            cand schema 'JSON Schemas that the payloads of a topic have to fit'
            cand event-schemas 'JSON Schemas that the payloads of a topic have to fit'
            cand replays 'Send stored events again'
            cand replay 'Send stored events again'
            cand jobs 'Events and requests by the clock'
            cand job 'Events and requests by the clock'
            cand sources 'Senders from outside whose requests become events'
            cand source 'Senders from outside whose requests become events'
            cand tasks 'Things to be done once'
            cand task 'Things to be done once'
            cand sandbox 'Public URLs that keep whatever is sent to them, to be looked at'
            cand embed 'The portal for pages of others: its tokens, and what to paste there'
            cand channels 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
            cand channel 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
            cand alerts 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
            cand project 'The current project, its topics and its API key'
            cand api-keys 'The API keys of the project'
            cand api-key 'The API keys of the project'
            cand projects 'The projects of the user who is logged in'
            cand members 'Who is in a project; --project says which, unless the profile does'
            cand member 'Who is in a project; --project says which, unless the profile does'
            cand invitations 'The projects that the user who is logged in is invited to'
            cand invitation 'The projects that the user who is logged in is invited to'
            cand analytics 'Events and deliveries by the day, by topic and by webhook'
            cand audit 'Who did what in the project'
            cand export 'Everything of a kind as a file'
            cand retention 'How long the data of the project are kept'
            cand purge 'Remove old rows for good, after a look at how many they are'
            cand status 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down'
            cand api 'Call the API: jobcelis api [METHOD] PATH'
            cand verify-signature 'Check the signature of a delivery: exit code 0 valid, 1 invalid'
            cand sign 'Print the signature of a body, as a request would carry it'
            cand login 'Log in and keep the login in the profile'
            cand logout 'End the login and forget it'
            cand whoami 'Show who the credential is and what it may do'
            cand auth 'Accounts and tokens, with the server''s answers as output'
            cand account 'The account that is logged in'
            cand notifications 'What the server told the account that is logged in'
            cand notification 'What the server told the account that is logged in'
            cand gdpr 'Your data: a copy, a rest from processing, consents, and deletion'
            cand profile 'Servers and credentials of the configuration file'
            cand admin 'Run the server: its users, projects and keys'
            cand backup 'Make a backup of the data, whether or not the server runs'
            cand restore 'Put a backup in the place of the data; the server must not run'
            cand migrate 'The schema of the data, and copies from another server'
            cand upgrade-check 'Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot'
            cand doctor 'Look for what is wrong with the configuration, the server and its data'
            cand serve 'Run the server'
            cand bench 'Measure how many events a server accepts and delivers'
            cand completion 'Print the script that completes this command line in a shell'
            cand man 'Show the manual page of a command'
            cand version 'Print the version'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;events'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand tail 'Follow events and the outcomes of their deliveries'
            cand list 'List events, newest first'
            cand ls 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand rm 'Delete events: their waiting deliveries are cancelled'
            cand resend 'Send events again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;event'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand tail 'Follow events and the outcomes of their deliveries'
            cand list 'List events, newest first'
            cand ls 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand rm 'Delete events: their waiting deliveries are cancelled'
            cand resend 'Send events again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;events;send'= {
            cand --topic 'topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --set 'Set a text in the payload; dots reach into objects'
            cand --set-json 'Set a JSON value in the payload'
            cand --deliver-at 'Deliver at that time and not before'
            cand --idempotency-key 'Key under which the server takes only one event; without it one is made'
            cand --wait 'Wait until all deliveries have ended; exit code 1 when one failed'
            cand --file 'Send every event of a file (- is stdin): one per line, a JSON array, or CSV'
            cand --concurrency 'Requests at a time'
            cand --rate 'Events per second at most'
            cand --batch-size 'Events per request at most'
            cand --state 'Where to keep how far the file is sent [default: FILE.jobcelis-state.json]'
            cand --rejects 'Where to put what is not accepted [default: FILE.rejected.ndjson]'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --no-idempotency 'Send no key: a repeated request makes another event'
            cand --flat 'Send the payload''s members beside the topic instead of under `payload`'
            cand --csv 'The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at'
            cand --payload-only 'Every record as a whole is a payload'
            cand --resume 'Go on where an earlier run was interrupted'
            cand --fail-fast 'Stop at the first event that is not accepted'
            cand --skip-invalid 'Pass over records that are no events instead of rejecting them'
            cand --force 'Go on with a run that is too old, or went to another server or project'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;send'= {
            cand --topic 'topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --set 'Set a text in the payload; dots reach into objects'
            cand --set-json 'Set a JSON value in the payload'
            cand --deliver-at 'Deliver at that time and not before'
            cand --idempotency-key 'Key under which the server takes only one event; without it one is made'
            cand --wait 'Wait until all deliveries have ended; exit code 1 when one failed'
            cand --file 'Send every event of a file (- is stdin): one per line, a JSON array, or CSV'
            cand --concurrency 'Requests at a time'
            cand --rate 'Events per second at most'
            cand --batch-size 'Events per request at most'
            cand --state 'Where to keep how far the file is sent [default: FILE.jobcelis-state.json]'
            cand --rejects 'Where to put what is not accepted [default: FILE.rejected.ndjson]'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --no-idempotency 'Send no key: a repeated request makes another event'
            cand --flat 'Send the payload''s members beside the topic instead of under `payload`'
            cand --csv 'The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at'
            cand --payload-only 'Every record as a whole is a payload'
            cand --resume 'Go on where an earlier run was interrupted'
            cand --fail-fast 'Stop at the first event that is not accepted'
            cand --skip-invalid 'Pass over records that are no events instead of rejecting them'
            cand --force 'Go on with a run that is too old, or went to another server or project'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;batch'= {
            cand --file 'File with the array, or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;batch'= {
            cand --file 'File with the array, or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;tail'= {
            cand --topics 'Only these topics or patterns'
            cand --types 'Only these kinds of messages'
            cand --since 'Begin with what happened since then: a time like 10m, an event''s id, or a cursor'
            cand --last 'Begin with the latest events'
            cand --grep 'Only messages in whose text this is found'
            cand --count 'End after so many messages'
            cand --for 'End after this time'
            cand --exit-on 'End with exit code 1 at the first message of that kind'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --no-payload 'Leave out the payloads'
            cand --failed-only 'Only deliveries whose attempt failed'
            cand --ws 'Over a WebSocket instead of an event stream; no proxy is gone through'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;tail'= {
            cand --topics 'Only these topics or patterns'
            cand --types 'Only these kinds of messages'
            cand --since 'Begin with what happened since then: a time like 10m, an event''s id, or a cursor'
            cand --last 'Begin with the latest events'
            cand --grep 'Only messages in whose text this is found'
            cand --count 'End after so many messages'
            cand --for 'End after this time'
            cand --exit-on 'End with exit code 1 at the first message of that kind'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --no-payload 'Leave out the payloads'
            cand --failed-only 'Only deliveries whose attempt failed'
            cand --ws 'Over a WebSocket instead of an event stream; no proxy is gone through'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;list'= {
            cand --topic 'Only this topic; may be a pattern like order.*'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --status 'active or inactive'
            cand --search 'Only with this text in the payload'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;ls'= {
            cand --topic 'Only this topic; may be a pattern like order.*'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --status 'active or inactive'
            cand --search 'Only with this text in the payload'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;list'= {
            cand --topic 'Only this topic; may be a pattern like order.*'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --status 'active or inactive'
            cand --search 'Only with this text in the payload'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;ls'= {
            cand --topic 'Only this topic; may be a pattern like order.*'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --status 'active or inactive'
            cand --search 'Only with this text in the payload'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --deliveries 'Show the deliveries alone, with what came of them'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --deliveries 'Show the deliveries alone, with what came of them'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;resend'= {
            cand --webhook 'Only to this webhook'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event;resend'= {
            cand --webhook 'Only to this webhook'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;events;help'= {
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand tail 'Follow events and the outcomes of their deliveries'
            cand list 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand resend 'Send events again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;events;help;send'= {
        }
        &'jobcelis;events;help;batch'= {
        }
        &'jobcelis;events;help;tail'= {
        }
        &'jobcelis;events;help;list'= {
        }
        &'jobcelis;events;help;get'= {
        }
        &'jobcelis;events;help;delete'= {
        }
        &'jobcelis;events;help;resend'= {
        }
        &'jobcelis;events;help;help'= {
        }
        &'jobcelis;event;help'= {
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand tail 'Follow events and the outcomes of their deliveries'
            cand list 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand resend 'Send events again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;event;help;send'= {
        }
        &'jobcelis;event;help;batch'= {
        }
        &'jobcelis;event;help;tail'= {
        }
        &'jobcelis;event;help;list'= {
        }
        &'jobcelis;event;help;get'= {
        }
        &'jobcelis;event;help;delete'= {
        }
        &'jobcelis;event;help;resend'= {
        }
        &'jobcelis;event;help;help'= {
        }
        &'jobcelis;ingest'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand send 'Sign an event and send it to an endpoint'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;ingest;send'= {
            cand --secret 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]'
            cand --body 'Body, any JSON: as it stands, @file or - for stdin'
            cand --event-type 'Type of the event; wins over that in the body'
            cand --correlation-id 'What the event belongs to; sent on as X-Correlation-ID'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;ingest;help'= {
            cand send 'Sign an event and send it to an endpoint'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;ingest;help;send'= {
        }
        &'jobcelis;ingest;help;help'= {
        }
        &'jobcelis;listen'= {
            cand --forward-to 'Where to send: a port, host:port/path, or a URL'
            cand --topics 'Only these topics or patterns'
            cand --webhook 'Apply topics, filters, body and headers of this webhook'
            cand -H 'Add a header'
            cand --header 'Add a header'
            cand --secret 'Sign with this secret instead of the one kept in the profile'
            cand --since 'Begin with what happened since then: a time like 10m, an event''s id, or a cursor'
            cand --concurrency 'Events that are sent at the same time'
            cand --retry 'Send again so often when the program fails or cannot be reached'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --print-json 'Print each event as a line of JSON'
            cand --skip-verify 'Accept any certificate of the program'
            cand --no-forward 'Send nothing, only tell of the events'
            cand --fail-on-error 'Exit code 1 at the end if any answer was not 2xx'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;simulate'= {
            cand --topic 'topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --set 'Set a text in the payload; dots reach into objects'
            cand --set-json 'Set a JSON value in the payload'
            cand --expect 'Exit code 1 when another number of webhooks matches'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List webhooks'
            cand ls 'List webhooks'
            cand get 'Show webhooks'
            cand create 'Make a webhook; its secret is shown once'
            cand new 'Make a webhook; its secret is shown once'
            cand update 'Change webhooks: only what is given changes'
            cand delete 'Delete webhooks: nothing more is sent to them'
            cand rm 'Delete webhooks: nothing more is sent to them'
            cand enable 'Send to them again'
            cand disable 'Stop sending to them'
            cand templates 'List ready-made configurations for create --template'
            cand health 'How well deliveries went in the last 24 hours; of all webhooks without an id'
            cand test 'Send a test call now; exit code 1 when it fails'
            cand deliveries 'List the deliveries of a webhook'
            cand rotate-secret 'Replace the secret; the new one is shown once'
            cand export 'Write the configuration of all webhooks to a file; secrets stay with the server'
            cand import 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;webhook'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List webhooks'
            cand ls 'List webhooks'
            cand get 'Show webhooks'
            cand create 'Make a webhook; its secret is shown once'
            cand new 'Make a webhook; its secret is shown once'
            cand update 'Change webhooks: only what is given changes'
            cand delete 'Delete webhooks: nothing more is sent to them'
            cand rm 'Delete webhooks: nothing more is sent to them'
            cand enable 'Send to them again'
            cand disable 'Stop sending to them'
            cand templates 'List ready-made configurations for create --template'
            cand health 'How well deliveries went in the last 24 hours; of all webhooks without an id'
            cand test 'Send a test call now; exit code 1 when it fails'
            cand deliveries 'List the deliveries of a webhook'
            cand rotate-secret 'Replace the secret; the new one is shown once'
            cand export 'Write the configuration of all webhooks to a file; secrets stay with the server'
            cand import 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;webhooks;list'= {
            cand --topic 'Only those with this topic pattern'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;ls'= {
            cand --topic 'Only those with this topic pattern'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;list'= {
            cand --topic 'Only those with this topic pattern'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;ls'= {
            cand --topic 'Only those with this topic pattern'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;create'= {
            cand --url 'url'
            cand --template 'Begin with a ready-made configuration'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --name 'Name to show'
            cand --secret 'Secret to sign with: a text, @file, -, or auto for a new one'
            cand --filters 'Conditions on the payload'
            cand --body-config 'What the body is made of'
            cand --headers 'Headers to send, as an object'
            cand -H 'One header to send'
            cand --header 'One header to send'
            cand --retry-config 'When failed deliveries are tried again'
            cand --max-attempts 'Attempts before a delivery has failed for good'
            cand --max-per-second 'Deliveries per second at most'
            cand --max-per-minute 'Deliveries per minute at most'
            cand --batch-config 'Several events in one delivery'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not send to it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;new'= {
            cand --url 'url'
            cand --template 'Begin with a ready-made configuration'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --name 'Name to show'
            cand --secret 'Secret to sign with: a text, @file, -, or auto for a new one'
            cand --filters 'Conditions on the payload'
            cand --body-config 'What the body is made of'
            cand --headers 'Headers to send, as an object'
            cand -H 'One header to send'
            cand --header 'One header to send'
            cand --retry-config 'When failed deliveries are tried again'
            cand --max-attempts 'Attempts before a delivery has failed for good'
            cand --max-per-second 'Deliveries per second at most'
            cand --max-per-minute 'Deliveries per minute at most'
            cand --batch-config 'Several events in one delivery'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not send to it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;create'= {
            cand --url 'url'
            cand --template 'Begin with a ready-made configuration'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --name 'Name to show'
            cand --secret 'Secret to sign with: a text, @file, -, or auto for a new one'
            cand --filters 'Conditions on the payload'
            cand --body-config 'What the body is made of'
            cand --headers 'Headers to send, as an object'
            cand -H 'One header to send'
            cand --header 'One header to send'
            cand --retry-config 'When failed deliveries are tried again'
            cand --max-attempts 'Attempts before a delivery has failed for good'
            cand --max-per-second 'Deliveries per second at most'
            cand --max-per-minute 'Deliveries per minute at most'
            cand --batch-config 'Several events in one delivery'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not send to it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;new'= {
            cand --url 'url'
            cand --template 'Begin with a ready-made configuration'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --name 'Name to show'
            cand --secret 'Secret to sign with: a text, @file, -, or auto for a new one'
            cand --filters 'Conditions on the payload'
            cand --body-config 'What the body is made of'
            cand --headers 'Headers to send, as an object'
            cand -H 'One header to send'
            cand --header 'One header to send'
            cand --retry-config 'When failed deliveries are tried again'
            cand --max-attempts 'Attempts before a delivery has failed for good'
            cand --max-per-second 'Deliveries per second at most'
            cand --max-per-minute 'Deliveries per minute at most'
            cand --batch-config 'Several events in one delivery'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not send to it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;update'= {
            cand --url 'url'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --name 'Name to show'
            cand --secret 'Secret to sign with: a text, @file, -, or auto for a new one'
            cand --filters 'Conditions on the payload'
            cand --body-config 'What the body is made of'
            cand --headers 'Headers to send, as an object'
            cand -H 'One header to send'
            cand --header 'One header to send'
            cand --retry-config 'When failed deliveries are tried again'
            cand --max-attempts 'Attempts before a delivery has failed for good'
            cand --max-per-second 'Deliveries per second at most'
            cand --max-per-minute 'Deliveries per minute at most'
            cand --batch-config 'Several events in one delivery'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;update'= {
            cand --url 'url'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --name 'Name to show'
            cand --secret 'Secret to sign with: a text, @file, -, or auto for a new one'
            cand --filters 'Conditions on the payload'
            cand --body-config 'What the body is made of'
            cand --headers 'Headers to send, as an object'
            cand -H 'One header to send'
            cand --header 'One header to send'
            cand --retry-config 'When failed deliveries are tried again'
            cand --max-attempts 'Attempts before a delivery has failed for good'
            cand --max-per-second 'Deliveries per second at most'
            cand --max-per-minute 'Deliveries per minute at most'
            cand --batch-config 'Several events in one delivery'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;enable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;enable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;disable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;disable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;templates'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;templates'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;health'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;health'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;test'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;test'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;deliveries'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;deliveries'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;rotate-secret'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;rotate-secret'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;export'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;export'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;import'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhook;import'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;webhooks;help'= {
            cand list 'List webhooks'
            cand get 'Show webhooks'
            cand create 'Make a webhook; its secret is shown once'
            cand update 'Change webhooks: only what is given changes'
            cand delete 'Delete webhooks: nothing more is sent to them'
            cand enable 'Send to them again'
            cand disable 'Stop sending to them'
            cand templates 'List ready-made configurations for create --template'
            cand health 'How well deliveries went in the last 24 hours; of all webhooks without an id'
            cand test 'Send a test call now; exit code 1 when it fails'
            cand deliveries 'List the deliveries of a webhook'
            cand rotate-secret 'Replace the secret; the new one is shown once'
            cand export 'Write the configuration of all webhooks to a file; secrets stay with the server'
            cand import 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;webhooks;help;list'= {
        }
        &'jobcelis;webhooks;help;get'= {
        }
        &'jobcelis;webhooks;help;create'= {
        }
        &'jobcelis;webhooks;help;update'= {
        }
        &'jobcelis;webhooks;help;delete'= {
        }
        &'jobcelis;webhooks;help;enable'= {
        }
        &'jobcelis;webhooks;help;disable'= {
        }
        &'jobcelis;webhooks;help;templates'= {
        }
        &'jobcelis;webhooks;help;health'= {
        }
        &'jobcelis;webhooks;help;test'= {
        }
        &'jobcelis;webhooks;help;deliveries'= {
        }
        &'jobcelis;webhooks;help;rotate-secret'= {
        }
        &'jobcelis;webhooks;help;export'= {
        }
        &'jobcelis;webhooks;help;import'= {
        }
        &'jobcelis;webhooks;help;help'= {
        }
        &'jobcelis;webhook;help'= {
            cand list 'List webhooks'
            cand get 'Show webhooks'
            cand create 'Make a webhook; its secret is shown once'
            cand update 'Change webhooks: only what is given changes'
            cand delete 'Delete webhooks: nothing more is sent to them'
            cand enable 'Send to them again'
            cand disable 'Stop sending to them'
            cand templates 'List ready-made configurations for create --template'
            cand health 'How well deliveries went in the last 24 hours; of all webhooks without an id'
            cand test 'Send a test call now; exit code 1 when it fails'
            cand deliveries 'List the deliveries of a webhook'
            cand rotate-secret 'Replace the secret; the new one is shown once'
            cand export 'Write the configuration of all webhooks to a file; secrets stay with the server'
            cand import 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;webhook;help;list'= {
        }
        &'jobcelis;webhook;help;get'= {
        }
        &'jobcelis;webhook;help;create'= {
        }
        &'jobcelis;webhook;help;update'= {
        }
        &'jobcelis;webhook;help;delete'= {
        }
        &'jobcelis;webhook;help;enable'= {
        }
        &'jobcelis;webhook;help;disable'= {
        }
        &'jobcelis;webhook;help;templates'= {
        }
        &'jobcelis;webhook;help;health'= {
        }
        &'jobcelis;webhook;help;test'= {
        }
        &'jobcelis;webhook;help;deliveries'= {
        }
        &'jobcelis;webhook;help;rotate-secret'= {
        }
        &'jobcelis;webhook;help;export'= {
        }
        &'jobcelis;webhook;help;import'= {
        }
        &'jobcelis;webhook;help;help'= {
        }
        &'jobcelis;deliveries'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List deliveries, newest first'
            cand ls 'List deliveries, newest first'
            cand get 'Show deliveries with requests, answers and every attempt'
            cand retry 'Send deliveries again: those named, or all that a filter finds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;delivery'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List deliveries, newest first'
            cand ls 'List deliveries, newest first'
            cand get 'Show deliveries with requests, answers and every attempt'
            cand retry 'Send deliveries again: those named, or all that a filter finds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;deliveries;list'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --to 'Up to this time'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;deliveries;ls'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --to 'Up to this time'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;delivery;list'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --to 'Up to this time'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;delivery;ls'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --to 'Up to this time'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;deliveries;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;delivery;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;deliveries;retry'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --to 'Up to this time'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;delivery;retry'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --to 'Up to this time'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;deliveries;help'= {
            cand list 'List deliveries, newest first'
            cand get 'Show deliveries with requests, answers and every attempt'
            cand retry 'Send deliveries again: those named, or all that a filter finds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;deliveries;help;list'= {
        }
        &'jobcelis;deliveries;help;get'= {
        }
        &'jobcelis;deliveries;help;retry'= {
        }
        &'jobcelis;deliveries;help;help'= {
        }
        &'jobcelis;delivery;help'= {
            cand list 'List deliveries, newest first'
            cand get 'Show deliveries with requests, answers and every attempt'
            cand retry 'Send deliveries again: those named, or all that a filter finds'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;delivery;help;list'= {
        }
        &'jobcelis;delivery;help;get'= {
        }
        &'jobcelis;delivery;help;retry'= {
        }
        &'jobcelis;delivery;help;help'= {
        }
        &'jobcelis;dead-letters'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List dead letters that are not resolved, newest first'
            cand ls 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;dlq'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List dead letters that are not resolved, newest first'
            cand ls 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;dead-letter'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List dead letters that are not resolved, newest first'
            cand ls 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;dead-letters;list'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unresolved 'Only unresolved ones, which is what is listed anyway'
            cand --resolved 'Only resolved ones'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letters;ls'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unresolved 'Only unresolved ones, which is what is listed anyway'
            cand --resolved 'Only resolved ones'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dlq;list'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unresolved 'Only unresolved ones, which is what is listed anyway'
            cand --resolved 'Only resolved ones'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dlq;ls'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unresolved 'Only unresolved ones, which is what is listed anyway'
            cand --resolved 'Only resolved ones'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letter;list'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unresolved 'Only unresolved ones, which is what is listed anyway'
            cand --resolved 'Only resolved ones'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letter;ls'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unresolved 'Only unresolved ones, which is what is listed anyway'
            cand --resolved 'Only resolved ones'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letters;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dlq;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letter;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letters;retry'= {
            cand --payload 'Payload to send instead: JSON, @file or - for stdin'
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All that are not resolved'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dlq;retry'= {
            cand --payload 'Payload to send instead: JSON, @file or - for stdin'
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All that are not resolved'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letter;retry'= {
            cand --payload 'Payload to send instead: JSON, @file or - for stdin'
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All that are not resolved'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letters;resolve'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All that are not resolved'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dlq;resolve'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All that are not resolved'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letter;resolve'= {
            cand --webhook 'Only of this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All that are not resolved'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;dead-letters;help'= {
            cand list 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;dead-letters;help;list'= {
        }
        &'jobcelis;dead-letters;help;get'= {
        }
        &'jobcelis;dead-letters;help;retry'= {
        }
        &'jobcelis;dead-letters;help;resolve'= {
        }
        &'jobcelis;dead-letters;help;help'= {
        }
        &'jobcelis;dlq;help'= {
            cand list 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;dlq;help;list'= {
        }
        &'jobcelis;dlq;help;get'= {
        }
        &'jobcelis;dlq;help;retry'= {
        }
        &'jobcelis;dlq;help;resolve'= {
        }
        &'jobcelis;dlq;help;help'= {
        }
        &'jobcelis;dead-letter;help'= {
            cand list 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;dead-letter;help;list'= {
        }
        &'jobcelis;dead-letter;help;get'= {
        }
        &'jobcelis;dead-letter;help;retry'= {
        }
        &'jobcelis;dead-letter;help;resolve'= {
        }
        &'jobcelis;dead-letter;help;help'= {
        }
        &'jobcelis;pipelines'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List pipelines'
            cand ls 'List pipelines'
            cand get 'Show pipelines'
            cand create 'Make a pipeline'
            cand new 'Make a pipeline'
            cand update 'Change pipelines: only what is given changes'
            cand delete 'Delete pipelines: events go on as if they were not there'
            cand rm 'Delete pipelines: events go on as if they were not there'
            cand test 'Show what the steps of pipelines make of a payload; nothing is sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;pipeline'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List pipelines'
            cand ls 'List pipelines'
            cand get 'Show pipelines'
            cand create 'Make a pipeline'
            cand new 'Make a pipeline'
            cand update 'Change pipelines: only what is given changes'
            cand delete 'Delete pipelines: events go on as if they were not there'
            cand rm 'Delete pipelines: events go on as if they were not there'
            cand test 'Show what the steps of pipelines make of a payload; nothing is sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;pipelines;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;create'= {
            cand --name 'name'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --steps 'The list of steps: JSON, @file or - for stdin'
            cand --description 'description'
            cand --webhook 'Who gets the output instead of the event; an empty id is nobody'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it on events'
            cand --disable 'Do not run it on events'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;new'= {
            cand --name 'name'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --steps 'The list of steps: JSON, @file or - for stdin'
            cand --description 'description'
            cand --webhook 'Who gets the output instead of the event; an empty id is nobody'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it on events'
            cand --disable 'Do not run it on events'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;create'= {
            cand --name 'name'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --steps 'The list of steps: JSON, @file or - for stdin'
            cand --description 'description'
            cand --webhook 'Who gets the output instead of the event; an empty id is nobody'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it on events'
            cand --disable 'Do not run it on events'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;new'= {
            cand --name 'name'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --steps 'The list of steps: JSON, @file or - for stdin'
            cand --description 'description'
            cand --webhook 'Who gets the output instead of the event; an empty id is nobody'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it on events'
            cand --disable 'Do not run it on events'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;update'= {
            cand --name 'name'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --steps 'The list of steps: JSON, @file or - for stdin'
            cand --description 'description'
            cand --webhook 'Who gets the output instead of the event; an empty id is nobody'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it on events'
            cand --disable 'Do not run it on events'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;update'= {
            cand --name 'name'
            cand --topics 'Topics or patterns such as order.*; none is every event'
            cand --steps 'The list of steps: JSON, @file or - for stdin'
            cand --description 'description'
            cand --webhook 'Who gets the output instead of the event; an empty id is nobody'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it on events'
            cand --disable 'Do not run it on events'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;test'= {
            cand --topic 'Tell whether the pipeline is about events of this topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --set 'Set a text in the payload; dots reach into objects'
            cand --set-json 'Set a JSON value in the payload'
            cand --expect 'Exit code 1 when the payload fares otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipeline;test'= {
            cand --topic 'Tell whether the pipeline is about events of this topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --set 'Set a text in the payload; dots reach into objects'
            cand --set-json 'Set a JSON value in the payload'
            cand --expect 'Exit code 1 when the payload fares otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;pipelines;help'= {
            cand list 'List pipelines'
            cand get 'Show pipelines'
            cand create 'Make a pipeline'
            cand update 'Change pipelines: only what is given changes'
            cand delete 'Delete pipelines: events go on as if they were not there'
            cand test 'Show what the steps of pipelines make of a payload; nothing is sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;pipelines;help;list'= {
        }
        &'jobcelis;pipelines;help;get'= {
        }
        &'jobcelis;pipelines;help;create'= {
        }
        &'jobcelis;pipelines;help;update'= {
        }
        &'jobcelis;pipelines;help;delete'= {
        }
        &'jobcelis;pipelines;help;test'= {
        }
        &'jobcelis;pipelines;help;help'= {
        }
        &'jobcelis;pipeline;help'= {
            cand list 'List pipelines'
            cand get 'Show pipelines'
            cand create 'Make a pipeline'
            cand update 'Change pipelines: only what is given changes'
            cand delete 'Delete pipelines: events go on as if they were not there'
            cand test 'Show what the steps of pipelines make of a payload; nothing is sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;pipeline;help;list'= {
        }
        &'jobcelis;pipeline;help;get'= {
        }
        &'jobcelis;pipeline;help;create'= {
        }
        &'jobcelis;pipeline;help;update'= {
        }
        &'jobcelis;pipeline;help;delete'= {
        }
        &'jobcelis;pipeline;help;test'= {
        }
        &'jobcelis;pipeline;help;help'= {
        }
        &'jobcelis;schemas'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List schemas'
            cand ls 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand new 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand rm 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;schema'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List schemas'
            cand ls 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand new 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand rm 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;event-schemas'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List schemas'
            cand ls 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand new 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand rm 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;schemas;list'= {
            cand --topic 'Only of this topic'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;ls'= {
            cand --topic 'Only of this topic'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;list'= {
            cand --topic 'Only of this topic'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;ls'= {
            cand --topic 'Only of this topic'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;list'= {
            cand --topic 'Only of this topic'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;ls'= {
            cand --topic 'Only of this topic'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;create'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make instead of the next one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;new'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make instead of the next one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;create'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make instead of the next one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;new'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make instead of the next one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;create'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make instead of the next one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;new'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make instead of the next one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;update'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make of it instead of the next free one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;update'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make of it instead of the next free one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;update'= {
            cand --topic 'topic'
            cand --schema 'JSON Schema: JSON, @file or - for stdin'
            cand --schema-version 'Version to make of it instead of the next free one'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;validate'= {
            cand --topic 'topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --schema 'Try it on this schema instead of the one of the topic'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --local 'Ask no server'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;validate'= {
            cand --topic 'topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --schema 'Try it on this schema instead of the one of the topic'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --local 'Ask no server'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;validate'= {
            cand --topic 'topic'
            cand --payload 'JSON, @file or - for stdin'
            cand --schema 'Try it on this schema instead of the one of the topic'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --local 'Ask no server'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;infer'= {
            cand --topic 'topic'
            cand --sample 'Events to look at, at most'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schema;infer'= {
            cand --topic 'topic'
            cand --sample 'Events to look at, at most'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;event-schemas;infer'= {
            cand --topic 'topic'
            cand --sample 'Events to look at, at most'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;schemas;help'= {
            cand list 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;schemas;help;list'= {
        }
        &'jobcelis;schemas;help;get'= {
        }
        &'jobcelis;schemas;help;create'= {
        }
        &'jobcelis;schemas;help;update'= {
        }
        &'jobcelis;schemas;help;delete'= {
        }
        &'jobcelis;schemas;help;validate'= {
        }
        &'jobcelis;schemas;help;infer'= {
        }
        &'jobcelis;schemas;help;help'= {
        }
        &'jobcelis;schema;help'= {
            cand list 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;schema;help;list'= {
        }
        &'jobcelis;schema;help;get'= {
        }
        &'jobcelis;schema;help;create'= {
        }
        &'jobcelis;schema;help;update'= {
        }
        &'jobcelis;schema;help;delete'= {
        }
        &'jobcelis;schema;help;validate'= {
        }
        &'jobcelis;schema;help;infer'= {
        }
        &'jobcelis;schema;help;help'= {
        }
        &'jobcelis;event-schemas;help'= {
            cand list 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;event-schemas;help;list'= {
        }
        &'jobcelis;event-schemas;help;get'= {
        }
        &'jobcelis;event-schemas;help;create'= {
        }
        &'jobcelis;event-schemas;help;update'= {
        }
        &'jobcelis;event-schemas;help;delete'= {
        }
        &'jobcelis;event-schemas;help;validate'= {
        }
        &'jobcelis;event-schemas;help;infer'= {
        }
        &'jobcelis;event-schemas;help;help'= {
        }
        &'jobcelis;replays'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List replays, newest first'
            cand ls 'List replays, newest first'
            cand get 'Show replays'
            cand create 'Send events again to the webhooks of today'
            cand new 'Send events again to the webhooks of today'
            cand watch 'Show how far a replay is until it ends; exit code 1 unless it completes'
            cand cancel 'Stop replays: what they made and nobody has attempted yet is not sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;replay'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List replays, newest first'
            cand ls 'List replays, newest first'
            cand get 'Show replays'
            cand create 'Send events again to the webhooks of today'
            cand new 'Send events again to the webhooks of today'
            cand watch 'Show how far a replay is until it ends; exit code 1 unless it completes'
            cand cancel 'Stop replays: what they made and nobody has attempted yet is not sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;replays;list'= {
            cand --status 'pending, running, completed, failed or cancelled'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;ls'= {
            cand --status 'pending, running, completed, failed or cancelled'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;list'= {
            cand --status 'pending, running, completed, failed or cancelled'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;ls'= {
            cand --status 'pending, running, completed, failed or cancelled'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;create'= {
            cand --topic 'Only this topic; may be a pattern like order.*, and * is every event'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --webhook 'Only to this webhook'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --wait 'Show how far it is until it ends; exit code 1 unless it completes'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;new'= {
            cand --topic 'Only this topic; may be a pattern like order.*, and * is every event'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --webhook 'Only to this webhook'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --wait 'Show how far it is until it ends; exit code 1 unless it completes'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;create'= {
            cand --topic 'Only this topic; may be a pattern like order.*, and * is every event'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --webhook 'Only to this webhook'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --wait 'Show how far it is until it ends; exit code 1 unless it completes'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;new'= {
            cand --topic 'Only this topic; may be a pattern like order.*, and * is every event'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --webhook 'Only to this webhook'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --wait 'Show how far it is until it ends; exit code 1 unless it completes'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;watch'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;watch'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;cancel'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replay;cancel'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;replays;help'= {
            cand list 'List replays, newest first'
            cand get 'Show replays'
            cand create 'Send events again to the webhooks of today'
            cand watch 'Show how far a replay is until it ends; exit code 1 unless it completes'
            cand cancel 'Stop replays: what they made and nobody has attempted yet is not sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;replays;help;list'= {
        }
        &'jobcelis;replays;help;get'= {
        }
        &'jobcelis;replays;help;create'= {
        }
        &'jobcelis;replays;help;watch'= {
        }
        &'jobcelis;replays;help;cancel'= {
        }
        &'jobcelis;replays;help;help'= {
        }
        &'jobcelis;replay;help'= {
            cand list 'List replays, newest first'
            cand get 'Show replays'
            cand create 'Send events again to the webhooks of today'
            cand watch 'Show how far a replay is until it ends; exit code 1 unless it completes'
            cand cancel 'Stop replays: what they made and nobody has attempted yet is not sent'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;replay;help;list'= {
        }
        &'jobcelis;replay;help;get'= {
        }
        &'jobcelis;replay;help;create'= {
        }
        &'jobcelis;replay;help;watch'= {
        }
        &'jobcelis;replay;help;cancel'= {
        }
        &'jobcelis;replay;help;help'= {
        }
        &'jobcelis;jobs'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List jobs'
            cand ls 'List jobs'
            cand get 'Show jobs with their newest runs'
            cand create 'Make a job: an event, or a request to a URL, by the clock'
            cand new 'Make a job: an event, or a request to a URL, by the clock'
            cand update 'Change jobs: only what is given changes'
            cand delete 'Switch jobs off'
            cand rm 'Switch jobs off'
            cand runs 'List the runs of a job, newest first'
            cand run 'Run jobs now, also inactive ones; exit code 1 when a run fails'
            cand cron-preview 'Show the coming times of a cron expression'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;job'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List jobs'
            cand ls 'List jobs'
            cand get 'Show jobs with their newest runs'
            cand create 'Make a job: an event, or a request to a URL, by the clock'
            cand new 'Make a job: an event, or a request to a URL, by the clock'
            cand update 'Change jobs: only what is given changes'
            cand delete 'Switch jobs off'
            cand rm 'Switch jobs off'
            cand runs 'List the runs of a job, newest first'
            cand run 'Run jobs now, also inactive ones; exit code 1 when a run fails'
            cand cron-preview 'Show the coming times of a cron expression'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;jobs;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Those switched off too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Those switched off too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Those switched off too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Those switched off too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;create'= {
            cand --name 'name'
            cand --schedule 'daily, weekly, monthly or cron; follows from the other options'
            cand --at 'Time of day'
            cand --day-of-week 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday'
            cand --day-of-month 'Monthly on this day, where the month has it'
            cand --cron 'A cron expression'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --queue 'Name of a queue, kept with the job'
            cand --topic 'Topic of the event'
            cand --topics 'One event for each of these topics'
            cand --payload 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in'
            cand --webhook 'Deliver the event to this webhook alone'
            cand --url 'Call this URL instead'
            cand --method 'POST, PUT, PATCH, GET or DELETE'
            cand --headers 'Headers of the request, as an object'
            cand --body 'Body of the request'
            cand --secret 'Secret to sign the request with: a text, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not run it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;new'= {
            cand --name 'name'
            cand --schedule 'daily, weekly, monthly or cron; follows from the other options'
            cand --at 'Time of day'
            cand --day-of-week 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday'
            cand --day-of-month 'Monthly on this day, where the month has it'
            cand --cron 'A cron expression'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --queue 'Name of a queue, kept with the job'
            cand --topic 'Topic of the event'
            cand --topics 'One event for each of these topics'
            cand --payload 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in'
            cand --webhook 'Deliver the event to this webhook alone'
            cand --url 'Call this URL instead'
            cand --method 'POST, PUT, PATCH, GET or DELETE'
            cand --headers 'Headers of the request, as an object'
            cand --body 'Body of the request'
            cand --secret 'Secret to sign the request with: a text, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not run it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;create'= {
            cand --name 'name'
            cand --schedule 'daily, weekly, monthly or cron; follows from the other options'
            cand --at 'Time of day'
            cand --day-of-week 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday'
            cand --day-of-month 'Monthly on this day, where the month has it'
            cand --cron 'A cron expression'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --queue 'Name of a queue, kept with the job'
            cand --topic 'Topic of the event'
            cand --topics 'One event for each of these topics'
            cand --payload 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in'
            cand --webhook 'Deliver the event to this webhook alone'
            cand --url 'Call this URL instead'
            cand --method 'POST, PUT, PATCH, GET or DELETE'
            cand --headers 'Headers of the request, as an object'
            cand --body 'Body of the request'
            cand --secret 'Secret to sign the request with: a text, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not run it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;new'= {
            cand --name 'name'
            cand --schedule 'daily, weekly, monthly or cron; follows from the other options'
            cand --at 'Time of day'
            cand --day-of-week 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday'
            cand --day-of-month 'Monthly on this day, where the month has it'
            cand --cron 'A cron expression'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --queue 'Name of a queue, kept with the job'
            cand --topic 'Topic of the event'
            cand --topics 'One event for each of these topics'
            cand --payload 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in'
            cand --webhook 'Deliver the event to this webhook alone'
            cand --url 'Call this URL instead'
            cand --method 'POST, PUT, PATCH, GET or DELETE'
            cand --headers 'Headers of the request, as an object'
            cand --body 'Body of the request'
            cand --secret 'Secret to sign the request with: a text, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --inactive 'Do not run it yet'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;update'= {
            cand --name 'name'
            cand --schedule 'daily, weekly, monthly or cron; follows from the other options'
            cand --at 'Time of day'
            cand --day-of-week 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday'
            cand --day-of-month 'Monthly on this day, where the month has it'
            cand --cron 'A cron expression'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --queue 'Name of a queue, kept with the job'
            cand --topic 'Topic of the event'
            cand --topics 'One event for each of these topics'
            cand --payload 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in'
            cand --webhook 'Deliver the event to this webhook alone'
            cand --url 'Call this URL instead'
            cand --method 'POST, PUT, PATCH, GET or DELETE'
            cand --headers 'Headers of the request, as an object'
            cand --body 'Body of the request'
            cand --secret 'Secret to sign the request with: a text, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it again'
            cand --disable 'Do not run it any more'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;update'= {
            cand --name 'name'
            cand --schedule 'daily, weekly, monthly or cron; follows from the other options'
            cand --at 'Time of day'
            cand --day-of-week 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday'
            cand --day-of-month 'Monthly on this day, where the month has it'
            cand --cron 'A cron expression'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --queue 'Name of a queue, kept with the job'
            cand --topic 'Topic of the event'
            cand --topics 'One event for each of these topics'
            cand --payload 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in'
            cand --webhook 'Deliver the event to this webhook alone'
            cand --url 'Call this URL instead'
            cand --method 'POST, PUT, PATCH, GET or DELETE'
            cand --headers 'Headers of the request, as an object'
            cand --body 'Body of the request'
            cand --secret 'Secret to sign the request with: a text, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --enable 'Run it again'
            cand --disable 'Do not run it any more'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;runs'= {
            cand --status 'running, success or failed'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;runs'= {
            cand --status 'running, success or failed'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;run'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;run'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;cron-preview'= {
            cand --cron 'The same as an option'
            cand --count 'Times to show, 1 to 100'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --from 'Times after this one: RFC 3339, a date, or words like 2h'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --local 'Compute it here, without a server'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;job;cron-preview'= {
            cand --cron 'The same as an option'
            cand --count 'Times to show, 1 to 100'
            cand --timezone 'Zone whose wall clock is meant, such as Europe/Madrid'
            cand --from 'Times after this one: RFC 3339, a date, or words like 2h'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --local 'Compute it here, without a server'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;jobs;help'= {
            cand list 'List jobs'
            cand get 'Show jobs with their newest runs'
            cand create 'Make a job: an event, or a request to a URL, by the clock'
            cand update 'Change jobs: only what is given changes'
            cand delete 'Switch jobs off'
            cand runs 'List the runs of a job, newest first'
            cand run 'Run jobs now, also inactive ones; exit code 1 when a run fails'
            cand cron-preview 'Show the coming times of a cron expression'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;jobs;help;list'= {
        }
        &'jobcelis;jobs;help;get'= {
        }
        &'jobcelis;jobs;help;create'= {
        }
        &'jobcelis;jobs;help;update'= {
        }
        &'jobcelis;jobs;help;delete'= {
        }
        &'jobcelis;jobs;help;runs'= {
        }
        &'jobcelis;jobs;help;run'= {
        }
        &'jobcelis;jobs;help;cron-preview'= {
        }
        &'jobcelis;jobs;help;help'= {
        }
        &'jobcelis;job;help'= {
            cand list 'List jobs'
            cand get 'Show jobs with their newest runs'
            cand create 'Make a job: an event, or a request to a URL, by the clock'
            cand update 'Change jobs: only what is given changes'
            cand delete 'Switch jobs off'
            cand runs 'List the runs of a job, newest first'
            cand run 'Run jobs now, also inactive ones; exit code 1 when a run fails'
            cand cron-preview 'Show the coming times of a cron expression'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;job;help;list'= {
        }
        &'jobcelis;job;help;get'= {
        }
        &'jobcelis;job;help;create'= {
        }
        &'jobcelis;job;help;update'= {
        }
        &'jobcelis;job;help;delete'= {
        }
        &'jobcelis;job;help;runs'= {
        }
        &'jobcelis;job;help;run'= {
        }
        &'jobcelis;job;help;cron-preview'= {
        }
        &'jobcelis;job;help;help'= {
        }
        &'jobcelis;sources'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List sources'
            cand ls 'List sources'
            cand presets 'List the senders that are known'
            cand get 'Show sources'
            cand create 'Make a source; its secret and its URL are shown'
            cand new 'Make a source; its secret and its URL are shown'
            cand update 'Change sources: only what is given changes'
            cand delete 'Switch sources off: nothing more is taken from them'
            cand rm 'Switch sources off: nothing more is taken from them'
            cand rotate-secret 'Give sources a new secret; the one before is still believed'
            cand rejections 'List the newest requests that were refused'
            cand test 'Send a request as the sender would: signed, with a body that the mapping understands'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;source'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List sources'
            cand ls 'List sources'
            cand presets 'List the senders that are known'
            cand get 'Show sources'
            cand create 'Make a source; its secret and its URL are shown'
            cand new 'Make a source; its secret and its URL are shown'
            cand update 'Change sources: only what is given changes'
            cand delete 'Switch sources off: nothing more is taken from them'
            cand rm 'Switch sources off: nothing more is taken from them'
            cand rotate-secret 'Give sources a new secret; the one before is still believed'
            cand rejections 'List the newest requests that were refused'
            cand test 'Send a request as the sender would: signed, with a body that the mapping understands'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;sources;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Deleted and disabled ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;presets'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;presets'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;create'= {
            cand --preset 'A sender that is known, see: jobcelis sources presets'
            cand --slug 'What its URL ends in: a-z, 0-9 and -'
            cand --name 'name'
            cand --provider 'Who sends, as receivers read it'
            cand --verification 'How it proves itself: JSON, @file or -'
            cand --mapping 'Where its requests say what happened: JSON, @file or -'
            cand --topic-prefix 'What stands before the type in topics'
            cand --secret 'Secret that it proves itself with: a text, @file or -; else one is made'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --allow-unverified 'Believe anyone, where the verification is none'
            cand --enable 'Take requests'
            cand --disable 'Take no requests'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;new'= {
            cand --preset 'A sender that is known, see: jobcelis sources presets'
            cand --slug 'What its URL ends in: a-z, 0-9 and -'
            cand --name 'name'
            cand --provider 'Who sends, as receivers read it'
            cand --verification 'How it proves itself: JSON, @file or -'
            cand --mapping 'Where its requests say what happened: JSON, @file or -'
            cand --topic-prefix 'What stands before the type in topics'
            cand --secret 'Secret that it proves itself with: a text, @file or -; else one is made'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --allow-unverified 'Believe anyone, where the verification is none'
            cand --enable 'Take requests'
            cand --disable 'Take no requests'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;create'= {
            cand --preset 'A sender that is known, see: jobcelis sources presets'
            cand --slug 'What its URL ends in: a-z, 0-9 and -'
            cand --name 'name'
            cand --provider 'Who sends, as receivers read it'
            cand --verification 'How it proves itself: JSON, @file or -'
            cand --mapping 'Where its requests say what happened: JSON, @file or -'
            cand --topic-prefix 'What stands before the type in topics'
            cand --secret 'Secret that it proves itself with: a text, @file or -; else one is made'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --allow-unverified 'Believe anyone, where the verification is none'
            cand --enable 'Take requests'
            cand --disable 'Take no requests'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;new'= {
            cand --preset 'A sender that is known, see: jobcelis sources presets'
            cand --slug 'What its URL ends in: a-z, 0-9 and -'
            cand --name 'name'
            cand --provider 'Who sends, as receivers read it'
            cand --verification 'How it proves itself: JSON, @file or -'
            cand --mapping 'Where its requests say what happened: JSON, @file or -'
            cand --topic-prefix 'What stands before the type in topics'
            cand --secret 'Secret that it proves itself with: a text, @file or -; else one is made'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --allow-unverified 'Believe anyone, where the verification is none'
            cand --enable 'Take requests'
            cand --disable 'Take no requests'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;update'= {
            cand --slug 'What its URL ends in: a-z, 0-9 and -'
            cand --name 'name'
            cand --provider 'Who sends, as receivers read it'
            cand --verification 'How it proves itself: JSON, @file or -'
            cand --mapping 'Where its requests say what happened: JSON, @file or -'
            cand --topic-prefix 'What stands before the type in topics'
            cand --secret 'Secret that it proves itself with: a text, @file or -; else one is made'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --allow-unverified 'Believe anyone, where the verification is none'
            cand --enable 'Take requests'
            cand --disable 'Take no requests'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;update'= {
            cand --slug 'What its URL ends in: a-z, 0-9 and -'
            cand --name 'name'
            cand --provider 'Who sends, as receivers read it'
            cand --verification 'How it proves itself: JSON, @file or -'
            cand --mapping 'Where its requests say what happened: JSON, @file or -'
            cand --topic-prefix 'What stands before the type in topics'
            cand --secret 'Secret that it proves itself with: a text, @file or -; else one is made'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --allow-unverified 'Believe anyone, where the verification is none'
            cand --enable 'Take requests'
            cand --disable 'Take no requests'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;rotate-secret'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;rotate-secret'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;rejections'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;rejections'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;test'= {
            cand --secret 'Secret of the source: a text, @file or -'
            cand --type 'Type of the event'
            cand --body 'Body instead of one made up: JSON, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;source;test'= {
            cand --secret 'Secret of the source: a text, @file or -'
            cand --type 'Type of the event'
            cand --body 'Body instead of one made up: JSON, @file or -'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sources;help'= {
            cand list 'List sources'
            cand presets 'List the senders that are known'
            cand get 'Show sources'
            cand create 'Make a source; its secret and its URL are shown'
            cand update 'Change sources: only what is given changes'
            cand delete 'Switch sources off: nothing more is taken from them'
            cand rotate-secret 'Give sources a new secret; the one before is still believed'
            cand rejections 'List the newest requests that were refused'
            cand test 'Send a request as the sender would: signed, with a body that the mapping understands'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;sources;help;list'= {
        }
        &'jobcelis;sources;help;presets'= {
        }
        &'jobcelis;sources;help;get'= {
        }
        &'jobcelis;sources;help;create'= {
        }
        &'jobcelis;sources;help;update'= {
        }
        &'jobcelis;sources;help;delete'= {
        }
        &'jobcelis;sources;help;rotate-secret'= {
        }
        &'jobcelis;sources;help;rejections'= {
        }
        &'jobcelis;sources;help;test'= {
        }
        &'jobcelis;sources;help;help'= {
        }
        &'jobcelis;source;help'= {
            cand list 'List sources'
            cand presets 'List the senders that are known'
            cand get 'Show sources'
            cand create 'Make a source; its secret and its URL are shown'
            cand update 'Change sources: only what is given changes'
            cand delete 'Switch sources off: nothing more is taken from them'
            cand rotate-secret 'Give sources a new secret; the one before is still believed'
            cand rejections 'List the newest requests that were refused'
            cand test 'Send a request as the sender would: signed, with a body that the mapping understands'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;source;help;list'= {
        }
        &'jobcelis;source;help;presets'= {
        }
        &'jobcelis;source;help;get'= {
        }
        &'jobcelis;source;help;create'= {
        }
        &'jobcelis;source;help;update'= {
        }
        &'jobcelis;source;help;delete'= {
        }
        &'jobcelis;source;help;rotate-secret'= {
        }
        &'jobcelis;source;help;rejections'= {
        }
        &'jobcelis;source;help;test'= {
        }
        &'jobcelis;source;help;help'= {
        }
        &'jobcelis;tasks'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List tasks, newest first'
            cand ls 'List tasks, newest first'
            cand get 'Show tasks with their attempts'
            cand create 'Have something done once'
            cand new 'Have something done once'
            cand retry 'Run tasks now, also those that have ended'
            cand cancel 'End tasks that have not ended'
            cand rm 'End tasks that have not ended'
            cand wait 'Wait until tasks have ended; exit code 1 unless all succeed'
            cand callback-secret 'The secret by which callbacks are signed'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;task'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List tasks, newest first'
            cand ls 'List tasks, newest first'
            cand get 'Show tasks with their attempts'
            cand create 'Have something done once'
            cand new 'Have something done once'
            cand retry 'Run tasks now, also those that have ended'
            cand cancel 'End tasks that have not ended'
            cand rm 'End tasks that have not ended'
            cand wait 'Wait until tasks have ended; exit code 1 unless all succeed'
            cand callback-secret 'The secret by which callbacks are signed'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;tasks;list'= {
            cand --status 'queued, running, retry, succeeded, fatal or cancelled'
            cand --type 'Only of this type'
            cand --tenant 'Only of this tenant'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;ls'= {
            cand --status 'queued, running, retry, succeeded, fatal or cancelled'
            cand --type 'Only of this type'
            cand --tenant 'Only of this tenant'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;list'= {
            cand --status 'queued, running, retry, succeeded, fatal or cancelled'
            cand --type 'Only of this type'
            cand --tenant 'Only of this tenant'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;ls'= {
            cand --status 'queued, running, retry, succeeded, fatal or cancelled'
            cand --type 'Only of this type'
            cand --tenant 'Only of this tenant'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;create'= {
            cand --type 'http, email, or a word: a webhook with the topic task.WORD does it'
            cand --payload 'What it needs to know: a JSON object, @file or - for stdin'
            cand --tenant 'For whom it is done'
            cand --callback-url 'URL that is told of the end'
            cand --idempotency-key 'A second task with the same key is the first one'
            cand --wait 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;new'= {
            cand --type 'http, email, or a word: a webhook with the topic task.WORD does it'
            cand --payload 'What it needs to know: a JSON object, @file or - for stdin'
            cand --tenant 'For whom it is done'
            cand --callback-url 'URL that is told of the end'
            cand --idempotency-key 'A second task with the same key is the first one'
            cand --wait 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;create'= {
            cand --type 'http, email, or a word: a webhook with the topic task.WORD does it'
            cand --payload 'What it needs to know: a JSON object, @file or - for stdin'
            cand --tenant 'For whom it is done'
            cand --callback-url 'URL that is told of the end'
            cand --idempotency-key 'A second task with the same key is the first one'
            cand --wait 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;new'= {
            cand --type 'http, email, or a word: a webhook with the topic task.WORD does it'
            cand --payload 'What it needs to know: a JSON object, @file or - for stdin'
            cand --tenant 'For whom it is done'
            cand --callback-url 'URL that is told of the end'
            cand --idempotency-key 'A second task with the same key is the first one'
            cand --wait 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;retry'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;retry'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;cancel'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;cancel'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;wait'= {
            cand --within 'For so long at most, each'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;wait'= {
            cand --within 'For so long at most, each'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;callback-secret'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;tasks;callback-secret;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;callback-secret;rotate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;tasks;callback-secret;help'= {
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;tasks;callback-secret;help;get'= {
        }
        &'jobcelis;tasks;callback-secret;help;rotate'= {
        }
        &'jobcelis;tasks;callback-secret;help;help'= {
        }
        &'jobcelis;task;callback-secret'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;task;callback-secret;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;callback-secret;rotate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;task;callback-secret;help'= {
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;task;callback-secret;help;get'= {
        }
        &'jobcelis;task;callback-secret;help;rotate'= {
        }
        &'jobcelis;task;callback-secret;help;help'= {
        }
        &'jobcelis;tasks;help'= {
            cand list 'List tasks, newest first'
            cand get 'Show tasks with their attempts'
            cand create 'Have something done once'
            cand retry 'Run tasks now, also those that have ended'
            cand cancel 'End tasks that have not ended'
            cand wait 'Wait until tasks have ended; exit code 1 unless all succeed'
            cand callback-secret 'The secret by which callbacks are signed'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;tasks;help;list'= {
        }
        &'jobcelis;tasks;help;get'= {
        }
        &'jobcelis;tasks;help;create'= {
        }
        &'jobcelis;tasks;help;retry'= {
        }
        &'jobcelis;tasks;help;cancel'= {
        }
        &'jobcelis;tasks;help;wait'= {
        }
        &'jobcelis;tasks;help;callback-secret'= {
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
        }
        &'jobcelis;tasks;help;callback-secret;get'= {
        }
        &'jobcelis;tasks;help;callback-secret;rotate'= {
        }
        &'jobcelis;tasks;help;help'= {
        }
        &'jobcelis;task;help'= {
            cand list 'List tasks, newest first'
            cand get 'Show tasks with their attempts'
            cand create 'Have something done once'
            cand retry 'Run tasks now, also those that have ended'
            cand cancel 'End tasks that have not ended'
            cand wait 'Wait until tasks have ended; exit code 1 unless all succeed'
            cand callback-secret 'The secret by which callbacks are signed'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;task;help;list'= {
        }
        &'jobcelis;task;help;get'= {
        }
        &'jobcelis;task;help;create'= {
        }
        &'jobcelis;task;help;retry'= {
        }
        &'jobcelis;task;help;cancel'= {
        }
        &'jobcelis;task;help;wait'= {
        }
        &'jobcelis;task;help;callback-secret'= {
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
        }
        &'jobcelis;task;help;callback-secret;get'= {
        }
        &'jobcelis;task;help;callback-secret;rotate'= {
        }
        &'jobcelis;task;help;help'= {
        }
        &'jobcelis;sandbox'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List endpoints'
            cand ls 'List endpoints'
            cand create 'Make an endpoint'
            cand new 'Make an endpoint'
            cand update 'Rename endpoints; their URLs stay'
            cand rename 'Rename endpoints; their URLs stay'
            cand delete 'Delete endpoints and what they have kept'
            cand rm 'Delete endpoints and what they have kept'
            cand url 'Print the URLs that requests are sent to'
            cand requests 'Show what an endpoint has kept, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;sandbox;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-expired 'Expired ones too, until they are erased'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-expired 'Expired ones too, until they are erased'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;create'= {
            cand --name 'name'
            cand --ttl-hours 'Hours until it expires, 1 to 720; a week if not given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --open 'Open its URL in the browser, as a first request'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;new'= {
            cand --name 'name'
            cand --ttl-hours 'Hours until it expires, 1 to 720; a week if not given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --open 'Open its URL in the browser, as a first request'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;update'= {
            cand --name 'name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;rename'= {
            cand --name 'name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;url'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;requests'= {
            cand --count 'With --follow: end after so many requests'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --follow 'Show each request as it arrives, until Ctrl-C'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sandbox;help'= {
            cand list 'List endpoints'
            cand create 'Make an endpoint'
            cand update 'Rename endpoints; their URLs stay'
            cand delete 'Delete endpoints and what they have kept'
            cand url 'Print the URLs that requests are sent to'
            cand requests 'Show what an endpoint has kept, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;sandbox;help;list'= {
        }
        &'jobcelis;sandbox;help;create'= {
        }
        &'jobcelis;sandbox;help;update'= {
        }
        &'jobcelis;sandbox;help;delete'= {
        }
        &'jobcelis;sandbox;help;url'= {
        }
        &'jobcelis;sandbox;help;requests'= {
        }
        &'jobcelis;sandbox;help;help'= {
        }
        &'jobcelis;embed'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand tokens 'The tokens that open the portal'
            cand token 'The tokens that open the portal'
            cand snippet 'Print what to paste into a page'
            cand tokens-list 'List tokens, as the official client does'
            cand tokens-create 'Make a token, which is shown this once'
            cand tokens-revoke 'Revoke tokens'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;embed;tokens'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List tokens; what they are is never shown again'
            cand ls 'List tokens; what they are is never shown again'
            cand create 'Make a token, which is shown this once'
            cand new 'Make a token, which is shown this once'
            cand revoke 'End tokens at once'
            cand rm 'End tokens at once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;embed;token'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List tokens; what they are is never shown again'
            cand ls 'List tokens; what they are is never shown again'
            cand create 'Make a token, which is shown this once'
            cand new 'Make a token, which is shown this once'
            cand revoke 'End tokens at once'
            cand rm 'End tokens at once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;embed;tokens;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Revoked and expired ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Revoked and expired ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;token;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Revoked and expired ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;token;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Revoked and expired ones too'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens;create'= {
            cand --name 'name'
            cand --scopes 'webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given'
            cand --origins 'Pages it is for, such as https://app.example.com or https://*.example.com; any if not given'
            cand --tenant 'Whose webhooks it is about: they see and make those of this name only'
            cand --metadata 'A JSON object to keep with it: JSON, @file or - for stdin'
            cand --expires-in 'How long it holds, such as 1h or 30d'
            cand --expires-at 'When it ends: RFC 3339, a date, or words like +7d'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens;new'= {
            cand --name 'name'
            cand --scopes 'webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given'
            cand --origins 'Pages it is for, such as https://app.example.com or https://*.example.com; any if not given'
            cand --tenant 'Whose webhooks it is about: they see and make those of this name only'
            cand --metadata 'A JSON object to keep with it: JSON, @file or - for stdin'
            cand --expires-in 'How long it holds, such as 1h or 30d'
            cand --expires-at 'When it ends: RFC 3339, a date, or words like +7d'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;token;create'= {
            cand --name 'name'
            cand --scopes 'webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given'
            cand --origins 'Pages it is for, such as https://app.example.com or https://*.example.com; any if not given'
            cand --tenant 'Whose webhooks it is about: they see and make those of this name only'
            cand --metadata 'A JSON object to keep with it: JSON, @file or - for stdin'
            cand --expires-in 'How long it holds, such as 1h or 30d'
            cand --expires-at 'When it ends: RFC 3339, a date, or words like +7d'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;token;new'= {
            cand --name 'name'
            cand --scopes 'webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given'
            cand --origins 'Pages it is for, such as https://app.example.com or https://*.example.com; any if not given'
            cand --tenant 'Whose webhooks it is about: they see and make those of this name only'
            cand --metadata 'A JSON object to keep with it: JSON, @file or - for stdin'
            cand --expires-in 'How long it holds, such as 1h or 30d'
            cand --expires-at 'When it ends: RFC 3339, a date, or words like +7d'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens;revoke'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;token;revoke'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;token;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens;help'= {
            cand list 'List tokens; what they are is never shown again'
            cand create 'Make a token, which is shown this once'
            cand revoke 'End tokens at once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;embed;tokens;help;list'= {
        }
        &'jobcelis;embed;tokens;help;create'= {
        }
        &'jobcelis;embed;tokens;help;revoke'= {
        }
        &'jobcelis;embed;tokens;help;help'= {
        }
        &'jobcelis;embed;token;help'= {
            cand list 'List tokens; what they are is never shown again'
            cand create 'Make a token, which is shown this once'
            cand revoke 'End tokens at once'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;embed;token;help;list'= {
        }
        &'jobcelis;embed;token;help;create'= {
        }
        &'jobcelis;embed;token;help;revoke'= {
        }
        &'jobcelis;embed;token;help;help'= {
        }
        &'jobcelis;embed;snippet'= {
            cand --locale 'Language of the portal'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens-list'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens-create'= {
            cand --name 'name'
            cand --scopes 'webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given'
            cand --origins 'Pages it is for, such as https://app.example.com or https://*.example.com; any if not given'
            cand --tenant 'Whose webhooks it is about: they see and make those of this name only'
            cand --metadata 'A JSON object to keep with it: JSON, @file or - for stdin'
            cand --expires-in 'How long it holds, such as 1h or 30d'
            cand --expires-at 'When it ends: RFC 3339, a date, or words like +7d'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;tokens-revoke'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;embed;help'= {
            cand tokens 'The tokens that open the portal'
            cand snippet 'Print what to paste into a page'
            cand tokens-list 'List tokens, as the official client does'
            cand tokens-create 'Make a token, which is shown this once'
            cand tokens-revoke 'Revoke tokens'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;embed;help;tokens'= {
            cand list 'List tokens; what they are is never shown again'
            cand create 'Make a token, which is shown this once'
            cand revoke 'End tokens at once'
        }
        &'jobcelis;embed;help;tokens;list'= {
        }
        &'jobcelis;embed;help;tokens;create'= {
        }
        &'jobcelis;embed;help;tokens;revoke'= {
        }
        &'jobcelis;embed;help;snippet'= {
        }
        &'jobcelis;embed;help;tokens-list'= {
        }
        &'jobcelis;embed;help;tokens-create'= {
        }
        &'jobcelis;embed;help;tokens-revoke'= {
        }
        &'jobcelis;embed;help;help'= {
        }
        &'jobcelis;channels'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand show 'Show what is set, without its secrets'
            cand get 'Show what is set, without its secrets'
            cand list 'Show what is set, without its secrets'
            cand ls 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
            cand rm 'Remove all channels'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;channel'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand show 'Show what is set, without its secrets'
            cand get 'Show what is set, without its secrets'
            cand list 'Show what is set, without its secrets'
            cand ls 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
            cand rm 'Remove all channels'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;alerts'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand show 'Show what is set, without its secrets'
            cand get 'Show what is set, without its secrets'
            cand list 'Show what is set, without its secrets'
            cand ls 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
            cand rm 'Remove all channels'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;channels;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;list'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;ls'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;list'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;ls'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;list'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;ls'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;set'= {
            cand --events 'What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \"\" is all'
            cand --secret 'What messages to a webhook are signed with: @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --disable 'Keep it, but send nothing there'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;set'= {
            cand --events 'What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \"\" is all'
            cand --secret 'What messages to a webhook are signed with: @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --disable 'Keep it, but send nothing there'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;set'= {
            cand --events 'What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \"\" is all'
            cand --secret 'What messages to a webhook are signed with: @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --disable 'Keep it, but send nothing there'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;unset'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;unset'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;unset'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;test'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;test'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;test'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;upsert'= {
            cand --config 'The request as JSON, @file or - for stdin; in the place of the shared option of this name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;upsert'= {
            cand --config 'The request as JSON, @file or - for stdin; in the place of the shared option of this name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;upsert'= {
            cand --config 'The request as JSON, @file or - for stdin; in the place of the shared option of this name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channel;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;alerts;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;channels;help'= {
            cand show 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;channels;help;show'= {
        }
        &'jobcelis;channels;help;set'= {
        }
        &'jobcelis;channels;help;unset'= {
        }
        &'jobcelis;channels;help;test'= {
        }
        &'jobcelis;channels;help;upsert'= {
        }
        &'jobcelis;channels;help;delete'= {
        }
        &'jobcelis;channels;help;help'= {
        }
        &'jobcelis;channel;help'= {
            cand show 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;channel;help;show'= {
        }
        &'jobcelis;channel;help;set'= {
        }
        &'jobcelis;channel;help;unset'= {
        }
        &'jobcelis;channel;help;test'= {
        }
        &'jobcelis;channel;help;upsert'= {
        }
        &'jobcelis;channel;help;delete'= {
        }
        &'jobcelis;channel;help;help'= {
        }
        &'jobcelis;alerts;help'= {
            cand show 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;alerts;help;show'= {
        }
        &'jobcelis;alerts;help;set'= {
        }
        &'jobcelis;alerts;help;unset'= {
        }
        &'jobcelis;alerts;help;test'= {
        }
        &'jobcelis;alerts;help;upsert'= {
        }
        &'jobcelis;alerts;help;delete'= {
        }
        &'jobcelis;alerts;help;help'= {
        }
        &'jobcelis;project'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand get 'Show the project'
            cand update 'Change the project'
            cand topics 'List the topics that events have used'
            cand token 'Show what is known of the API key'
            cand regenerate-token 'Replace the API key: the old one stops working at once'
            cand restrict-token 'Limit what the API key may do and from where'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;project;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;project;update'= {
            cand --name 'name'
            cand --settings 'Settings as JSON; they replace the old ones'
            cand --retention-policy 'How long data are kept, as JSON'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;project;topics'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;project;token'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;project;regenerate-token'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --save 'Keep the new key in the profile'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;project;restrict-token'= {
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --name 'name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;project;help'= {
            cand get 'Show the project'
            cand update 'Change the project'
            cand topics 'List the topics that events have used'
            cand token 'Show what is known of the API key'
            cand regenerate-token 'Replace the API key: the old one stops working at once'
            cand restrict-token 'Limit what the API key may do and from where'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;project;help;get'= {
        }
        &'jobcelis;project;help;update'= {
        }
        &'jobcelis;project;help;topics'= {
        }
        &'jobcelis;project;help;token'= {
        }
        &'jobcelis;project;help;regenerate-token'= {
        }
        &'jobcelis;project;help;restrict-token'= {
        }
        &'jobcelis;project;help;help'= {
        }
        &'jobcelis;api-keys'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the keys, disabled ones among them'
            cand ls 'List the keys, disabled ones among them'
            cand create 'Make a key; its secret is the credential'
            cand new 'Make a key; its secret is the credential'
            cand update 'Change what keys may do, from where and for whom'
            cand rotate 'Give keys new secrets; the old ones stop working at once'
            cand disable 'Refuse keys until they are enabled again'
            cand enable 'Let disabled keys work again'
            cand reveal 'Show the secrets of keys again, for whoever is logged in and knows the password'
            cand delete 'End keys for good'
            cand rm 'End keys for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;api-key'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the keys, disabled ones among them'
            cand ls 'List the keys, disabled ones among them'
            cand create 'Make a key; its secret is the credential'
            cand new 'Make a key; its secret is the credential'
            cand update 'Change what keys may do, from where and for whom'
            cand rotate 'Give keys new secrets; the old ones stop working at once'
            cand disable 'Refuse keys until they are enabled again'
            cand enable 'Let disabled keys work again'
            cand reveal 'Show the secrets of keys again, for whoever is logged in and knows the password'
            cand delete 'End keys for good'
            cand rm 'End keys for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;api-keys;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;create'= {
            cand --description 'What it is for'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has'
            cand --permissions 'Names of your own, for programs of yours that ask what a key may do'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --tenants 'Tenants that it may act for; empty is any'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;new'= {
            cand --description 'What it is for'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has'
            cand --permissions 'Names of your own, for programs of yours that ask what a key may do'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --tenants 'Tenants that it may act for; empty is any'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;create'= {
            cand --description 'What it is for'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has'
            cand --permissions 'Names of your own, for programs of yours that ask what a key may do'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --tenants 'Tenants that it may act for; empty is any'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;new'= {
            cand --description 'What it is for'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has'
            cand --permissions 'Names of your own, for programs of yours that ask what a key may do'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --tenants 'Tenants that it may act for; empty is any'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;update'= {
            cand --description 'What it is for'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has'
            cand --permissions 'Names of your own, for programs of yours that ask what a key may do'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --tenants 'Tenants that it may act for; empty is any'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;update'= {
            cand --description 'What it is for'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has'
            cand --permissions 'Names of your own, for programs of yours that ask what a key may do'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --tenants 'Tenants that it may act for; empty is any'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;rotate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;rotate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;disable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;disable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;enable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;enable'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;reveal'= {
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;reveal'= {
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-key;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api-keys;help'= {
            cand list 'List the keys, disabled ones among them'
            cand create 'Make a key; its secret is the credential'
            cand update 'Change what keys may do, from where and for whom'
            cand rotate 'Give keys new secrets; the old ones stop working at once'
            cand disable 'Refuse keys until they are enabled again'
            cand enable 'Let disabled keys work again'
            cand reveal 'Show the secrets of keys again, for whoever is logged in and knows the password'
            cand delete 'End keys for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;api-keys;help;list'= {
        }
        &'jobcelis;api-keys;help;create'= {
        }
        &'jobcelis;api-keys;help;update'= {
        }
        &'jobcelis;api-keys;help;rotate'= {
        }
        &'jobcelis;api-keys;help;disable'= {
        }
        &'jobcelis;api-keys;help;enable'= {
        }
        &'jobcelis;api-keys;help;reveal'= {
        }
        &'jobcelis;api-keys;help;delete'= {
        }
        &'jobcelis;api-keys;help;help'= {
        }
        &'jobcelis;api-key;help'= {
            cand list 'List the keys, disabled ones among them'
            cand create 'Make a key; its secret is the credential'
            cand update 'Change what keys may do, from where and for whom'
            cand rotate 'Give keys new secrets; the old ones stop working at once'
            cand disable 'Refuse keys until they are enabled again'
            cand enable 'Let disabled keys work again'
            cand reveal 'Show the secrets of keys again, for whoever is logged in and knows the password'
            cand delete 'End keys for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;api-key;help;list'= {
        }
        &'jobcelis;api-key;help;create'= {
        }
        &'jobcelis;api-key;help;update'= {
        }
        &'jobcelis;api-key;help;rotate'= {
        }
        &'jobcelis;api-key;help;disable'= {
        }
        &'jobcelis;api-key;help;enable'= {
        }
        &'jobcelis;api-key;help;reveal'= {
        }
        &'jobcelis;api-key;help;delete'= {
        }
        &'jobcelis;api-key;help;help'= {
        }
        &'jobcelis;projects'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the projects, those of others that one belongs to among them'
            cand ls 'List the projects, those of others that one belongs to among them'
            cand get 'Show projects'
            cand create 'Make a project; its API key is shown once'
            cand new 'Make a project; its API key is shown once'
            cand update 'Change projects'
            cand delete 'Delete projects with everything in them; asks for the name on a terminal'
            cand rm 'Delete projects with everything in them; asks for the name on a terminal'
            cand set-default 'Make a project the one that counts where none is named'
            cand use 'Work in a project from now on: it is kept in the profile'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;projects;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;create'= {
            cand --name 'name'
            cand --settings 'Settings as JSON'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;new'= {
            cand --name 'name'
            cand --settings 'Settings as JSON'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;update'= {
            cand --name 'name'
            cand --settings 'Settings as JSON; they replace the old ones'
            cand --retention-policy 'How long data are kept, as JSON'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;set-default'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;use'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;projects;help'= {
            cand list 'List the projects, those of others that one belongs to among them'
            cand get 'Show projects'
            cand create 'Make a project; its API key is shown once'
            cand update 'Change projects'
            cand delete 'Delete projects with everything in them; asks for the name on a terminal'
            cand set-default 'Make a project the one that counts where none is named'
            cand use 'Work in a project from now on: it is kept in the profile'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;projects;help;list'= {
        }
        &'jobcelis;projects;help;get'= {
        }
        &'jobcelis;projects;help;create'= {
        }
        &'jobcelis;projects;help;update'= {
        }
        &'jobcelis;projects;help;delete'= {
        }
        &'jobcelis;projects;help;set-default'= {
        }
        &'jobcelis;projects;help;use'= {
        }
        &'jobcelis;projects;help;help'= {
        }
        &'jobcelis;members'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the members and who is invited'
            cand ls 'List the members and who is invited'
            cand add 'Invite users to the project'
            cand new 'Invite users to the project'
            cand update 'Change what members may do'
            cand remove 'Take members out of the project'
            cand rm 'Take members out of the project'
            cand leave 'Leave the project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;member'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the members and who is invited'
            cand ls 'List the members and who is invited'
            cand add 'Invite users to the project'
            cand new 'Invite users to the project'
            cand update 'Change what members may do'
            cand remove 'Take members out of the project'
            cand rm 'Take members out of the project'
            cand leave 'Leave the project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;members;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;add'= {
            cand --email 'Addresses of their accounts'
            cand --role 'What they may do; viewer unless given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;new'= {
            cand --email 'Addresses of their accounts'
            cand --role 'What they may do; viewer unless given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;add'= {
            cand --email 'Addresses of their accounts'
            cand --role 'What they may do; viewer unless given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;new'= {
            cand --email 'Addresses of their accounts'
            cand --role 'What they may do; viewer unless given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;update'= {
            cand --role 'role'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;update'= {
            cand --role 'role'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;remove'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;remove'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;leave'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;member;leave'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;members;help'= {
            cand list 'List the members and who is invited'
            cand add 'Invite users to the project'
            cand update 'Change what members may do'
            cand remove 'Take members out of the project'
            cand leave 'Leave the project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;members;help;list'= {
        }
        &'jobcelis;members;help;add'= {
        }
        &'jobcelis;members;help;update'= {
        }
        &'jobcelis;members;help;remove'= {
        }
        &'jobcelis;members;help;leave'= {
        }
        &'jobcelis;members;help;help'= {
        }
        &'jobcelis;member;help'= {
            cand list 'List the members and who is invited'
            cand add 'Invite users to the project'
            cand update 'Change what members may do'
            cand remove 'Take members out of the project'
            cand leave 'Leave the project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;member;help;list'= {
        }
        &'jobcelis;member;help;add'= {
        }
        &'jobcelis;member;help;update'= {
        }
        &'jobcelis;member;help;remove'= {
        }
        &'jobcelis;member;help;leave'= {
        }
        &'jobcelis;member;help;help'= {
        }
        &'jobcelis;invitations'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand pending 'List the invitations that wait for an answer'
            cand list 'List the invitations that wait for an answer'
            cand ls 'List the invitations that wait for an answer'
            cand accept 'Join the projects'
            cand reject 'Decline'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;invitation'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand pending 'List the invitations that wait for an answer'
            cand list 'List the invitations that wait for an answer'
            cand ls 'List the invitations that wait for an answer'
            cand accept 'Join the projects'
            cand reject 'Decline'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;invitations;pending'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitations;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitations;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitation;pending'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitation;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitation;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitations;accept'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitation;accept'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitations;reject'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitation;reject'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;invitations;help'= {
            cand pending 'List the invitations that wait for an answer'
            cand accept 'Join the projects'
            cand reject 'Decline'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;invitations;help;pending'= {
        }
        &'jobcelis;invitations;help;accept'= {
        }
        &'jobcelis;invitations;help;reject'= {
        }
        &'jobcelis;invitations;help;help'= {
        }
        &'jobcelis;invitation;help'= {
            cand pending 'List the invitations that wait for an answer'
            cand accept 'Join the projects'
            cand reject 'Decline'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;invitation;help;pending'= {
        }
        &'jobcelis;invitation;help;accept'= {
        }
        &'jobcelis;invitation;help;reject'= {
        }
        &'jobcelis;invitation;help;help'= {
        }
        &'jobcelis;analytics'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand events 'Accepted events of each day'
            cand deliveries 'Deliveries of each day and what became of them'
            cand topics 'The topics with most events'
            cand webhook-stats 'What became of the deliveries of each webhook'
            cand summary 'The last days in short'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;analytics;events'= {
            cand --days 'Days up to today, 1 to 90'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --fill 'Also days on which nothing happened'
            cand --chart 'Draw it'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;analytics;deliveries'= {
            cand --days 'Days up to today, 1 to 90'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --fill 'Also days on which nothing happened'
            cand --chart 'Draw it'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;analytics;topics'= {
            cand --limit 'How many topics, 1 to 50'
            cand --days 'Only of so many days up to today; without it of all time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --chart 'Draw it'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;analytics;webhook-stats'= {
            cand --days 'Days up to today, 1 to 90'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --chart 'Draw it'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;analytics;summary'= {
            cand --days 'Days up to today, 1 to 90'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;analytics;help'= {
            cand events 'Accepted events of each day'
            cand deliveries 'Deliveries of each day and what became of them'
            cand topics 'The topics with most events'
            cand webhook-stats 'What became of the deliveries of each webhook'
            cand summary 'The last days in short'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;analytics;help;events'= {
        }
        &'jobcelis;analytics;help;deliveries'= {
        }
        &'jobcelis;analytics;help;topics'= {
        }
        &'jobcelis;analytics;help;webhook-stats'= {
        }
        &'jobcelis;analytics;help;summary'= {
        }
        &'jobcelis;analytics;help;help'= {
        }
        &'jobcelis;audit'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the entries of the audit log, newest first'
            cand ls 'List the entries of the audit log, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;audit;list'= {
            cand --action 'Such as webhook.created; webhook.* is all that begin so'
            cand --actor-email 'Only of the user with this address'
            cand --resource-type 'Such as webhook, event, api_key'
            cand --resource-id 'Only about the thing with this id'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;audit;ls'= {
            cand --action 'Such as webhook.created; webhook.* is all that begin so'
            cand --actor-email 'Only of the user with this address'
            cand --resource-type 'Such as webhook, event, api_key'
            cand --resource-id 'Only about the thing with this id'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;audit;help'= {
            cand list 'List the entries of the audit log, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;audit;help;list'= {
        }
        &'jobcelis;audit;help;help'= {
        }
        &'jobcelis;export'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand events 'Export events; as NDJSON they can be sent again'
            cand deliveries 'Export deliveries'
            cand jobs 'Export jobs, those that are switched off too'
            cand audit-log 'Export the audit log of the project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;export;events'= {
            cand --topic 'Only of this topic; order.* is all below it'
            cand --status 'active or inactive'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'The newest so many'
            cand --format 'Of the file; json unless given'
            cand -f 'File to write, or - for stdout; without one a name with the day of today'
            cand --file 'File to write, or - for stdout; without one a name with the day of today'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --include-inactive 'Also events that were deleted'
            cand --force 'Replace the file if it exists'
            cand --safe 'Protect cells of CSV that a spreadsheet would take for formulas'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;export;deliveries'= {
            cand --status 'pending, success or failed'
            cand --webhook 'Only to the webhook with this id'
            cand --event 'Only of the event with this id'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'The newest so many'
            cand --format 'Of the file; json unless given'
            cand -f 'File to write, or - for stdout; without one a name with the day of today'
            cand --file 'File to write, or - for stdout; without one a name with the day of today'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand --safe 'Protect cells of CSV that a spreadsheet would take for formulas'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;export;jobs'= {
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --limit 'The newest so many'
            cand --format 'Of the file; json unless given'
            cand -f 'File to write, or - for stdout; without one a name with the day of today'
            cand --file 'File to write, or - for stdout; without one a name with the day of today'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand --safe 'Protect cells of CSV that a spreadsheet would take for formulas'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;export;audit-log'= {
            cand --action 'Such as webhook.created; webhook.* is all that begin so'
            cand --actor-email 'Only of the user with this address'
            cand --resource-type 'Such as webhook, event, api_key'
            cand --resource-id 'Only about the thing with this id'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand --format 'Of the file; json unless given'
            cand -f 'File to write, or - for stdout; without one a name with the day of today'
            cand --file 'File to write, or - for stdout; without one a name with the day of today'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand --safe 'Protect cells of CSV that a spreadsheet would take for formulas'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;export;help'= {
            cand events 'Export events; as NDJSON they can be sent again'
            cand deliveries 'Export deliveries'
            cand jobs 'Export jobs, those that are switched off too'
            cand audit-log 'Export the audit log of the project'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;export;help;events'= {
        }
        &'jobcelis;export;help;deliveries'= {
        }
        &'jobcelis;export;help;jobs'= {
        }
        &'jobcelis;export;help;audit-log'= {
        }
        &'jobcelis;export;help;help'= {
        }
        &'jobcelis;retention'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand get 'Show what is set, what comes of it, and when data are removed next'
            cand set 'Change how long data are kept; what is not named stays'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;retention;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;retention;set'= {
            cand --events-days 'Days that events are kept; 0 is for ever'
            cand --deliveries-days 'Days that deliveries are kept'
            cand --audit-logs-days 'Days that entries of the audit log are kept'
            cand --job-runs-days 'Days that runs of jobs are kept'
            cand --dead-letters-days 'Days that dead letters are kept after they were resolved'
            cand --default 'Back to what the server keeps by default: these, or everything'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;retention;help'= {
            cand get 'Show what is set, what comes of it, and when data are removed next'
            cand set 'Change how long data are kept; what is not named stays'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;retention;help;get'= {
        }
        &'jobcelis;retention;help;set'= {
        }
        &'jobcelis;retention;help;help'= {
        }
        &'jobcelis;purge'= {
            cand --type 'events, deliveries, audit_logs, dead_letters, job_runs or sandbox_requests'
            cand --older-than 'Age such as 90d, 2w, 6mo or 1y, or the date before which they were made'
            cand --topic 'Only of this topic; * is any text, ? any character'
            cand --status 'Only with this status'
            cand --webhook 'Only of this webhook'
            cand --max 'Remove nothing when there are more'
            cand --expect-count 'Remove nothing when there are more or fewer'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;status'= {
            cand --watch 'Ask again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;api'= {
            cand -f 'Set a text; of a GET in the query'
            cand --field 'Set a text; of a GET in the query'
            cand -F 'Set a JSON value'
            cand --json-field 'Set a JSON value'
            cand --input 'Body from a file, or - for stdin'
            cand -H 'H'
            cand --header 'header'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -i 'Also print the status and the headers of the answer'
            cand --include 'Also print the status and the headers of the answer'
            cand --paginate 'Follow the pages and print each'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;verify-signature'= {
            cand --secret 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]'
            cand --body 'Body, byte for byte: as it stands, @file or - for stdin'
            cand --id 'Value of the webhook-id header: the Standard Webhooks scheme'
            cand --timestamp 'Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds'
            cand --scheme 'How it was signed'
            cand --signature 'Value of X-Signature or X-Signing-Signature, of webhook-signature together with --id and --timestamp, or of X-PJ-Signature together with --timestamp'
            cand --header-file 'File with the headers of the delivery, one per line'
            cand --any-secret 'A further secret that may have signed it'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;sign'= {
            cand --secret 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]'
            cand --body 'Body, byte for byte: as it stands, @file or - for stdin'
            cand --id 'Value of the webhook-id header: the Standard Webhooks scheme'
            cand --timestamp 'Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds'
            cand --scheme 'How to sign; without it as X-Signature, or as webhook-signature with --id'
            cand --second-secret 'The second secret of a webhook, for X-Signing-Signature'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;login'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand --code 'Code of the second factor, or a backup code; asked for where the server wants one'
            cand --data-dir 'With --local: folder of the server''s data'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --with-api-key 'Read an API key from stdin and keep that'
            cand --local 'Without a password, to the server of this user on this machine; makes an account if there is none'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;logout'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Of every profile; API keys are forgotten too'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;whoami'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand register 'Make an account with a project and its API key'
            cand login 'Exchange address and password for a token'
            cand refresh 'Exchange a token for a fresh one'
            cand mfa-verify 'Complete a login with the code of the second factor'
            cand mfa 'The second factor of the login'
            cand forgot-password 'Ask for a mail with a link to a new password'
            cand reset-password 'Set a new password with the token of a mailed link'
            cand confirm-email 'Confirm an address with the token of a mailed link, or have the mail sent again'
            cand email 'Change the address of your account'
            cand status 'Show who is logged in; exit code 4 when nobody is'
            cand token 'Print the token of the login'
            cand sessions 'Where the account is logged in'
            cand password 'Change the password; every other login of the account ends'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;auth;register'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin'
            cand --name 'name'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --save 'Keep token and API key in the profile'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;login'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;refresh'= {
            cand --token 'token'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa-verify'= {
            cand --token 'Token that the login answered'
            cand --code 'code'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand status 'Show whether a login takes a code, and how many backup codes are left'
            cand setup 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code'
            cand enable 'Switch the second factor on with a first code; shows the backup codes, once'
            cand disable 'Switch the second factor off'
            cand backup-codes 'Make new backup codes and show them, once; the old ones stop working'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;auth;mfa;status'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa;setup'= {
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa;enable'= {
            cand --code 'Code of the authenticator app, or a backup code; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa;disable'= {
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand --code 'Code of the authenticator app, or a backup code; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa;backup-codes'= {
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand --code 'Code of the authenticator app, or a backup code; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;mfa;help'= {
            cand status 'Show whether a login takes a code, and how many backup codes are left'
            cand setup 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code'
            cand enable 'Switch the second factor on with a first code; shows the backup codes, once'
            cand disable 'Switch the second factor off'
            cand backup-codes 'Make new backup codes and show them, once; the old ones stop working'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;auth;mfa;help;status'= {
        }
        &'jobcelis;auth;mfa;help;setup'= {
        }
        &'jobcelis;auth;mfa;help;enable'= {
        }
        &'jobcelis;auth;mfa;help;disable'= {
        }
        &'jobcelis;auth;mfa;help;backup-codes'= {
        }
        &'jobcelis;auth;mfa;help;help'= {
        }
        &'jobcelis;auth;forgot-password'= {
            cand --email 'email'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;reset-password'= {
            cand --token 'Last part of the link, or - for stdin'
            cand --password 'As it stands, @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;confirm-email'= {
            cand --token 'Last part of the link, or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --resend 'Send the mail once more'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;email'= {
            cand --password 'Your password: as it stands, @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;status'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;token'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;sessions'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the logins, the last used one first'
            cand ls 'List the logins, the last used one first'
            cand revoke 'End logins: those named, or all but this one'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;auth;sessions;list'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;sessions;ls'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;sessions;revoke'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'All but this one'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;sessions;help'= {
            cand list 'List the logins, the last used one first'
            cand revoke 'End logins: those named, or all but this one'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;auth;sessions;help;list'= {
        }
        &'jobcelis;auth;sessions;help;revoke'= {
        }
        &'jobcelis;auth;sessions;help;help'= {
        }
        &'jobcelis;auth;password'= {
            cand --current-password 'As it stands, @file or - for stdin; asked for otherwise'
            cand --new-password 'As it stands, @file or - for stdin; asked for otherwise'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;auth;help'= {
            cand register 'Make an account with a project and its API key'
            cand login 'Exchange address and password for a token'
            cand refresh 'Exchange a token for a fresh one'
            cand mfa-verify 'Complete a login with the code of the second factor'
            cand mfa 'The second factor of the login'
            cand forgot-password 'Ask for a mail with a link to a new password'
            cand reset-password 'Set a new password with the token of a mailed link'
            cand confirm-email 'Confirm an address with the token of a mailed link, or have the mail sent again'
            cand email 'Change the address of your account'
            cand status 'Show who is logged in; exit code 4 when nobody is'
            cand token 'Print the token of the login'
            cand sessions 'Where the account is logged in'
            cand password 'Change the password; every other login of the account ends'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;auth;help;register'= {
        }
        &'jobcelis;auth;help;login'= {
        }
        &'jobcelis;auth;help;refresh'= {
        }
        &'jobcelis;auth;help;mfa-verify'= {
        }
        &'jobcelis;auth;help;mfa'= {
            cand status 'Show whether a login takes a code, and how many backup codes are left'
            cand setup 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code'
            cand enable 'Switch the second factor on with a first code; shows the backup codes, once'
            cand disable 'Switch the second factor off'
            cand backup-codes 'Make new backup codes and show them, once; the old ones stop working'
        }
        &'jobcelis;auth;help;mfa;status'= {
        }
        &'jobcelis;auth;help;mfa;setup'= {
        }
        &'jobcelis;auth;help;mfa;enable'= {
        }
        &'jobcelis;auth;help;mfa;disable'= {
        }
        &'jobcelis;auth;help;mfa;backup-codes'= {
        }
        &'jobcelis;auth;help;forgot-password'= {
        }
        &'jobcelis;auth;help;reset-password'= {
        }
        &'jobcelis;auth;help;confirm-email'= {
        }
        &'jobcelis;auth;help;email'= {
        }
        &'jobcelis;auth;help;status'= {
        }
        &'jobcelis;auth;help;token'= {
        }
        &'jobcelis;auth;help;sessions'= {
            cand list 'List the logins, the last used one first'
            cand revoke 'End logins: those named, or all but this one'
        }
        &'jobcelis;auth;help;sessions;list'= {
        }
        &'jobcelis;auth;help;sessions;revoke'= {
        }
        &'jobcelis;auth;help;password'= {
        }
        &'jobcelis;auth;help;help'= {
        }
        &'jobcelis;account'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand get 'Show the account'
            cand show 'Show the account'
            cand update 'Change the account'
            cand activity 'List what the account did, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;account;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;account;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;account;update'= {
            cand --name 'name'
            cand --locale 'Language of pages and mails: en or es'
            cand --theme 'Colours of the pages: light, dark or system'
            cand --default-project 'Project to act on when none is named'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;account;activity'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;account;help'= {
            cand get 'Show the account'
            cand update 'Change the account'
            cand activity 'List what the account did, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;account;help;get'= {
        }
        &'jobcelis;account;help;update'= {
        }
        &'jobcelis;account;help;activity'= {
        }
        &'jobcelis;account;help;help'= {
        }
        &'jobcelis;notifications'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List notifications, newest first'
            cand ls 'List notifications, newest first'
            cand read 'Mark notifications as read'
            cand read-all 'Mark all notifications as read'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;notification'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List notifications, newest first'
            cand ls 'List notifications, newest first'
            cand read 'Mark notifications as read'
            cand read-all 'Mark all notifications as read'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;notifications;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unread 'Only those that were not read'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notifications;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unread 'Only those that were not read'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notification;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unread 'Only those that were not read'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notification;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --unread 'Only those that were not read'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notifications;read'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notification;read'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notifications;read-all'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notification;read-all'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;notifications;help'= {
            cand list 'List notifications, newest first'
            cand read 'Mark notifications as read'
            cand read-all 'Mark all notifications as read'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;notifications;help;list'= {
        }
        &'jobcelis;notifications;help;read'= {
        }
        &'jobcelis;notifications;help;read-all'= {
        }
        &'jobcelis;notifications;help;help'= {
        }
        &'jobcelis;notification;help'= {
            cand list 'List notifications, newest first'
            cand read 'Mark notifications as read'
            cand read-all 'Mark all notifications as read'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;notification;help;list'= {
        }
        &'jobcelis;notification;help;read'= {
        }
        &'jobcelis;notification;help;read-all'= {
        }
        &'jobcelis;notification;help;help'= {
        }
        &'jobcelis;gdpr'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand consents 'List what you agreed to'
            cand accept 'Agree to the current text of a purpose'
            cand revoke 'Take the agreement to a purpose back'
            cand export 'Print a copy of your data'
            cand restrict 'Have processing rest: nothing is taken in, what is due waits'
            cand lift-restriction 'Let processing go on after `restrict`'
            cand unrestrict 'Let processing go on after `restrict`'
            cand object 'Object to the processing of your data; your projects rest as with `restrict`'
            cand restore 'Take the objection back'
            cand unobject 'Take the objection back'
            cand delete 'Delete your account and your projects with everything in them, for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;gdpr;consents'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;accept'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;revoke'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;export'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;restrict'= {
            cand --password 'As it stands, @file or - for stdin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;lift-restriction'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;unrestrict'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;object'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;restore'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;unobject'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;delete'= {
            cand --password 'As it stands, @file or - for stdin'
            cand --code 'Code of the second factor, if it is on'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;gdpr;help'= {
            cand consents 'List what you agreed to'
            cand accept 'Agree to the current text of a purpose'
            cand revoke 'Take the agreement to a purpose back'
            cand export 'Print a copy of your data'
            cand restrict 'Have processing rest: nothing is taken in, what is due waits'
            cand lift-restriction 'Let processing go on after `restrict`'
            cand object 'Object to the processing of your data; your projects rest as with `restrict`'
            cand restore 'Take the objection back'
            cand delete 'Delete your account and your projects with everything in them, for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;gdpr;help;consents'= {
        }
        &'jobcelis;gdpr;help;accept'= {
        }
        &'jobcelis;gdpr;help;revoke'= {
        }
        &'jobcelis;gdpr;help;export'= {
        }
        &'jobcelis;gdpr;help;restrict'= {
        }
        &'jobcelis;gdpr;help;lift-restriction'= {
        }
        &'jobcelis;gdpr;help;object'= {
        }
        &'jobcelis;gdpr;help;restore'= {
        }
        &'jobcelis;gdpr;help;delete'= {
        }
        &'jobcelis;gdpr;help;help'= {
        }
        &'jobcelis;profile'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List the profiles'
            cand ls 'List the profiles'
            cand show 'Show a profile, its secrets masked'
            cand use 'Use a profile when none is named'
            cand set 'Set a value of the profile in use'
            cand delete 'Remove a profile'
            cand rm 'Remove a profile'
            cand rename 'Give a profile another name'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;profile;list'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;ls'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;use'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;set'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;delete'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;rm'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;rename'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;profile;help'= {
            cand list 'List the profiles'
            cand show 'Show a profile, its secrets masked'
            cand use 'Use a profile when none is named'
            cand set 'Set a value of the profile in use'
            cand delete 'Remove a profile'
            cand rename 'Give a profile another name'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;profile;help;list'= {
        }
        &'jobcelis;profile;help;show'= {
        }
        &'jobcelis;profile;help;use'= {
        }
        &'jobcelis;profile;help;set'= {
        }
        &'jobcelis;profile;help;delete'= {
        }
        &'jobcelis;profile;help;rename'= {
        }
        &'jobcelis;profile;help;help'= {
        }
        &'jobcelis;admin'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand users 'Everyone with an account'
            cand user 'Everyone with an account'
            cand projects 'The projects of everyone'
            cand audit 'Who did what, everywhere'
            cand backups 'The backups of the server'
            cand backup 'The backups of the server'
            cand uptime 'Show how the server is and has been'
            cand settings 'Show the settings the server runs with'
            cand run-retention 'Remove what is too old now instead of at its time (superadmins only)'
            cand create-superadmin 'Make somebody a superadmin, with a new account if they have none'
            cand reset-password 'Give a user another password; the server must not run'
            cand unlock 'End the lock of a user after too many failed logins; the server must not run'
            cand reset-mfa 'Switch the second factor of a user off; the server must not run'
            cand patch-token 'Widen the API key of a project that has shut everyone out; the server must not run'
            cand rotate-keys 'Replace the master key; the server must not run'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;users'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List users, newest first'
            cand ls 'List users, newest first'
            cand show 'Show users'
            cand get 'Show users'
            cand create 'Make an account, or invite somebody to make theirs'
            cand new 'Make an account, or invite somebody to make theirs'
            cand update 'Change a user'
            cand activate 'Let users log in again'
            cand deactivate 'Shut users out: no logins, no keys, and their projects stand still'
            cand unlock 'End the lock after too many failed logins'
            cand reset-link 'Make a link with which a user sets a new password'
            cand reset-mfa 'Switch the second factor off (superadmins only)'
            cand revoke-sessions 'End all logins'
            cand erase 'Erase users with the projects they own, for good (superadmins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;user'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List users, newest first'
            cand ls 'List users, newest first'
            cand show 'Show users'
            cand get 'Show users'
            cand create 'Make an account, or invite somebody to make theirs'
            cand new 'Make an account, or invite somebody to make theirs'
            cand update 'Change a user'
            cand activate 'Let users log in again'
            cand deactivate 'Shut users out: no logins, no keys, and their projects stand still'
            cand unlock 'End the lock after too many failed logins'
            cand reset-link 'Make a link with which a user sets a new password'
            cand reset-mfa 'Switch the second factor off (superadmins only)'
            cand revoke-sessions 'End all logins'
            cand erase 'Erase users with the projects they own, for good (superadmins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;users;list'= {
            cand -s 'A whole address, or part of an address or name'
            cand --search 'A whole address, or part of an address or name'
            cand --role 'user, moderator, admin or superadmin'
            cand --status 'active, inactive or restricted'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;ls'= {
            cand -s 'A whole address, or part of an address or name'
            cand --search 'A whole address, or part of an address or name'
            cand --role 'user, moderator, admin or superadmin'
            cand --status 'active, inactive or restricted'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;list'= {
            cand -s 'A whole address, or part of an address or name'
            cand --search 'A whole address, or part of an address or name'
            cand --role 'user, moderator, admin or superadmin'
            cand --status 'active, inactive or restricted'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;ls'= {
            cand -s 'A whole address, or part of an address or name'
            cand --search 'A whole address, or part of an address or name'
            cand --role 'user, moderator, admin or superadmin'
            cand --status 'active, inactive or restricted'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;create'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin'
            cand --name 'name'
            cand --role 'user, moderator, admin or superadmin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --send-invite 'Have them register themselves; prints the link'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;new'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin'
            cand --name 'name'
            cand --role 'user, moderator, admin or superadmin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --send-invite 'Have them register themselves; prints the link'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;create'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin'
            cand --name 'name'
            cand --role 'user, moderator, admin or superadmin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --send-invite 'Have them register themselves; prints the link'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;new'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin'
            cand --name 'name'
            cand --role 'user, moderator, admin or superadmin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --send-invite 'Have them register themselves; prints the link'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;update'= {
            cand --name 'name'
            cand --email 'email'
            cand --role 'user, moderator, admin or superadmin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;update'= {
            cand --name 'name'
            cand --email 'email'
            cand --role 'user, moderator, admin or superadmin'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;activate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;activate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;deactivate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;deactivate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;unlock'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;unlock'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;reset-link'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;reset-link'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;reset-mfa'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;reset-mfa'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;revoke-sessions'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;revoke-sessions'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;erase'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;user;erase'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;users;help'= {
            cand list 'List users, newest first'
            cand show 'Show users'
            cand create 'Make an account, or invite somebody to make theirs'
            cand update 'Change a user'
            cand activate 'Let users log in again'
            cand deactivate 'Shut users out: no logins, no keys, and their projects stand still'
            cand unlock 'End the lock after too many failed logins'
            cand reset-link 'Make a link with which a user sets a new password'
            cand reset-mfa 'Switch the second factor off (superadmins only)'
            cand revoke-sessions 'End all logins'
            cand erase 'Erase users with the projects they own, for good (superadmins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;users;help;list'= {
        }
        &'jobcelis;admin;users;help;show'= {
        }
        &'jobcelis;admin;users;help;create'= {
        }
        &'jobcelis;admin;users;help;update'= {
        }
        &'jobcelis;admin;users;help;activate'= {
        }
        &'jobcelis;admin;users;help;deactivate'= {
        }
        &'jobcelis;admin;users;help;unlock'= {
        }
        &'jobcelis;admin;users;help;reset-link'= {
        }
        &'jobcelis;admin;users;help;reset-mfa'= {
        }
        &'jobcelis;admin;users;help;revoke-sessions'= {
        }
        &'jobcelis;admin;users;help;erase'= {
        }
        &'jobcelis;admin;users;help;help'= {
        }
        &'jobcelis;admin;user;help'= {
            cand list 'List users, newest first'
            cand show 'Show users'
            cand create 'Make an account, or invite somebody to make theirs'
            cand update 'Change a user'
            cand activate 'Let users log in again'
            cand deactivate 'Shut users out: no logins, no keys, and their projects stand still'
            cand unlock 'End the lock after too many failed logins'
            cand reset-link 'Make a link with which a user sets a new password'
            cand reset-mfa 'Switch the second factor off (superadmins only)'
            cand revoke-sessions 'End all logins'
            cand erase 'Erase users with the projects they own, for good (superadmins only)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;user;help;list'= {
        }
        &'jobcelis;admin;user;help;show'= {
        }
        &'jobcelis;admin;user;help;create'= {
        }
        &'jobcelis;admin;user;help;update'= {
        }
        &'jobcelis;admin;user;help;activate'= {
        }
        &'jobcelis;admin;user;help;deactivate'= {
        }
        &'jobcelis;admin;user;help;unlock'= {
        }
        &'jobcelis;admin;user;help;reset-link'= {
        }
        &'jobcelis;admin;user;help;reset-mfa'= {
        }
        &'jobcelis;admin;user;help;revoke-sessions'= {
        }
        &'jobcelis;admin;user;help;erase'= {
        }
        &'jobcelis;admin;user;help;help'= {
        }
        &'jobcelis;admin;projects'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List projects, newest first, deleted ones too'
            cand ls 'List projects, newest first, deleted ones too'
            cand show 'Show projects with what happened in them last; this is recorded'
            cand get 'Show projects with what happened in them last; this is recorded'
            cand update 'Change the limits of a project, or switch it off and on'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;projects;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;projects;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;projects;show'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;projects;get'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;projects;update'= {
            cand --calls-per-minute 'API calls a minute; 0 is no limit, default that of the server'
            cand --events-per-minute 'Accepted events a minute; 0 is no limit'
            cand --status 'active or inactive; inactive ends its keys, webhooks and pending deliveries for good'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;projects;help'= {
            cand list 'List projects, newest first, deleted ones too'
            cand show 'Show projects with what happened in them last; this is recorded'
            cand update 'Change the limits of a project, or switch it off and on'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;projects;help;list'= {
        }
        &'jobcelis;admin;projects;help;show'= {
        }
        &'jobcelis;admin;projects;help;update'= {
        }
        &'jobcelis;admin;projects;help;help'= {
        }
        &'jobcelis;admin;audit'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List entries, newest first'
            cand ls 'List entries, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;audit;list'= {
            cand --action 'An action such as user.login, or the beginning of some: user.*'
            cand --actor-email 'Of the user with this address'
            cand --user-id 'Of this user'
            cand --resource-type 'resource-type'
            cand --resource-id 'resource-id'
            cand --project-id 'Only of this project'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;admin;audit;ls'= {
            cand --action 'An action such as user.login, or the beginning of some: user.*'
            cand --actor-email 'Of the user with this address'
            cand --user-id 'Of this user'
            cand --resource-type 'resource-type'
            cand --resource-id 'resource-id'
            cand --project-id 'Only of this project'
            cand --to 'Up to this time'
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;admin;audit;help'= {
            cand list 'List entries, newest first'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;audit;help;list'= {
        }
        &'jobcelis;admin;audit;help;help'= {
        }
        &'jobcelis;admin;backups'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List backups, newest first'
            cand ls 'List backups, newest first'
            cand run 'Make a backup now'
            cand new 'Make a backup now'
            cand create 'Make a backup now'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand download 'Fetch a backup'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;backup'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'List backups, newest first'
            cand ls 'List backups, newest first'
            cand run 'Make a backup now'
            cand new 'Make a backup now'
            cand create 'Make a backup now'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand download 'Fetch a backup'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;backups;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;list'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;ls'= {
            cand --limit 'Items per page'
            cand --cursor 'Where to go on, as the page before said'
            cand --watch 'Show the list again every so many seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --all 'Follow the pages to the end'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;run'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;new'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;create'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;run'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;new'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;create'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;verify'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;verify'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;download'= {
            cand -f 'File to write; the name of the backup unless given'
            cand --file 'File to write; the name of the backup unless given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backup;download'= {
            cand -f 'File to write; the name of the backup unless given'
            cand --file 'File to write; the name of the backup unless given'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --force 'Replace the file if it exists'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;backups;help'= {
            cand list 'List backups, newest first'
            cand run 'Make a backup now'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand download 'Fetch a backup'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;backups;help;list'= {
        }
        &'jobcelis;admin;backups;help;run'= {
        }
        &'jobcelis;admin;backups;help;verify'= {
        }
        &'jobcelis;admin;backups;help;download'= {
        }
        &'jobcelis;admin;backups;help;help'= {
        }
        &'jobcelis;admin;backup;help'= {
            cand list 'List backups, newest first'
            cand run 'Make a backup now'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand download 'Fetch a backup'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;backup;help;list'= {
        }
        &'jobcelis;admin;backup;help;run'= {
        }
        &'jobcelis;admin;backup;help;verify'= {
        }
        &'jobcelis;admin;backup;help;download'= {
        }
        &'jobcelis;admin;backup;help;help'= {
        }
        &'jobcelis;admin;uptime'= {
            cand --days 'Days to tell of, up to 90'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;settings'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;run-retention'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;create-superadmin'= {
            cand --email 'email'
            cand --password 'Of a new account: as it stands, @file or - for stdin; asked for otherwise'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;admin;reset-password'= {
            cand --email 'email'
            cand --password 'As it stands, @file or - for stdin; asked for otherwise'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;unlock'= {
            cand --email 'email'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;reset-mfa'= {
            cand --email 'email'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;patch-token'= {
            cand --project-id 'The project, by its whole id'
            cand --scopes 'Scopes, such as events:write,webhooks:read; * is all'
            cand --allowed-ips 'Addresses or networks that may use it; empty is any'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;admin;rotate-keys'= {
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;admin;help'= {
            cand users 'Everyone with an account'
            cand projects 'The projects of everyone'
            cand audit 'Who did what, everywhere'
            cand backups 'The backups of the server'
            cand uptime 'Show how the server is and has been'
            cand settings 'Show the settings the server runs with'
            cand run-retention 'Remove what is too old now instead of at its time (superadmins only)'
            cand create-superadmin 'Make somebody a superadmin, with a new account if they have none'
            cand reset-password 'Give a user another password; the server must not run'
            cand unlock 'End the lock of a user after too many failed logins; the server must not run'
            cand reset-mfa 'Switch the second factor of a user off; the server must not run'
            cand patch-token 'Widen the API key of a project that has shut everyone out; the server must not run'
            cand rotate-keys 'Replace the master key; the server must not run'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;admin;help;users'= {
            cand list 'List users, newest first'
            cand show 'Show users'
            cand create 'Make an account, or invite somebody to make theirs'
            cand update 'Change a user'
            cand activate 'Let users log in again'
            cand deactivate 'Shut users out: no logins, no keys, and their projects stand still'
            cand unlock 'End the lock after too many failed logins'
            cand reset-link 'Make a link with which a user sets a new password'
            cand reset-mfa 'Switch the second factor off (superadmins only)'
            cand revoke-sessions 'End all logins'
            cand erase 'Erase users with the projects they own, for good (superadmins only)'
        }
        &'jobcelis;admin;help;users;list'= {
        }
        &'jobcelis;admin;help;users;show'= {
        }
        &'jobcelis;admin;help;users;create'= {
        }
        &'jobcelis;admin;help;users;update'= {
        }
        &'jobcelis;admin;help;users;activate'= {
        }
        &'jobcelis;admin;help;users;deactivate'= {
        }
        &'jobcelis;admin;help;users;unlock'= {
        }
        &'jobcelis;admin;help;users;reset-link'= {
        }
        &'jobcelis;admin;help;users;reset-mfa'= {
        }
        &'jobcelis;admin;help;users;revoke-sessions'= {
        }
        &'jobcelis;admin;help;users;erase'= {
        }
        &'jobcelis;admin;help;projects'= {
            cand list 'List projects, newest first, deleted ones too'
            cand show 'Show projects with what happened in them last; this is recorded'
            cand update 'Change the limits of a project, or switch it off and on'
        }
        &'jobcelis;admin;help;projects;list'= {
        }
        &'jobcelis;admin;help;projects;show'= {
        }
        &'jobcelis;admin;help;projects;update'= {
        }
        &'jobcelis;admin;help;audit'= {
            cand list 'List entries, newest first'
        }
        &'jobcelis;admin;help;audit;list'= {
        }
        &'jobcelis;admin;help;backups'= {
            cand list 'List backups, newest first'
            cand run 'Make a backup now'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand download 'Fetch a backup'
        }
        &'jobcelis;admin;help;backups;list'= {
        }
        &'jobcelis;admin;help;backups;run'= {
        }
        &'jobcelis;admin;help;backups;verify'= {
        }
        &'jobcelis;admin;help;backups;download'= {
        }
        &'jobcelis;admin;help;uptime'= {
        }
        &'jobcelis;admin;help;settings'= {
        }
        &'jobcelis;admin;help;run-retention'= {
        }
        &'jobcelis;admin;help;create-superadmin'= {
        }
        &'jobcelis;admin;help;reset-password'= {
        }
        &'jobcelis;admin;help;unlock'= {
        }
        &'jobcelis;admin;help;reset-mfa'= {
        }
        &'jobcelis;admin;help;patch-token'= {
        }
        &'jobcelis;admin;help;rotate-keys'= {
        }
        &'jobcelis;admin;help;help'= {
        }
        &'jobcelis;backup'= {
            cand --passphrase-file 'File with a passphrase to encrypt by [default: as `serve` would]'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --no-verify 'Do not read it back'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand list 'List the backups in the folder of backups'
            cand ls 'List the backups in the folder of backups'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand prune 'Remove old backups'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;backup;list'= {
            cand --dir 'Folder of the backups [default: as `serve` would take it]'
            cand --passphrase-file 'File with a passphrase to encrypt by [default: as `serve` would]'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;backup;ls'= {
            cand --dir 'Folder of the backups [default: as `serve` would take it]'
            cand --passphrase-file 'File with a passphrase to encrypt by [default: as `serve` would]'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;backup;verify'= {
            cand --passphrase-file 'File with a passphrase to encrypt by [default: as `serve` would]'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;backup;prune'= {
            cand --keep 'The newest so many stay, or those of so many days [default: as `serve` would]'
            cand --dir 'Folder of the backups [default: as `serve` would take it]'
            cand --passphrase-file 'File with a passphrase to encrypt by [default: as `serve` would]'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;backup;help'= {
            cand list 'List the backups in the folder of backups'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand prune 'Remove old backups'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;backup;help;list'= {
        }
        &'jobcelis;backup;help;verify'= {
        }
        &'jobcelis;backup;help;prune'= {
        }
        &'jobcelis;backup;help;help'= {
        }
        &'jobcelis;restore'= {
            cand --passphrase-file 'File with a passphrase to encrypt by [default: as `serve` would]'
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --hold-deliveries 'Deliver nothing of what waits in it: for a copy of a server that goes on elsewhere'
            cand --force 'Also when it is not as it was made, or belongs to another master key'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;migrate'= {
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
            cand status 'Show the schema of the data and the one this program needs'
            cand up 'Bring the data to the schema of this program, as a start would; the server must not run'
            cand import 'Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;migrate;status'= {
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;migrate;up'= {
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;migrate;import'= {
            cand --from-url 'The server to copy from'
            cand --token 'Token of a user of that server, or the API key of a project there; @file or - for stdin. In the place of the shared option of this name'
            cand --only 'Only this project of that server, by id or name; repeatable'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --hold-jobs 'Leave the copied jobs switched off'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;migrate;help'= {
            cand status 'Show the schema of the data and the one this program needs'
            cand up 'Bring the data to the schema of this program, as a start would; the server must not run'
            cand import 'Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;migrate;help;status'= {
        }
        &'jobcelis;migrate;help;up'= {
        }
        &'jobcelis;migrate;help;import'= {
        }
        &'jobcelis;migrate;help;help'= {
        }
        &'jobcelis;upgrade-check'= {
            cand --data-dir 'Folder of the server''s data [default: as `serve` would take it]'
            cand --db 'Database file'
            cand --key-file 'Master key file'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;doctor'= {
            cand --server-config 'Configuration file of the server'
            cand --data-dir 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user''s data folder]'
            cand --db 'Database file, or with --dev :memory: [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]'
            cand --key-file 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]'
            cand --listen 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]'
            cand --tls-cert 'File in PEM of the certificate with which the TCP listeners speak https, the chain behind it; a SIGHUP has it read again [env: JOBCELIS_TLS_CERT] [default: plain http]'
            cand --tls-key 'File in PEM of the private key of that certificate [env: JOBCELIS_TLS_KEY] [default: none]'
            cand --backup-dir 'Folder for backups, or off; each is checked after it was made, and the master key is in none [env: JOBCELIS_BACKUP_DIR] [default: DATA_DIR/backups]'
            cand --backup-passphrase-file 'File with a passphrase by which backups are encrypted [env: JOBCELIS_BACKUP_PASSPHRASE_FILE] [default: not encrypted]'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --fix 'Take files with secrets from other users'
            cand --full 'Read the whole database for damage'
            cand --strict 'Exit code 1 also for warnings'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;serve'= {
            cand --dev 'For trying out: temporary database, seeded account and key, loopback destinations [env: JOBCELIS_DEV] [default: off]'
            cand --data-dir 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user''s data folder]'
            cand --db 'Database file, or with --dev :memory: [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]'
            cand --key-file 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]'
            cand --master-key 'Master key itself, 32 bytes in hex or base64, in the place of its file; for the environment [env: JOBCELIS_MASTER_KEY] [default: that of the file]'
            cand --sync 'Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]'
            cand --cache-mb 'Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]'
            cand --listen 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]'
            cand --tls-cert 'File in PEM of the certificate with which the TCP listeners speak https, the chain behind it; a SIGHUP has it read again [env: JOBCELIS_TLS_CERT] [default: plain http]'
            cand --tls-key 'File in PEM of the private key of that certificate [env: JOBCELIS_TLS_KEY] [default: none]'
            cand --public-url 'Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]'
            cand --trusted-proxies 'Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]'
            cand --cors-origin 'Origins whose pages may call the API, as https://app.example.org, or * for any; with a list, name the pages that show the portal to your customers too [env: JOBCELIS_CORS_ORIGIN] [default: *]'
            cand --instance-name 'Name of this server, as people read it in authenticator apps and letters [env: JOBCELIS_INSTANCE_NAME] [default: Jobcelis]'
            cand --registration 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]'
            cand --admin-email 'Address of the superadmin that is made where there is none [env: JOBCELIS_ADMIN_EMAIL] [default: none]'
            cand --admin-password-file 'File with the password of that account, when it is a new one [env: JOBCELIS_ADMIN_PASSWORD_FILE] [default: none]'
            cand --admin-password 'That password itself; for the environment [env: JOBCELIS_ADMIN_PASSWORD] [default: none]'
            cand --max-projects 'Active projects a user may own [env: JOBCELIS_MAX_PROJECTS] [default: 100]'
            cand --max-streams-per-project 'Streams, SSE and WebSocket together, that a project may have open at a time [env: JOBCELIS_MAX_STREAMS_PER_PROJECT] [default: 100]'
            cand --no-reveal 'Keep API keys as hashes alone, so that they cannot be shown again; copies from before are removed [env: JOBCELIS_NO_REVEAL] [default: off]'
            cand --audit-events 'List every accepted event in the audit log [env: JOBCELIS_AUDIT_EVENTS] [default: on]'
            cand --retention-days 'Days that events, deliveries and runs of jobs are kept where their project sets no others; 0 is for ever [env: JOBCELIS_RETENTION_DAYS] [default: 90]'
            cand --retention-at 'When what is older is removed, every day, in UTC [env: JOBCELIS_RETENTION_AT] [default: 03:00]'
            cand --rate-limit 'API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]'
            cand --auth-rate-limit 'Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]'
            cand --allow-http-destinations 'Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]'
            cand --allow-private-destinations 'Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]'
            cand --delivery-workers 'Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]'
            cand --delivery-timeout 'Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]'
            cand --webhook-rate-limit 'Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]'
            cand --user-agent 'User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]'
            cand --egress-proxy 'HTTP proxy that deliveries and other outgoing requests take by CONNECT, http://[USER:PASSWORD@]HOST:PORT; it is asked for addresses that this server has looked up and checked [env: JOBCELIS_EGRESS_PROXY] [default: none]'
            cand --max-body 'Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]'
            cand --session-timeout 'Time after which a browser that is not used is logged out [env: JOBCELIS_SESSION_TIMEOUT] [default: 30m]'
            cand --jwt-days 'Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]'
            cand --terms-version 'Version of the terms that users agree to; a new one asks them again [env: JOBCELIS_TERMS_VERSION] [default: 1.0]'
            cand --privacy-version 'Version of the privacy policy [env: JOBCELIS_PRIVACY_VERSION] [default: 1.0]'
            cand --data-processing-version 'Version of the agreement on data processing [env: JOBCELIS_DATA_PROCESSING_VERSION] [default: 1.0]'
            cand --marketing-version 'Version of the agreement on marketing [env: JOBCELIS_MARKETING_VERSION] [default: 1.0]'
            cand --smtp-url 'Mail server that letters to users are handed to: smtps://USER:PASSWORD@HOST, or smtp:// for STARTTLS (on other machines demanded unless ?tls=off); better in the environment or the file than on the command line [env: JOBCELIS_SMTP_URL] [default: no mail]'
            cand --resend-api-key 'Key of the service Resend, in place of a mail server [env: JOBCELIS_RESEND_API_KEY] [default: none]'
            cand --mail-from 'Address that letters come from [env: JOBCELIS_MAIL_FROM] [default: none]'
            cand --mail-from-name 'Name that letters come from [env: JOBCELIS_MAIL_FROM_NAME] [default: Jobcelis]'
            cand --default-locale 'Language of letters and pages where a user has chosen none: en or es [env: JOBCELIS_DEFAULT_LOCALE] [default: en]'
            cand --alert-hosts 'Hosts besides those of Slack and Discord that alerts in their forms may go to [env: JOBCELIS_ALERT_HOSTS] [default: none]'
            cand --backup-dir 'Folder for backups, or off; each is checked after it was made, and the master key is in none [env: JOBCELIS_BACKUP_DIR] [default: DATA_DIR/backups]'
            cand --backup-at 'Time of the day, in UTC, at which a backup is made [env: JOBCELIS_BACKUP_AT] [default: 02:00]'
            cand --backup-keep 'Backups that stay: the newest so many, or those of so many days [env: JOBCELIS_BACKUP_KEEP] [default: 7]'
            cand --backup-passphrase-file 'File with a passphrase by which backups are encrypted [env: JOBCELIS_BACKUP_PASSPHRASE_FILE] [default: not encrypted]'
            cand --backup-exec 'Shell command that takes each new backup elsewhere; its path is "$1", or follows the command [env: JOBCELIS_BACKUP_EXEC] [default: none]'
            cand --metrics-listen 'Address of the page for Prometheus, or off; nothing else is served there [env: JOBCELIS_METRICS_LISTEN] [default: 127.0.0.1:4021]'
            cand --metrics-token 'Token that readers of that page have to show [env: JOBCELIS_METRICS_TOKEN] [default: none]'
            cand --metrics-max-topics 'Topics of a project that are told apart there; 0 is none [env: JOBCELIS_METRICS_MAX_TOPICS] [default: 200]'
            cand --status-page 'Show people how the server is, at /status [env: JOBCELIS_STATUS_PAGE] [default: on]'
            cand --faces 'Dialects of HTTP that are spoken beside /api/v1: ingest, tasks, hub and portal, or none [env: JOBCELIS_FACES] [default: ingest,tasks,hub,portal]'
            cand --task-rate-limit 'Tasks that a tenant may hand in per minute, or no limit [env: JOBCELIS_TASK_RATE_LIMIT] [default: 600]'
            cand --hub-project 'Project that providers under /hub/api/v1 belong to [env: JOBCELIS_HUB_PROJECT] [default: the only project there is]'
            cand --hub-management-key 'Key that operators show in X-Internal-Api-Key under /hub [env: JOBCELIS_HUB_MANAGEMENT_KEY] [default: none]'
            cand --log-format 'Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]'
            cand --log-file 'File that the log goes to in the place of stderr; a SIGHUP has it opened anew [env: JOBCELIS_LOG_FILE] [default: stderr]'
            cand --log-level 'Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]'
            cand --ready-fd 'Open file descriptor that the URL of the server is written to, as a line, once it is ready [env: JOBCELIS_READY_FD] [default: none]'
            cand --config 'Configuration file; as --print-config shows it [default: jobcelis/server.toml in the user''s configuration folder]'
            cand --echo 'With --dev: also receive every event on this machine and print what arrives'
            cand --check 'Check the configuration and exit'
            cand --print-config 'Print every setting and where it came from, and exit'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;bench'= {
            cand --url 'Server to drive; without it one is started for the run'
            cand --api-key 'Key of the project that takes the events of --url'
            cand --pid 'Process whose CPU and memory count as the server''s, with --url'
            cand --connections 'Connections that send at the same time'
            cand --rate 'Events per second in all; without it each connection sends as soon as it is answered'
            cand --size 'Bytes of each request body'
            cand --webhooks 'Webhooks that receive every event'
            cand --failing 'Share of the webhooks that answer 500'
            cand --hanging 'Share of the webhooks that never answer'
            cand --readers 'Readers of the live stream that are told of every event'
            cand --stalled 'Further readers that open the stream and read nothing'
            cand --seconds 'Length of the measurement'
            cand --sync 'Durability of the server that is started'
            cand --dir 'Folder to hold the data of the server that is started; decides which disk is measured'
            cand --face 'Then send as much by this face, and compare; needs exactly one webhook, which answers'
            cand --json 'Print the result as JSON'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'jobcelis;completion'= {
            cand --dir 'Write the scripts of all shells into this folder'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;man'= {
            cand --dir 'Write all pages into this folder'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;version'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;help'= {
            cand events 'Send events and look at them'
            cand ingest 'Send signed events to one endpoint'
            cand listen 'Hand events to a program on this machine, signed like real deliveries'
            cand simulate 'Show which webhooks an event would go to'
            cand webhooks 'Receivers of events'
            cand deliveries 'What was sent to webhooks, and what came of it'
            cand dead-letters 'Deliveries that failed for good'
            cand pipelines 'What is done to events before they are delivered'
            cand schemas 'JSON Schemas that the payloads of a topic have to fit'
            cand replays 'Send stored events again'
            cand jobs 'Events and requests by the clock'
            cand sources 'Senders from outside whose requests become events'
            cand tasks 'Things to be done once'
            cand sandbox 'Public URLs that keep whatever is sent to them, to be looked at'
            cand embed 'The portal for pages of others: its tokens, and what to paste there'
            cand channels 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
            cand project 'The current project, its topics and its API key'
            cand api-keys 'The API keys of the project'
            cand projects 'The projects of the user who is logged in'
            cand members 'Who is in a project; --project says which, unless the profile does'
            cand invitations 'The projects that the user who is logged in is invited to'
            cand analytics 'Events and deliveries by the day, by topic and by webhook'
            cand audit 'Who did what in the project'
            cand export 'Everything of a kind as a file'
            cand retention 'How long the data of the project are kept'
            cand purge 'Remove old rows for good, after a look at how many they are'
            cand status 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down'
            cand api 'Call the API: jobcelis api [METHOD] PATH'
            cand verify-signature 'Check the signature of a delivery: exit code 0 valid, 1 invalid'
            cand sign 'Print the signature of a body, as a request would carry it'
            cand login 'Log in and keep the login in the profile'
            cand logout 'End the login and forget it'
            cand whoami 'Show who the credential is and what it may do'
            cand auth 'Accounts and tokens, with the server''s answers as output'
            cand account 'The account that is logged in'
            cand notifications 'What the server told the account that is logged in'
            cand gdpr 'Your data: a copy, a rest from processing, consents, and deletion'
            cand profile 'Servers and credentials of the configuration file'
            cand admin 'Run the server: its users, projects and keys'
            cand backup 'Make a backup of the data, whether or not the server runs'
            cand restore 'Put a backup in the place of the data; the server must not run'
            cand migrate 'The schema of the data, and copies from another server'
            cand upgrade-check 'Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot'
            cand doctor 'Look for what is wrong with the configuration, the server and its data'
            cand serve 'Run the server'
            cand bench 'Measure how many events a server accepts and delivers'
            cand completion 'Print the script that completes this command line in a shell'
            cand man 'Show the manual page of a command'
            cand version 'Print the version'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;help;events'= {
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand tail 'Follow events and the outcomes of their deliveries'
            cand list 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand resend 'Send events again'
        }
        &'jobcelis;help;events;send'= {
        }
        &'jobcelis;help;events;batch'= {
        }
        &'jobcelis;help;events;tail'= {
        }
        &'jobcelis;help;events;list'= {
        }
        &'jobcelis;help;events;get'= {
        }
        &'jobcelis;help;events;delete'= {
        }
        &'jobcelis;help;events;resend'= {
        }
        &'jobcelis;help;ingest'= {
            cand send 'Sign an event and send it to an endpoint'
        }
        &'jobcelis;help;ingest;send'= {
        }
        &'jobcelis;help;listen'= {
        }
        &'jobcelis;help;simulate'= {
        }
        &'jobcelis;help;webhooks'= {
            cand list 'List webhooks'
            cand get 'Show webhooks'
            cand create 'Make a webhook; its secret is shown once'
            cand update 'Change webhooks: only what is given changes'
            cand delete 'Delete webhooks: nothing more is sent to them'
            cand enable 'Send to them again'
            cand disable 'Stop sending to them'
            cand templates 'List ready-made configurations for create --template'
            cand health 'How well deliveries went in the last 24 hours; of all webhooks without an id'
            cand test 'Send a test call now; exit code 1 when it fails'
            cand deliveries 'List the deliveries of a webhook'
            cand rotate-secret 'Replace the secret; the new one is shown once'
            cand export 'Write the configuration of all webhooks to a file; secrets stay with the server'
            cand import 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
        }
        &'jobcelis;help;webhooks;list'= {
        }
        &'jobcelis;help;webhooks;get'= {
        }
        &'jobcelis;help;webhooks;create'= {
        }
        &'jobcelis;help;webhooks;update'= {
        }
        &'jobcelis;help;webhooks;delete'= {
        }
        &'jobcelis;help;webhooks;enable'= {
        }
        &'jobcelis;help;webhooks;disable'= {
        }
        &'jobcelis;help;webhooks;templates'= {
        }
        &'jobcelis;help;webhooks;health'= {
        }
        &'jobcelis;help;webhooks;test'= {
        }
        &'jobcelis;help;webhooks;deliveries'= {
        }
        &'jobcelis;help;webhooks;rotate-secret'= {
        }
        &'jobcelis;help;webhooks;export'= {
        }
        &'jobcelis;help;webhooks;import'= {
        }
        &'jobcelis;help;deliveries'= {
            cand list 'List deliveries, newest first'
            cand get 'Show deliveries with requests, answers and every attempt'
            cand retry 'Send deliveries again: those named, or all that a filter finds'
        }
        &'jobcelis;help;deliveries;list'= {
        }
        &'jobcelis;help;deliveries;get'= {
        }
        &'jobcelis;help;deliveries;retry'= {
        }
        &'jobcelis;help;dead-letters'= {
            cand list 'List dead letters that are not resolved, newest first'
            cand get 'Show dead letters with their payload'
            cand retry 'Deliver again: those named, or all that are not resolved'
            cand resolve 'Mark as dealt with: those named, or all that are not resolved'
        }
        &'jobcelis;help;dead-letters;list'= {
        }
        &'jobcelis;help;dead-letters;get'= {
        }
        &'jobcelis;help;dead-letters;retry'= {
        }
        &'jobcelis;help;dead-letters;resolve'= {
        }
        &'jobcelis;help;pipelines'= {
            cand list 'List pipelines'
            cand get 'Show pipelines'
            cand create 'Make a pipeline'
            cand update 'Change pipelines: only what is given changes'
            cand delete 'Delete pipelines: events go on as if they were not there'
            cand test 'Show what the steps of pipelines make of a payload; nothing is sent'
        }
        &'jobcelis;help;pipelines;list'= {
        }
        &'jobcelis;help;pipelines;get'= {
        }
        &'jobcelis;help;pipelines;create'= {
        }
        &'jobcelis;help;pipelines;update'= {
        }
        &'jobcelis;help;pipelines;delete'= {
        }
        &'jobcelis;help;pipelines;test'= {
        }
        &'jobcelis;help;schemas'= {
            cand list 'List schemas'
            cand get 'Show schemas'
            cand create 'Make a schema: the next version of its topic, which applies from now on'
            cand update 'Change schemas: another schema is another version'
            cand delete 'Delete schemas: the next lower version of the topic applies again'
            cand validate 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
            cand infer 'Print a draft of a schema from the latest events of a topic'
        }
        &'jobcelis;help;schemas;list'= {
        }
        &'jobcelis;help;schemas;get'= {
        }
        &'jobcelis;help;schemas;create'= {
        }
        &'jobcelis;help;schemas;update'= {
        }
        &'jobcelis;help;schemas;delete'= {
        }
        &'jobcelis;help;schemas;validate'= {
        }
        &'jobcelis;help;schemas;infer'= {
        }
        &'jobcelis;help;replays'= {
            cand list 'List replays, newest first'
            cand get 'Show replays'
            cand create 'Send events again to the webhooks of today'
            cand watch 'Show how far a replay is until it ends; exit code 1 unless it completes'
            cand cancel 'Stop replays: what they made and nobody has attempted yet is not sent'
        }
        &'jobcelis;help;replays;list'= {
        }
        &'jobcelis;help;replays;get'= {
        }
        &'jobcelis;help;replays;create'= {
        }
        &'jobcelis;help;replays;watch'= {
        }
        &'jobcelis;help;replays;cancel'= {
        }
        &'jobcelis;help;jobs'= {
            cand list 'List jobs'
            cand get 'Show jobs with their newest runs'
            cand create 'Make a job: an event, or a request to a URL, by the clock'
            cand update 'Change jobs: only what is given changes'
            cand delete 'Switch jobs off'
            cand runs 'List the runs of a job, newest first'
            cand run 'Run jobs now, also inactive ones; exit code 1 when a run fails'
            cand cron-preview 'Show the coming times of a cron expression'
        }
        &'jobcelis;help;jobs;list'= {
        }
        &'jobcelis;help;jobs;get'= {
        }
        &'jobcelis;help;jobs;create'= {
        }
        &'jobcelis;help;jobs;update'= {
        }
        &'jobcelis;help;jobs;delete'= {
        }
        &'jobcelis;help;jobs;runs'= {
        }
        &'jobcelis;help;jobs;run'= {
        }
        &'jobcelis;help;jobs;cron-preview'= {
        }
        &'jobcelis;help;sources'= {
            cand list 'List sources'
            cand presets 'List the senders that are known'
            cand get 'Show sources'
            cand create 'Make a source; its secret and its URL are shown'
            cand update 'Change sources: only what is given changes'
            cand delete 'Switch sources off: nothing more is taken from them'
            cand rotate-secret 'Give sources a new secret; the one before is still believed'
            cand rejections 'List the newest requests that were refused'
            cand test 'Send a request as the sender would: signed, with a body that the mapping understands'
        }
        &'jobcelis;help;sources;list'= {
        }
        &'jobcelis;help;sources;presets'= {
        }
        &'jobcelis;help;sources;get'= {
        }
        &'jobcelis;help;sources;create'= {
        }
        &'jobcelis;help;sources;update'= {
        }
        &'jobcelis;help;sources;delete'= {
        }
        &'jobcelis;help;sources;rotate-secret'= {
        }
        &'jobcelis;help;sources;rejections'= {
        }
        &'jobcelis;help;sources;test'= {
        }
        &'jobcelis;help;tasks'= {
            cand list 'List tasks, newest first'
            cand get 'Show tasks with their attempts'
            cand create 'Have something done once'
            cand retry 'Run tasks now, also those that have ended'
            cand cancel 'End tasks that have not ended'
            cand wait 'Wait until tasks have ended; exit code 1 unless all succeed'
            cand callback-secret 'The secret by which callbacks are signed'
        }
        &'jobcelis;help;tasks;list'= {
        }
        &'jobcelis;help;tasks;get'= {
        }
        &'jobcelis;help;tasks;create'= {
        }
        &'jobcelis;help;tasks;retry'= {
        }
        &'jobcelis;help;tasks;cancel'= {
        }
        &'jobcelis;help;tasks;wait'= {
        }
        &'jobcelis;help;tasks;callback-secret'= {
            cand get 'Show it'
            cand rotate 'Put a new one before it; the old one goes on signing too'
        }
        &'jobcelis;help;tasks;callback-secret;get'= {
        }
        &'jobcelis;help;tasks;callback-secret;rotate'= {
        }
        &'jobcelis;help;sandbox'= {
            cand list 'List endpoints'
            cand create 'Make an endpoint'
            cand update 'Rename endpoints; their URLs stay'
            cand delete 'Delete endpoints and what they have kept'
            cand url 'Print the URLs that requests are sent to'
            cand requests 'Show what an endpoint has kept, newest first'
        }
        &'jobcelis;help;sandbox;list'= {
        }
        &'jobcelis;help;sandbox;create'= {
        }
        &'jobcelis;help;sandbox;update'= {
        }
        &'jobcelis;help;sandbox;delete'= {
        }
        &'jobcelis;help;sandbox;url'= {
        }
        &'jobcelis;help;sandbox;requests'= {
        }
        &'jobcelis;help;embed'= {
            cand tokens 'The tokens that open the portal'
            cand snippet 'Print what to paste into a page'
            cand tokens-list 'List tokens, as the official client does'
            cand tokens-create 'Make a token, which is shown this once'
            cand tokens-revoke 'Revoke tokens'
        }
        &'jobcelis;help;embed;tokens'= {
            cand list 'List tokens; what they are is never shown again'
            cand create 'Make a token, which is shown this once'
            cand revoke 'End tokens at once'
        }
        &'jobcelis;help;embed;tokens;list'= {
        }
        &'jobcelis;help;embed;tokens;create'= {
        }
        &'jobcelis;help;embed;tokens;revoke'= {
        }
        &'jobcelis;help;embed;snippet'= {
        }
        &'jobcelis;help;embed;tokens-list'= {
        }
        &'jobcelis;help;embed;tokens-create'= {
        }
        &'jobcelis;help;embed;tokens-revoke'= {
        }
        &'jobcelis;help;channels'= {
            cand show 'Show what is set, without its secrets'
            cand set 'Set one channel; the others stay as they are'
            cand unset 'Remove one channel'
            cand test 'Send a test alert now; exit 1 if one did not arrive'
            cand upsert 'Set everything at once'
            cand delete 'Remove all channels'
        }
        &'jobcelis;help;channels;show'= {
        }
        &'jobcelis;help;channels;set'= {
        }
        &'jobcelis;help;channels;unset'= {
        }
        &'jobcelis;help;channels;test'= {
        }
        &'jobcelis;help;channels;upsert'= {
        }
        &'jobcelis;help;channels;delete'= {
        }
        &'jobcelis;help;project'= {
            cand get 'Show the project'
            cand update 'Change the project'
            cand topics 'List the topics that events have used'
            cand token 'Show what is known of the API key'
            cand regenerate-token 'Replace the API key: the old one stops working at once'
            cand restrict-token 'Limit what the API key may do and from where'
        }
        &'jobcelis;help;project;get'= {
        }
        &'jobcelis;help;project;update'= {
        }
        &'jobcelis;help;project;topics'= {
        }
        &'jobcelis;help;project;token'= {
        }
        &'jobcelis;help;project;regenerate-token'= {
        }
        &'jobcelis;help;project;restrict-token'= {
        }
        &'jobcelis;help;api-keys'= {
            cand list 'List the keys, disabled ones among them'
            cand create 'Make a key; its secret is the credential'
            cand update 'Change what keys may do, from where and for whom'
            cand rotate 'Give keys new secrets; the old ones stop working at once'
            cand disable 'Refuse keys until they are enabled again'
            cand enable 'Let disabled keys work again'
            cand reveal 'Show the secrets of keys again, for whoever is logged in and knows the password'
            cand delete 'End keys for good'
        }
        &'jobcelis;help;api-keys;list'= {
        }
        &'jobcelis;help;api-keys;create'= {
        }
        &'jobcelis;help;api-keys;update'= {
        }
        &'jobcelis;help;api-keys;rotate'= {
        }
        &'jobcelis;help;api-keys;disable'= {
        }
        &'jobcelis;help;api-keys;enable'= {
        }
        &'jobcelis;help;api-keys;reveal'= {
        }
        &'jobcelis;help;api-keys;delete'= {
        }
        &'jobcelis;help;projects'= {
            cand list 'List the projects, those of others that one belongs to among them'
            cand get 'Show projects'
            cand create 'Make a project; its API key is shown once'
            cand update 'Change projects'
            cand delete 'Delete projects with everything in them; asks for the name on a terminal'
            cand set-default 'Make a project the one that counts where none is named'
            cand use 'Work in a project from now on: it is kept in the profile'
        }
        &'jobcelis;help;projects;list'= {
        }
        &'jobcelis;help;projects;get'= {
        }
        &'jobcelis;help;projects;create'= {
        }
        &'jobcelis;help;projects;update'= {
        }
        &'jobcelis;help;projects;delete'= {
        }
        &'jobcelis;help;projects;set-default'= {
        }
        &'jobcelis;help;projects;use'= {
        }
        &'jobcelis;help;members'= {
            cand list 'List the members and who is invited'
            cand add 'Invite users to the project'
            cand update 'Change what members may do'
            cand remove 'Take members out of the project'
            cand leave 'Leave the project'
        }
        &'jobcelis;help;members;list'= {
        }
        &'jobcelis;help;members;add'= {
        }
        &'jobcelis;help;members;update'= {
        }
        &'jobcelis;help;members;remove'= {
        }
        &'jobcelis;help;members;leave'= {
        }
        &'jobcelis;help;invitations'= {
            cand pending 'List the invitations that wait for an answer'
            cand accept 'Join the projects'
            cand reject 'Decline'
        }
        &'jobcelis;help;invitations;pending'= {
        }
        &'jobcelis;help;invitations;accept'= {
        }
        &'jobcelis;help;invitations;reject'= {
        }
        &'jobcelis;help;analytics'= {
            cand events 'Accepted events of each day'
            cand deliveries 'Deliveries of each day and what became of them'
            cand topics 'The topics with most events'
            cand webhook-stats 'What became of the deliveries of each webhook'
            cand summary 'The last days in short'
        }
        &'jobcelis;help;analytics;events'= {
        }
        &'jobcelis;help;analytics;deliveries'= {
        }
        &'jobcelis;help;analytics;topics'= {
        }
        &'jobcelis;help;analytics;webhook-stats'= {
        }
        &'jobcelis;help;analytics;summary'= {
        }
        &'jobcelis;help;audit'= {
            cand list 'List the entries of the audit log, newest first'
        }
        &'jobcelis;help;audit;list'= {
        }
        &'jobcelis;help;export'= {
            cand events 'Export events; as NDJSON they can be sent again'
            cand deliveries 'Export deliveries'
            cand jobs 'Export jobs, those that are switched off too'
            cand audit-log 'Export the audit log of the project'
        }
        &'jobcelis;help;export;events'= {
        }
        &'jobcelis;help;export;deliveries'= {
        }
        &'jobcelis;help;export;jobs'= {
        }
        &'jobcelis;help;export;audit-log'= {
        }
        &'jobcelis;help;retention'= {
            cand get 'Show what is set, what comes of it, and when data are removed next'
            cand set 'Change how long data are kept; what is not named stays'
        }
        &'jobcelis;help;retention;get'= {
        }
        &'jobcelis;help;retention;set'= {
        }
        &'jobcelis;help;purge'= {
        }
        &'jobcelis;help;status'= {
        }
        &'jobcelis;help;api'= {
        }
        &'jobcelis;help;verify-signature'= {
        }
        &'jobcelis;help;sign'= {
        }
        &'jobcelis;help;login'= {
        }
        &'jobcelis;help;logout'= {
        }
        &'jobcelis;help;whoami'= {
        }
        &'jobcelis;help;auth'= {
            cand register 'Make an account with a project and its API key'
            cand login 'Exchange address and password for a token'
            cand refresh 'Exchange a token for a fresh one'
            cand mfa-verify 'Complete a login with the code of the second factor'
            cand mfa 'The second factor of the login'
            cand forgot-password 'Ask for a mail with a link to a new password'
            cand reset-password 'Set a new password with the token of a mailed link'
            cand confirm-email 'Confirm an address with the token of a mailed link, or have the mail sent again'
            cand email 'Change the address of your account'
            cand status 'Show who is logged in; exit code 4 when nobody is'
            cand token 'Print the token of the login'
            cand sessions 'Where the account is logged in'
            cand password 'Change the password; every other login of the account ends'
        }
        &'jobcelis;help;auth;register'= {
        }
        &'jobcelis;help;auth;login'= {
        }
        &'jobcelis;help;auth;refresh'= {
        }
        &'jobcelis;help;auth;mfa-verify'= {
        }
        &'jobcelis;help;auth;mfa'= {
            cand status 'Show whether a login takes a code, and how many backup codes are left'
            cand setup 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code'
            cand enable 'Switch the second factor on with a first code; shows the backup codes, once'
            cand disable 'Switch the second factor off'
            cand backup-codes 'Make new backup codes and show them, once; the old ones stop working'
        }
        &'jobcelis;help;auth;mfa;status'= {
        }
        &'jobcelis;help;auth;mfa;setup'= {
        }
        &'jobcelis;help;auth;mfa;enable'= {
        }
        &'jobcelis;help;auth;mfa;disable'= {
        }
        &'jobcelis;help;auth;mfa;backup-codes'= {
        }
        &'jobcelis;help;auth;forgot-password'= {
        }
        &'jobcelis;help;auth;reset-password'= {
        }
        &'jobcelis;help;auth;confirm-email'= {
        }
        &'jobcelis;help;auth;email'= {
        }
        &'jobcelis;help;auth;status'= {
        }
        &'jobcelis;help;auth;token'= {
        }
        &'jobcelis;help;auth;sessions'= {
            cand list 'List the logins, the last used one first'
            cand revoke 'End logins: those named, or all but this one'
        }
        &'jobcelis;help;auth;sessions;list'= {
        }
        &'jobcelis;help;auth;sessions;revoke'= {
        }
        &'jobcelis;help;auth;password'= {
        }
        &'jobcelis;help;account'= {
            cand get 'Show the account'
            cand update 'Change the account'
            cand activity 'List what the account did, newest first'
        }
        &'jobcelis;help;account;get'= {
        }
        &'jobcelis;help;account;update'= {
        }
        &'jobcelis;help;account;activity'= {
        }
        &'jobcelis;help;notifications'= {
            cand list 'List notifications, newest first'
            cand read 'Mark notifications as read'
            cand read-all 'Mark all notifications as read'
        }
        &'jobcelis;help;notifications;list'= {
        }
        &'jobcelis;help;notifications;read'= {
        }
        &'jobcelis;help;notifications;read-all'= {
        }
        &'jobcelis;help;gdpr'= {
            cand consents 'List what you agreed to'
            cand accept 'Agree to the current text of a purpose'
            cand revoke 'Take the agreement to a purpose back'
            cand export 'Print a copy of your data'
            cand restrict 'Have processing rest: nothing is taken in, what is due waits'
            cand lift-restriction 'Let processing go on after `restrict`'
            cand object 'Object to the processing of your data; your projects rest as with `restrict`'
            cand restore 'Take the objection back'
            cand delete 'Delete your account and your projects with everything in them, for good'
        }
        &'jobcelis;help;gdpr;consents'= {
        }
        &'jobcelis;help;gdpr;accept'= {
        }
        &'jobcelis;help;gdpr;revoke'= {
        }
        &'jobcelis;help;gdpr;export'= {
        }
        &'jobcelis;help;gdpr;restrict'= {
        }
        &'jobcelis;help;gdpr;lift-restriction'= {
        }
        &'jobcelis;help;gdpr;object'= {
        }
        &'jobcelis;help;gdpr;restore'= {
        }
        &'jobcelis;help;gdpr;delete'= {
        }
        &'jobcelis;help;profile'= {
            cand list 'List the profiles'
            cand show 'Show a profile, its secrets masked'
            cand use 'Use a profile when none is named'
            cand set 'Set a value of the profile in use'
            cand delete 'Remove a profile'
            cand rename 'Give a profile another name'
        }
        &'jobcelis;help;profile;list'= {
        }
        &'jobcelis;help;profile;show'= {
        }
        &'jobcelis;help;profile;use'= {
        }
        &'jobcelis;help;profile;set'= {
        }
        &'jobcelis;help;profile;delete'= {
        }
        &'jobcelis;help;profile;rename'= {
        }
        &'jobcelis;help;admin'= {
            cand users 'Everyone with an account'
            cand projects 'The projects of everyone'
            cand audit 'Who did what, everywhere'
            cand backups 'The backups of the server'
            cand uptime 'Show how the server is and has been'
            cand settings 'Show the settings the server runs with'
            cand run-retention 'Remove what is too old now instead of at its time (superadmins only)'
            cand create-superadmin 'Make somebody a superadmin, with a new account if they have none'
            cand reset-password 'Give a user another password; the server must not run'
            cand unlock 'End the lock of a user after too many failed logins; the server must not run'
            cand reset-mfa 'Switch the second factor of a user off; the server must not run'
            cand patch-token 'Widen the API key of a project that has shut everyone out; the server must not run'
            cand rotate-keys 'Replace the master key; the server must not run'
        }
        &'jobcelis;help;admin;users'= {
            cand list 'List users, newest first'
            cand show 'Show users'
            cand create 'Make an account, or invite somebody to make theirs'
            cand update 'Change a user'
            cand activate 'Let users log in again'
            cand deactivate 'Shut users out: no logins, no keys, and their projects stand still'
            cand unlock 'End the lock after too many failed logins'
            cand reset-link 'Make a link with which a user sets a new password'
            cand reset-mfa 'Switch the second factor off (superadmins only)'
            cand revoke-sessions 'End all logins'
            cand erase 'Erase users with the projects they own, for good (superadmins only)'
        }
        &'jobcelis;help;admin;users;list'= {
        }
        &'jobcelis;help;admin;users;show'= {
        }
        &'jobcelis;help;admin;users;create'= {
        }
        &'jobcelis;help;admin;users;update'= {
        }
        &'jobcelis;help;admin;users;activate'= {
        }
        &'jobcelis;help;admin;users;deactivate'= {
        }
        &'jobcelis;help;admin;users;unlock'= {
        }
        &'jobcelis;help;admin;users;reset-link'= {
        }
        &'jobcelis;help;admin;users;reset-mfa'= {
        }
        &'jobcelis;help;admin;users;revoke-sessions'= {
        }
        &'jobcelis;help;admin;users;erase'= {
        }
        &'jobcelis;help;admin;projects'= {
            cand list 'List projects, newest first, deleted ones too'
            cand show 'Show projects with what happened in them last; this is recorded'
            cand update 'Change the limits of a project, or switch it off and on'
        }
        &'jobcelis;help;admin;projects;list'= {
        }
        &'jobcelis;help;admin;projects;show'= {
        }
        &'jobcelis;help;admin;projects;update'= {
        }
        &'jobcelis;help;admin;audit'= {
            cand list 'List entries, newest first'
        }
        &'jobcelis;help;admin;audit;list'= {
        }
        &'jobcelis;help;admin;backups'= {
            cand list 'List backups, newest first'
            cand run 'Make a backup now'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand download 'Fetch a backup'
        }
        &'jobcelis;help;admin;backups;list'= {
        }
        &'jobcelis;help;admin;backups;run'= {
        }
        &'jobcelis;help;admin;backups;verify'= {
        }
        &'jobcelis;help;admin;backups;download'= {
        }
        &'jobcelis;help;admin;uptime'= {
        }
        &'jobcelis;help;admin;settings'= {
        }
        &'jobcelis;help;admin;run-retention'= {
        }
        &'jobcelis;help;admin;create-superadmin'= {
        }
        &'jobcelis;help;admin;reset-password'= {
        }
        &'jobcelis;help;admin;unlock'= {
        }
        &'jobcelis;help;admin;reset-mfa'= {
        }
        &'jobcelis;help;admin;patch-token'= {
        }
        &'jobcelis;help;admin;rotate-keys'= {
        }
        &'jobcelis;help;backup'= {
            cand list 'List the backups in the folder of backups'
            cand verify 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
            cand prune 'Remove old backups'
        }
        &'jobcelis;help;backup;list'= {
        }
        &'jobcelis;help;backup;verify'= {
        }
        &'jobcelis;help;backup;prune'= {
        }
        &'jobcelis;help;restore'= {
        }
        &'jobcelis;help;migrate'= {
            cand status 'Show the schema of the data and the one this program needs'
            cand up 'Bring the data to the schema of this program, as a start would; the server must not run'
            cand import 'Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events'
        }
        &'jobcelis;help;migrate;status'= {
        }
        &'jobcelis;help;migrate;up'= {
        }
        &'jobcelis;help;migrate;import'= {
        }
        &'jobcelis;help;upgrade-check'= {
        }
        &'jobcelis;help;doctor'= {
        }
        &'jobcelis;help;serve'= {
        }
        &'jobcelis;help;bench'= {
        }
        &'jobcelis;help;completion'= {
        }
        &'jobcelis;help;man'= {
        }
        &'jobcelis;help;version'= {
        }
        &'jobcelis;help;help'= {
        }
    ]
    $completions[$command]
}

if (has-external jobcelis) {
set edit:completion:arg-completer[jobcelis] = { |@words|
    var index = (count $words)
    set index = (- $index 1)

    put (env _CLAP_IFS="\n" _CLAP_COMPLETE_INDEX=(to-string $index) COMPLETE="elvish" jobcelis -- $@words) | to-lines
}
}

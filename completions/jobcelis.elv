
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
            cand simulate 'Show which webhooks an event would go to'
            cand webhooks 'Receivers of events'
            cand webhook 'Receivers of events'
            cand deliveries 'What was sent to webhooks, and what came of it'
            cand delivery 'What was sent to webhooks, and what came of it'
            cand dead-letters 'Deliveries that failed for good'
            cand dlq 'Deliveries that failed for good'
            cand dead-letter 'Deliveries that failed for good'
            cand jobs 'Events and requests by the clock'
            cand job 'Events and requests by the clock'
            cand project 'The current project, its topics and its API key'
            cand status 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down'
            cand api 'Call the API: jobcelis api [METHOD] PATH'
            cand verify-signature 'Check the signature of a delivery: exit code 0 valid, 1 invalid'
            cand sign 'Print the signature of a body, as a delivery would carry it'
            cand login 'Log in and keep the login in the profile'
            cand logout 'End the login and forget it'
            cand whoami 'Show who the credential is and what it may do'
            cand auth 'Accounts and tokens, with the server''s answers as output'
            cand profile 'Servers and credentials of the configuration file'
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
            cand list 'List events, newest first'
            cand ls 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand rm 'Delete events: their waiting deliveries are cancelled'
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
            cand list 'List events, newest first'
            cand ls 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand rm 'Delete events: their waiting deliveries are cancelled'
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
        &'jobcelis;events;help'= {
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand list 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;events;help;send'= {
        }
        &'jobcelis;events;help;batch'= {
        }
        &'jobcelis;events;help;list'= {
        }
        &'jobcelis;events;help;get'= {
        }
        &'jobcelis;events;help;delete'= {
        }
        &'jobcelis;events;help;help'= {
        }
        &'jobcelis;event;help'= {
            cand send 'Send an event, or all of a file'
            cand batch 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
            cand list 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'jobcelis;event;help;send'= {
        }
        &'jobcelis;event;help;batch'= {
        }
        &'jobcelis;event;help;list'= {
        }
        &'jobcelis;event;help;get'= {
        }
        &'jobcelis;event;help;delete'= {
        }
        &'jobcelis;event;help;help'= {
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
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
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
        &'jobcelis;deliveries;ls'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
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
        &'jobcelis;delivery;list'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
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
        &'jobcelis;delivery;ls'= {
            cand --status 'pending, success, failed or circuit_open'
            cand --event 'Only of this event'
            cand --webhook 'Only to this webhook'
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
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
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
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
            cand --from 'From this time on: RFC 3339, a date, or words like -15m'
            cand --since 'From this time on: RFC 3339, a date, or words like -15m'
            cand --to 'Up to this time'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
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
            cand --timestamp 'Value of the webhook-timestamp header, in Unix seconds'
            cand --signature 'Value of X-Signature, or of webhook-signature together with --id and --timestamp'
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
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'jobcelis;sign'= {
            cand --secret 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]'
            cand --body 'Body, byte for byte: as it stands, @file or - for stdin'
            cand --id 'Value of the webhook-id header: the Standard Webhooks scheme'
            cand --timestamp 'Value of the webhook-timestamp header, in Unix seconds'
            cand -o 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand --output 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]'
            cand -q 'Only data on stdout and errors on stderr'
            cand --quiet 'Only data on stdout and errors on stderr'
            cand -v 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand --verbose 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
            cand -y 'Answer every question with yes'
            cand --yes 'Answer every question with yes'
            cand -h 'Print help'
            cand --help 'Print help'
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
            cand status 'Show who is logged in; exit code 4 when nobody is'
            cand token 'Print the token of the login'
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
        &'jobcelis;auth;help'= {
            cand register 'Make an account with a project and its API key'
            cand login 'Exchange address and password for a token'
            cand refresh 'Exchange a token for a fresh one'
            cand mfa-verify 'Complete a login with the code of the second factor'
            cand mfa 'The second factor of the login'
            cand status 'Show who is logged in; exit code 4 when nobody is'
            cand token 'Print the token of the login'
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
        &'jobcelis;auth;help;status'= {
        }
        &'jobcelis;auth;help;token'= {
        }
        &'jobcelis;auth;help;help'= {
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
        &'jobcelis;doctor'= {
            cand --server-config 'Configuration file of the server'
            cand --data-dir 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user''s data folder]'
            cand --db 'Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]'
            cand --key-file 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]'
            cand --listen 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]'
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
            cand --db 'Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]'
            cand --key-file 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]'
            cand --sync 'Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]'
            cand --cache-mb 'Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]'
            cand --listen 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]'
            cand --public-url 'Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]'
            cand --trusted-proxies 'Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]'
            cand --instance-name 'Name of this server, as people read it in authenticator apps and letters [env: JOBCELIS_INSTANCE_NAME] [default: Jobcelis]'
            cand --registration 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]'
            cand --max-projects 'Active projects a user may own [env: JOBCELIS_MAX_PROJECTS] [default: 100]'
            cand --audit-events 'List every accepted event in the audit log [env: JOBCELIS_AUDIT_EVENTS] [default: on]'
            cand --rate-limit 'API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]'
            cand --auth-rate-limit 'Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]'
            cand --allow-http-destinations 'Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]'
            cand --allow-private-destinations 'Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]'
            cand --delivery-workers 'Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]'
            cand --delivery-timeout 'Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]'
            cand --webhook-rate-limit 'Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]'
            cand --user-agent 'User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]'
            cand --max-body 'Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]'
            cand --jwt-days 'Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]'
            cand --log-format 'Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]'
            cand --log-level 'Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]'
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
            cand --seconds 'Length of the measurement'
            cand --sync 'Durability of the server that is started'
            cand --dir 'Folder to hold the data of the server that is started; decides which disk is measured'
            cand --json 'Print the result as JSON'
            cand -h 'Print help'
            cand --help 'Print help'
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
            cand simulate 'Show which webhooks an event would go to'
            cand webhooks 'Receivers of events'
            cand deliveries 'What was sent to webhooks, and what came of it'
            cand dead-letters 'Deliveries that failed for good'
            cand jobs 'Events and requests by the clock'
            cand project 'The current project, its topics and its API key'
            cand status 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down'
            cand api 'Call the API: jobcelis api [METHOD] PATH'
            cand verify-signature 'Check the signature of a delivery: exit code 0 valid, 1 invalid'
            cand sign 'Print the signature of a body, as a delivery would carry it'
            cand login 'Log in and keep the login in the profile'
            cand logout 'End the login and forget it'
            cand whoami 'Show who the credential is and what it may do'
            cand auth 'Accounts and tokens, with the server''s answers as output'
            cand profile 'Servers and credentials of the configuration file'
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
            cand list 'List events, newest first'
            cand get 'Show events with their latest deliveries'
            cand delete 'Delete events: their waiting deliveries are cancelled'
        }
        &'jobcelis;help;events;send'= {
        }
        &'jobcelis;help;events;batch'= {
        }
        &'jobcelis;help;events;list'= {
        }
        &'jobcelis;help;events;get'= {
        }
        &'jobcelis;help;events;delete'= {
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
            cand status 'Show who is logged in; exit code 4 when nobody is'
            cand token 'Print the token of the login'
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
        &'jobcelis;help;auth;status'= {
        }
        &'jobcelis;help;auth;token'= {
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

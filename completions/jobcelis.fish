if command -q jobcelis
complete --keep-order --exclusive --command jobcelis --arguments "(COMPLETE=fish jobcelis -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
else
# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_jobcelis_global_optspecs
    string join \n api-key= api-key-file= api-key-stdin token= base-url= p/profile= project= o/output= json fields= no-headers utc q/quiet color= no-color v/verbose timeout= connect-timeout= retries= y/yes no-input dry-run curl config= ca-cert= insecure h/help V/version
end

function __fish_jobcelis_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_jobcelis_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_jobcelis_using_subcommand
    set -l cmd (__fish_jobcelis_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c jobcelis -n "__fish_jobcelis_needs_command" -l api-key -d 'API key of the project; a variable or a profile keeps it out of `ps` [env: JOBCELIS_API_KEY]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l api-key-file -d 'File with the API key' -r -F
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l token -d 'Token of a user [env: JOBCELIS_TOKEN]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l base-url -d 'Server to talk to [env: JOBCELIS_BASE_URL] [default: the profile\'s, else https://jobcelis.com]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s p -l profile -d 'Profile of the configuration file [env: JOBCELIS_PROFILE]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l project -d 'Project, by id or name, when a user\'s token is used [env: JOBCELIS_PROJECT]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l fields -d 'Fields to show, in this order, by dotted path' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l color -d 'When to use colours [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l timeout -d 'Longest time for a request [env: JOBCELIS_TIMEOUT] [default: 30]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l connect-timeout -d 'Longest time to connect [default: 10]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l retries -d 'Tries after a first one that failed for a passing reason [default: 3]' -r
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l config -d 'Configuration file [env: JOBCELIS_CONFIG]' -r -F
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l ca-cert -d 'Trust only the certificate authorities in this PEM file' -r -F
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l api-key-stdin -d 'Read the API key from stdin'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l json -d 'Short for --output json'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l no-headers -d 'Leave out the line of titles'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l utc -d 'Show times in UTC'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l no-color -d 'Short for --color never'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l no-input -d 'Never ask [env: JOBCELIS_NO_INPUT, CI]'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l dry-run -d 'Print the request and send nothing'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l curl -d 'Print the request as a curl command and send nothing'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -l insecure -d 'Accept any certificate'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s V -l version -d 'Print version'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "events" -d 'Send events and look at them'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "event" -d 'Send events and look at them'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "ingest" -d 'Send signed events to one endpoint'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "listen" -d 'Hand events to a program on this machine, signed like real deliveries'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "simulate" -d 'Show which webhooks an event would go to'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "webhooks" -d 'Receivers of events'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "webhook" -d 'Receivers of events'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "deliveries" -d 'What was sent to webhooks, and what came of it'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "delivery" -d 'What was sent to webhooks, and what came of it'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "dead-letters" -d 'Deliveries that failed for good'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "dlq" -d 'Deliveries that failed for good'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "dead-letter" -d 'Deliveries that failed for good'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "pipelines" -d 'What is done to events before they are delivered'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "pipeline" -d 'What is done to events before they are delivered'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "schemas" -d 'JSON Schemas that the payloads of a topic have to fit'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "schema" -d 'JSON Schemas that the payloads of a topic have to fit'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "event-schemas" -d 'JSON Schemas that the payloads of a topic have to fit'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "replays" -d 'Send stored events again'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "replay" -d 'Send stored events again'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "jobs" -d 'Events and requests by the clock'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "job" -d 'Events and requests by the clock'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "sources" -d 'Senders from outside whose requests become events'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "source" -d 'Senders from outside whose requests become events'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "tasks" -d 'Things to be done once'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "task" -d 'Things to be done once'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "sandbox" -d 'Public URLs that keep whatever is sent to them, to be looked at'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "embed" -d 'The portal for pages of others: its tokens, and what to paste there'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "channels" -d 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "channel" -d 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "alerts" -d 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "project" -d 'The current project, its topics and its API key'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "api-keys" -d 'The API keys of the project'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "api-key" -d 'The API keys of the project'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "projects" -d 'The projects of the user who is logged in'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "members" -d 'Who is in a project; --project says which, unless the profile does'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "member" -d 'Who is in a project; --project says which, unless the profile does'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "invitations" -d 'The projects that the user who is logged in is invited to'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "invitation" -d 'The projects that the user who is logged in is invited to'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "analytics" -d 'Events and deliveries by the day, by topic and by webhook'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "audit" -d 'Who did what in the project'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "export" -d 'Everything of a kind as a file'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "retention" -d 'How long the data of the project are kept'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "purge" -d 'Remove old rows for good, after a look at how many they are'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "status" -d 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "api" -d 'Call the API: jobcelis api [METHOD] PATH'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "verify-signature" -d 'Check the signature of a delivery: exit code 0 valid, 1 invalid'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "sign" -d 'Print the signature of a body, as a request would carry it'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "login" -d 'Log in and keep the login in the profile'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "logout" -d 'End the login and forget it'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "whoami" -d 'Show who the credential is and what it may do'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "auth" -d 'Accounts and tokens, with the server\'s answers as output'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "account" -d 'The account that is logged in'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "notifications" -d 'What the server told the account that is logged in'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "notification" -d 'What the server told the account that is logged in'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "gdpr" -d 'Your data: a copy, a rest from processing, consents, and deletion'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "profile" -d 'Servers and credentials of the configuration file'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "admin" -d 'Run the server: its users, projects and keys'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "backup" -d 'Make a backup of the data, whether or not the server runs'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "restore" -d 'Put a backup in the place of the data; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "migrate" -d 'The schema of the data, and copies from another server'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "upgrade-check" -d 'Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "doctor" -d 'Look for what is wrong with the configuration, the server and its data'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "serve" -d 'Run the server'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "bench" -d 'Measure how many events a server accepts and delivers'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "completion" -d 'Print the script that completes this command line in a shell'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "man" -d 'Show the manual page of a command'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "version" -d 'Print the version'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "send" -d 'Send an event, or all of a file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "batch" -d 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "tail" -d 'Follow events and the outcomes of their deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "list" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "ls" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "get" -d 'Show events with their latest deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "delete" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "rm" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "resend" -d 'Send events again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l set -d 'Set a text in the payload; dots reach into objects' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l set-json -d 'Set a JSON value in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l deliver-at -d 'Deliver at that time and not before' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l idempotency-key -d 'Key under which the server takes only one event; without it one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l wait -d 'Wait until all deliveries have ended; exit code 1 when one failed' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l file -d 'Send every event of a file (- is stdin): one per line, a JSON array, or CSV' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l concurrency -d 'Requests at a time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l rate -d 'Events per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l batch-size -d 'Events per request at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l state -d 'Where to keep how far the file is sent [default: FILE.jobcelis-state.json]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l rejects -d 'Where to put what is not accepted [default: FILE.rejected.ndjson]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l no-idempotency -d 'Send no key: a repeated request makes another event'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l flat -d 'Send the payload\'s members beside the topic instead of under `payload`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l csv -d 'The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l payload-only -d 'Every record as a whole is a payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l resume -d 'Go on where an earlier run was interrupted'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l fail-fast -d 'Stop at the first event that is not accepted'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l skip-invalid -d 'Pass over records that are no events instead of rejecting them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -l force -d 'Go on with a run that is too old, or went to another server or project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from batch" -l file -d 'File with the array, or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from batch" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from batch" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from batch" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from batch" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from batch" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l topics -d 'Only these topics or patterns' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l types -d 'Only these kinds of messages' -r -f -a "event.created\t''
delivery.updated\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l since -d 'Begin with what happened since then: a time like 10m, an event\'s id, or a cursor' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l last -d 'Begin with the latest events' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l grep -d 'Only messages in whose text this is found' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l count -d 'End after so many messages' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l for -d 'End after this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l exit-on -d 'End with exit code 1 at the first message of that kind' -r -f -a "delivery.failed\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-payload -d 'Leave out the payloads'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l failed-only -d 'Only deliveries whose attempt failed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -l ws -d 'Over a WebSocket instead of an event stream; no proxy is gone through'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l topic -d 'Only this topic; may be a pattern like order.*' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l status -d 'active or inactive' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l search -d 'Only with this text in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l topic -d 'Only this topic; may be a pattern like order.*' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l status -d 'active or inactive' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l search -d 'Only with this text in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from get" -l deliveries -d 'Show the deliveries alone, with what came of them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from resend" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from resend" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from resend" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from resend" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from resend" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from resend" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "send" -d 'Send an event, or all of a file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "batch" -d 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Follow events and the outcomes of their deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "list" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show events with their latest deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "resend" -d 'Send events again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "send" -d 'Send an event, or all of a file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "batch" -d 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "tail" -d 'Follow events and the outcomes of their deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "list" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "ls" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "get" -d 'Show events with their latest deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "delete" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "rm" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "resend" -d 'Send events again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and not __fish_seen_subcommand_from send batch tail list ls get delete rm resend help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l set -d 'Set a text in the payload; dots reach into objects' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l set-json -d 'Set a JSON value in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l deliver-at -d 'Deliver at that time and not before' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l idempotency-key -d 'Key under which the server takes only one event; without it one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l wait -d 'Wait until all deliveries have ended; exit code 1 when one failed' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l file -d 'Send every event of a file (- is stdin): one per line, a JSON array, or CSV' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l concurrency -d 'Requests at a time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l rate -d 'Events per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l batch-size -d 'Events per request at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l state -d 'Where to keep how far the file is sent [default: FILE.jobcelis-state.json]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l rejects -d 'Where to put what is not accepted [default: FILE.rejected.ndjson]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l no-idempotency -d 'Send no key: a repeated request makes another event'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l flat -d 'Send the payload\'s members beside the topic instead of under `payload`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l csv -d 'The file is CSV: its columns become the payload, but topic, idempotency_key and deliver_at'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l payload-only -d 'Every record as a whole is a payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l resume -d 'Go on where an earlier run was interrupted'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l fail-fast -d 'Stop at the first event that is not accepted'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l skip-invalid -d 'Pass over records that are no events instead of rejecting them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -l force -d 'Go on with a run that is too old, or went to another server or project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from batch" -l file -d 'File with the array, or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from batch" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from batch" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from batch" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from batch" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from batch" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l topics -d 'Only these topics or patterns' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l types -d 'Only these kinds of messages' -r -f -a "event.created\t''
delivery.updated\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l since -d 'Begin with what happened since then: a time like 10m, an event\'s id, or a cursor' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l last -d 'Begin with the latest events' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l grep -d 'Only messages in whose text this is found' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l count -d 'End after so many messages' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l for -d 'End after this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l exit-on -d 'End with exit code 1 at the first message of that kind' -r -f -a "delivery.failed\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l no-payload -d 'Leave out the payloads'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l failed-only -d 'Only deliveries whose attempt failed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -l ws -d 'Over a WebSocket instead of an event stream; no proxy is gone through'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l topic -d 'Only this topic; may be a pattern like order.*' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l status -d 'active or inactive' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l search -d 'Only with this text in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l topic -d 'Only this topic; may be a pattern like order.*' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l status -d 'active or inactive' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l search -d 'Only with this text in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from get" -l deliveries -d 'Show the deliveries alone, with what came of them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from resend" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from resend" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from resend" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from resend" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from resend" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from resend" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "send" -d 'Send an event, or all of a file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "batch" -d 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Follow events and the outcomes of their deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "list" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show events with their latest deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "resend" -d 'Send events again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -f -a "send" -d 'Sign an event and send it to an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and not __fish_seen_subcommand_from send help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -l secret -d 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -l body -d 'Body, any JSON: as it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -l event-type -d 'Type of the event; wins over that in the body' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -l correlation-id -d 'What the event belongs to; sent on as X-Correlation-ID' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from help" -f -a "send" -d 'Sign an event and send it to an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand ingest; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l forward-to -d 'Where to send: a port, host:port/path, or a URL' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l topics -d 'Only these topics or patterns' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l webhook -d 'Apply topics, filters, body and headers of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -s H -l header -d 'Add a header' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l secret -d 'Sign with this secret instead of the one kept in the profile' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l since -d 'Begin with what happened since then: a time like 10m, an event\'s id, or a cursor' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l concurrency -d 'Events that are sent at the same time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l retry -d 'Send again so often when the program fails or cannot be reached' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l print-json -d 'Print each event as a line of JSON'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l skip-verify -d 'Accept any certificate of the program'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l no-forward -d 'Send nothing, only tell of the events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -l fail-on-error -d 'Exit code 1 at the end if any answer was not 2xx'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand listen" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -l set -d 'Set a text in the payload; dots reach into objects' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -l set-json -d 'Set a JSON value in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -l expect -d 'Exit code 1 when another number of webhooks matches' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand simulate" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "list" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "ls" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "get" -d 'Show webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "create" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "new" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "update" -d 'Change webhooks: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "delete" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "rm" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "enable" -d 'Send to them again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "disable" -d 'Stop sending to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "templates" -d 'List ready-made configurations for create --template'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "health" -d 'How well deliveries went in the last 24 hours; of all webhooks without an id'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "test" -d 'Send a test call now; exit code 1 when it fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "deliveries" -d 'List the deliveries of a webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "rotate-secret" -d 'Replace the secret; the new one is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "export" -d 'Write the configuration of all webhooks to a file; secrets stay with the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "import" -d 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l topic -d 'Only those with this topic pattern' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l topic -d 'Only those with this topic pattern' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l url -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l template -d 'Begin with a ready-made configuration' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l name -d 'Name to show' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l secret -d 'Secret to sign with: a text, @file, -, or auto for a new one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l filters -d 'Conditions on the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l body-config -d 'What the body is made of' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l headers -d 'Headers to send, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -s H -l header -d 'One header to send' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l retry-config -d 'When failed deliveries are tried again' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l max-attempts -d 'Attempts before a delivery has failed for good' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l max-per-second -d 'Deliveries per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l max-per-minute -d 'Deliveries per minute at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l batch-config -d 'Several events in one delivery' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -l inactive -d 'Do not send to it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l url -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l template -d 'Begin with a ready-made configuration' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l name -d 'Name to show' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l secret -d 'Secret to sign with: a text, @file, -, or auto for a new one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l filters -d 'Conditions on the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l body-config -d 'What the body is made of' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l headers -d 'Headers to send, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -s H -l header -d 'One header to send' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l retry-config -d 'When failed deliveries are tried again' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l max-attempts -d 'Attempts before a delivery has failed for good' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l max-per-second -d 'Deliveries per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l max-per-minute -d 'Deliveries per minute at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l batch-config -d 'Several events in one delivery' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -l inactive -d 'Do not send to it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l url -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l name -d 'Name to show' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l secret -d 'Secret to sign with: a text, @file, -, or auto for a new one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l filters -d 'Conditions on the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l body-config -d 'What the body is made of' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l headers -d 'Headers to send, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -s H -l header -d 'One header to send' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l retry-config -d 'When failed deliveries are tried again' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l max-attempts -d 'Attempts before a delivery has failed for good' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l max-per-second -d 'Deliveries per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l max-per-minute -d 'Deliveries per minute at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -l batch-config -d 'Several events in one delivery' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from enable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from disable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from templates" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from templates" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from templates" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from templates" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from templates" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from health" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from health" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from health" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from health" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from health" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rotate-secret" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rotate-secret" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rotate-secret" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rotate-secret" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from rotate-secret" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from export" -l force -d 'Replace the file if it exists'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from import" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "list" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change webhooks: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Send to them again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Stop sending to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "templates" -d 'List ready-made configurations for create --template'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "health" -d 'How well deliveries went in the last 24 hours; of all webhooks without an id'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a test call now; exit code 1 when it fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "deliveries" -d 'List the deliveries of a webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "rotate-secret" -d 'Replace the secret; the new one is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the configuration of all webhooks to a file; secrets stay with the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "import" -d 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "list" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "ls" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "get" -d 'Show webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "create" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "new" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "update" -d 'Change webhooks: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "delete" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "rm" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "enable" -d 'Send to them again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "disable" -d 'Stop sending to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "templates" -d 'List ready-made configurations for create --template'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "health" -d 'How well deliveries went in the last 24 hours; of all webhooks without an id'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "test" -d 'Send a test call now; exit code 1 when it fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "deliveries" -d 'List the deliveries of a webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "rotate-secret" -d 'Replace the secret; the new one is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "export" -d 'Write the configuration of all webhooks to a file; secrets stay with the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "import" -d 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and not __fish_seen_subcommand_from list ls get create new update delete rm enable disable templates health test deliveries rotate-secret export import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -l topic -d 'Only those with this topic pattern' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l topic -d 'Only those with this topic pattern' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l url -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l template -d 'Begin with a ready-made configuration' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l name -d 'Name to show' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l secret -d 'Secret to sign with: a text, @file, -, or auto for a new one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l filters -d 'Conditions on the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l body-config -d 'What the body is made of' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l headers -d 'Headers to send, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -s H -l header -d 'One header to send' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l retry-config -d 'When failed deliveries are tried again' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l max-attempts -d 'Attempts before a delivery has failed for good' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l max-per-second -d 'Deliveries per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l max-per-minute -d 'Deliveries per minute at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l batch-config -d 'Several events in one delivery' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -l inactive -d 'Do not send to it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l url -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l template -d 'Begin with a ready-made configuration' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l name -d 'Name to show' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l secret -d 'Secret to sign with: a text, @file, -, or auto for a new one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l filters -d 'Conditions on the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l body-config -d 'What the body is made of' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l headers -d 'Headers to send, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -s H -l header -d 'One header to send' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l retry-config -d 'When failed deliveries are tried again' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l max-attempts -d 'Attempts before a delivery has failed for good' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l max-per-second -d 'Deliveries per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l max-per-minute -d 'Deliveries per minute at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l batch-config -d 'Several events in one delivery' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -l inactive -d 'Do not send to it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l url -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l name -d 'Name to show' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l secret -d 'Secret to sign with: a text, @file, -, or auto for a new one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l filters -d 'Conditions on the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l body-config -d 'What the body is made of' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l headers -d 'Headers to send, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -s H -l header -d 'One header to send' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l retry-config -d 'When failed deliveries are tried again' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l max-attempts -d 'Attempts before a delivery has failed for good' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l max-per-second -d 'Deliveries per second at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l max-per-minute -d 'Deliveries per minute at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -l batch-config -d 'Several events in one delivery' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from enable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from disable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from templates" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from templates" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from templates" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from templates" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from templates" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from health" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from health" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from health" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from health" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from health" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from deliveries" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rotate-secret" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rotate-secret" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rotate-secret" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rotate-secret" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from rotate-secret" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from export" -l force -d 'Replace the file if it exists'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from import" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "list" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change webhooks: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Send to them again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Stop sending to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "templates" -d 'List ready-made configurations for create --template'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "health" -d 'How well deliveries went in the last 24 hours; of all webhooks without an id'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a test call now; exit code 1 when it fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "deliveries" -d 'List the deliveries of a webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "rotate-secret" -d 'Replace the secret; the new one is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the configuration of all webhooks to a file; secrets stay with the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "import" -d 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand webhook; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -f -a "list" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -f -a "ls" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -f -a "get" -d 'Show deliveries with requests, answers and every attempt'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -f -a "retry" -d 'Send deliveries again: those named, or all that a filter finds'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and not __fish_seen_subcommand_from list ls get retry help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l status -d 'pending, success, failed or circuit_open' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l event -d 'Only of this event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l from -l since -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l status -d 'pending, success, failed or circuit_open' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l event -d 'Only of this event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l from -l since -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -l status -d 'pending, success, failed or circuit_open' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -l event -d 'Only of this event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -l from -l since -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from help" -f -a "list" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show deliveries with requests, answers and every attempt'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Send deliveries again: those named, or all that a filter finds'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand deliveries; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -f -a "list" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -f -a "ls" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -f -a "get" -d 'Show deliveries with requests, answers and every attempt'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -f -a "retry" -d 'Send deliveries again: those named, or all that a filter finds'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and not __fish_seen_subcommand_from list ls get retry help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l status -d 'pending, success, failed or circuit_open' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l event -d 'Only of this event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l from -l since -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l status -d 'pending, success, failed or circuit_open' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l event -d 'Only of this event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l from -l since -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -l status -d 'pending, success, failed or circuit_open' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -l event -d 'Only of this event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -l from -l since -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from help" -f -a "list" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show deliveries with requests, answers and every attempt'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Send deliveries again: those named, or all that a filter finds'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand delivery; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "ls" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l unresolved -d 'Only unresolved ones, which is what is listed anyway'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l resolved -d 'Only resolved ones'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l unresolved -d 'Only unresolved ones, which is what is listed anyway'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l resolved -d 'Only resolved ones'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l payload -d 'Payload to send instead: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l all -d 'All that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -l all -d 'All that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "ls" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l unresolved -d 'Only unresolved ones, which is what is listed anyway'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l resolved -d 'Only resolved ones'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l unresolved -d 'Only unresolved ones, which is what is listed anyway'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l resolved -d 'Only resolved ones'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l payload -d 'Payload to send instead: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l all -d 'All that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -l all -d 'All that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "ls" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and not __fish_seen_subcommand_from list ls get retry resolve help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l unresolved -d 'Only unresolved ones, which is what is listed anyway'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l resolved -d 'Only resolved ones'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l unresolved -d 'Only unresolved ones, which is what is listed anyway'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l resolved -d 'Only resolved ones'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -l payload -d 'Payload to send instead: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -l all -d 'All that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -l all -d 'All that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from help" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand dead-letter; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "list" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "ls" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "get" -d 'Show pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "create" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "new" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "update" -d 'Change pipelines: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "delete" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "rm" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "test" -d 'Show what the steps of pipelines make of a payload; nothing is sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l steps -d 'The list of steps: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l description -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l webhook -d 'Who gets the output instead of the event; an empty id is nobody' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l enable -d 'Run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -l disable -d 'Do not run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l steps -d 'The list of steps: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l description -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l webhook -d 'Who gets the output instead of the event; an empty id is nobody' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l enable -d 'Run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -l disable -d 'Do not run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l steps -d 'The list of steps: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l description -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l webhook -d 'Who gets the output instead of the event; an empty id is nobody' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l enable -d 'Run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -l disable -d 'Do not run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -l topic -d 'Tell whether the pipeline is about events of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -l set -d 'Set a text in the payload; dots reach into objects' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -l set-json -d 'Set a JSON value in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -l expect -d 'Exit code 1 when the payload fares otherwise' -r -f -a "pass\t''
filter\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "list" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change pipelines: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "test" -d 'Show what the steps of pipelines make of a payload; nothing is sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipelines; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "list" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "ls" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "get" -d 'Show pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "create" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "new" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "update" -d 'Change pipelines: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "delete" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "rm" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "test" -d 'Show what the steps of pipelines make of a payload; nothing is sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and not __fish_seen_subcommand_from list ls get create new update delete rm test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l steps -d 'The list of steps: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l description -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l webhook -d 'Who gets the output instead of the event; an empty id is nobody' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l enable -d 'Run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -l disable -d 'Do not run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l steps -d 'The list of steps: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l description -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l webhook -d 'Who gets the output instead of the event; an empty id is nobody' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l enable -d 'Run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -l disable -d 'Do not run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l topics -d 'Topics or patterns such as order.*; none is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l steps -d 'The list of steps: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l description -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l webhook -d 'Who gets the output instead of the event; an empty id is nobody' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l enable -d 'Run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -l disable -d 'Do not run it on events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -l topic -d 'Tell whether the pipeline is about events of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -l set -d 'Set a text in the payload; dots reach into objects' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -l set-json -d 'Set a JSON value in the payload' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -l expect -d 'Exit code 1 when the payload fares otherwise' -r -f -a "pass\t''
filter\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "list" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change pipelines: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "test" -d 'Show what the steps of pipelines make of a payload; nothing is sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand pipeline; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "ls" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "new" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "rm" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -l topic -d 'Only of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -l topic -d 'Only of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -l schema-version -d 'Version to make instead of the next one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -l schema-version -d 'Version to make instead of the next one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -l schema-version -d 'Version to make of it instead of the next free one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -l schema -d 'Try it on this schema instead of the one of the topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -l local -d 'Ask no server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from validate" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -l sample -d 'Events to look at, at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from infer" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schemas; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "ls" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "new" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "rm" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -l topic -d 'Only of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -l topic -d 'Only of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -l schema-version -d 'Version to make instead of the next one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -l schema-version -d 'Version to make instead of the next one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -l schema-version -d 'Version to make of it instead of the next free one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -l schema -d 'Try it on this schema instead of the one of the topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -l local -d 'Ask no server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from validate" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -l sample -d 'Events to look at, at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from infer" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand schema; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "ls" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "new" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "rm" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and not __fish_seen_subcommand_from list ls get create new update delete rm validate infer help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -l topic -d 'Only of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -l topic -d 'Only of this topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -l schema-version -d 'Version to make instead of the next one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -l schema-version -d 'Version to make instead of the next one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -l schema -d 'JSON Schema: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -l schema-version -d 'Version to make of it instead of the next free one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -l payload -d 'JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -l schema -d 'Try it on this schema instead of the one of the topic' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -l local -d 'Ask no server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from validate" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -l topic -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -l sample -d 'Events to look at, at most' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from infer" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand event-schemas; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "list" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "ls" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "get" -d 'Show replays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "create" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "new" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "watch" -d 'Show how far a replay is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "cancel" -d 'Stop replays: what they made and nobody has attempted yet is not sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -l status -d 'pending, running, completed, failed or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -l status -d 'pending, running, completed, failed or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -l topic -d 'Only this topic; may be a pattern like order.*, and * is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -l wait -d 'Show how far it is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -l topic -d 'Only this topic; may be a pattern like order.*, and * is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -l wait -d 'Show how far it is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from watch" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from help" -f -a "list" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show replays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from help" -f -a "create" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Show how far a replay is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Stop replays: what they made and nobody has attempted yet is not sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replays; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "list" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "ls" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "get" -d 'Show replays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "create" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "new" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "watch" -d 'Show how far a replay is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "cancel" -d 'Stop replays: what they made and nobody has attempted yet is not sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and not __fish_seen_subcommand_from list ls get create new watch cancel help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -l status -d 'pending, running, completed, failed or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -l status -d 'pending, running, completed, failed or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -l topic -d 'Only this topic; may be a pattern like order.*, and * is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -l wait -d 'Show how far it is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -l topic -d 'Only this topic; may be a pattern like order.*, and * is every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -l webhook -d 'Only to this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -l wait -d 'Show how far it is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from watch" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from help" -f -a "list" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show replays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from help" -f -a "create" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Show how far a replay is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Stop replays: what they made and nobody has attempted yet is not sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand replay; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "list" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "ls" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "get" -d 'Show jobs with their newest runs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "create" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "new" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "update" -d 'Change jobs: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "delete" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "rm" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "runs" -d 'List the runs of a job, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "run" -d 'Run jobs now, also inactive ones; exit code 1 when a run fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "cron-preview" -d 'Show the coming times of a cron expression'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -l include-inactive -d 'Those switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Those switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l schedule -d 'daily, weekly, monthly or cron; follows from the other options' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l at -d 'Time of day' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l day-of-week -d 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l day-of-month -d 'Monthly on this day, where the month has it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l cron -d 'A cron expression' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l queue -d 'Name of a queue, kept with the job' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l topic -d 'Topic of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l topics -d 'One event for each of these topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l payload -d 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l webhook -d 'Deliver the event to this webhook alone' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l url -d 'Call this URL instead' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l method -d 'POST, PUT, PATCH, GET or DELETE' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l headers -d 'Headers of the request, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l body -d 'Body of the request' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l secret -d 'Secret to sign the request with: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -l inactive -d 'Do not run it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l schedule -d 'daily, weekly, monthly or cron; follows from the other options' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l at -d 'Time of day' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l day-of-week -d 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l day-of-month -d 'Monthly on this day, where the month has it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l cron -d 'A cron expression' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l queue -d 'Name of a queue, kept with the job' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l topic -d 'Topic of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l topics -d 'One event for each of these topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l payload -d 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l webhook -d 'Deliver the event to this webhook alone' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l url -d 'Call this URL instead' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l method -d 'POST, PUT, PATCH, GET or DELETE' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l headers -d 'Headers of the request, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l body -d 'Body of the request' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l secret -d 'Secret to sign the request with: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -l inactive -d 'Do not run it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l schedule -d 'daily, weekly, monthly or cron; follows from the other options' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l at -d 'Time of day' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l day-of-week -d 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l day-of-month -d 'Monthly on this day, where the month has it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l cron -d 'A cron expression' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l queue -d 'Name of a queue, kept with the job' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l topic -d 'Topic of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l topics -d 'One event for each of these topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l payload -d 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l webhook -d 'Deliver the event to this webhook alone' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l url -d 'Call this URL instead' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l method -d 'POST, PUT, PATCH, GET or DELETE' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l headers -d 'Headers of the request, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l body -d 'Body of the request' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l secret -d 'Secret to sign the request with: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l enable -d 'Run it again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -l disable -d 'Do not run it any more'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -l status -d 'running, success or failed' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from runs" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from run" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -l cron -d 'The same as an option' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -l count -d 'Times to show, 1 to 100' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -l from -d 'Times after this one: RFC 3339, a date, or words like 2h' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -l local -d 'Compute it here, without a server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from cron-preview" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "list" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show jobs with their newest runs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change jobs: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "runs" -d 'List the runs of a job, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run jobs now, also inactive ones; exit code 1 when a run fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "cron-preview" -d 'Show the coming times of a cron expression'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "list" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "ls" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "get" -d 'Show jobs with their newest runs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "create" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "new" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "update" -d 'Change jobs: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "delete" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "rm" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "runs" -d 'List the runs of a job, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "run" -d 'Run jobs now, also inactive ones; exit code 1 when a run fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "cron-preview" -d 'Show the coming times of a cron expression'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and not __fish_seen_subcommand_from list ls get create new update delete rm runs run cron-preview help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -l include-inactive -d 'Those switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Those switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l schedule -d 'daily, weekly, monthly or cron; follows from the other options' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l at -d 'Time of day' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l day-of-week -d 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l day-of-month -d 'Monthly on this day, where the month has it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l cron -d 'A cron expression' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l queue -d 'Name of a queue, kept with the job' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l topic -d 'Topic of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l topics -d 'One event for each of these topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l payload -d 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l webhook -d 'Deliver the event to this webhook alone' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l url -d 'Call this URL instead' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l method -d 'POST, PUT, PATCH, GET or DELETE' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l headers -d 'Headers of the request, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l body -d 'Body of the request' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l secret -d 'Secret to sign the request with: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -l inactive -d 'Do not run it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l schedule -d 'daily, weekly, monthly or cron; follows from the other options' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l at -d 'Time of day' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l day-of-week -d 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l day-of-month -d 'Monthly on this day, where the month has it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l cron -d 'A cron expression' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l queue -d 'Name of a queue, kept with the job' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l topic -d 'Topic of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l topics -d 'One event for each of these topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l payload -d 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l webhook -d 'Deliver the event to this webhook alone' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l url -d 'Call this URL instead' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l method -d 'POST, PUT, PATCH, GET or DELETE' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l headers -d 'Headers of the request, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l body -d 'Body of the request' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l secret -d 'Secret to sign the request with: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -l inactive -d 'Do not run it yet'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l schedule -d 'daily, weekly, monthly or cron; follows from the other options' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l at -d 'Time of day' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l day-of-week -d 'Weekly on this day: a name, or 0 to 7 where 0 and 7 are Sunday' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l day-of-month -d 'Monthly on this day, where the month has it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l cron -d 'A cron expression' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l queue -d 'Name of a queue, kept with the job' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l topic -d 'Topic of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l topics -d 'One event for each of these topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l payload -d 'Payload of the event; {{now}}, {{scheduled_for}}, {{job_id}} and {{job_name}} are filled in' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l webhook -d 'Deliver the event to this webhook alone' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l url -d 'Call this URL instead' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l method -d 'POST, PUT, PATCH, GET or DELETE' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l headers -d 'Headers of the request, as an object' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l body -d 'Body of the request' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l secret -d 'Secret to sign the request with: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l enable -d 'Run it again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -l disable -d 'Do not run it any more'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -l status -d 'running, success or failed' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from runs" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from run" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -l cron -d 'The same as an option' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -l count -d 'Times to show, 1 to 100' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -l timezone -d 'Zone whose wall clock is meant, such as Europe/Madrid' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -l from -d 'Times after this one: RFC 3339, a date, or words like 2h' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -l local -d 'Compute it here, without a server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from cron-preview" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "list" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show jobs with their newest runs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change jobs: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "runs" -d 'List the runs of a job, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run jobs now, also inactive ones; exit code 1 when a run fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "cron-preview" -d 'Show the coming times of a cron expression'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "list" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "ls" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "presets" -d 'List the senders that are known'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "get" -d 'Show sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "create" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "new" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "update" -d 'Change sources: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "delete" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "rm" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "rotate-secret" -d 'Give sources a new secret; the one before is still believed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "rejections" -d 'List the newest requests that were refused'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "test" -d 'Send a request as the sender would: signed, with a body that the mapping understands'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from presets" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l preset -d 'A sender that is known, see: jobcelis sources presets' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l slug -d 'What its URL ends in: a-z, 0-9 and -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l provider -d 'Who sends, as receivers read it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l verification -d 'How it proves itself: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l mapping -d 'Where its requests say what happened: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l topic-prefix -d 'What stands before the type in topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l secret -d 'Secret that it proves itself with: a text, @file or -; else one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l allow-unverified -d 'Believe anyone, where the verification is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l enable -d 'Take requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -l disable -d 'Take no requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l preset -d 'A sender that is known, see: jobcelis sources presets' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l slug -d 'What its URL ends in: a-z, 0-9 and -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l provider -d 'Who sends, as receivers read it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l verification -d 'How it proves itself: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l mapping -d 'Where its requests say what happened: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l topic-prefix -d 'What stands before the type in topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l secret -d 'Secret that it proves itself with: a text, @file or -; else one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l allow-unverified -d 'Believe anyone, where the verification is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l enable -d 'Take requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -l disable -d 'Take no requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l slug -d 'What its URL ends in: a-z, 0-9 and -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l provider -d 'Who sends, as receivers read it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l verification -d 'How it proves itself: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l mapping -d 'Where its requests say what happened: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l topic-prefix -d 'What stands before the type in topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l secret -d 'Secret that it proves itself with: a text, @file or -; else one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l allow-unverified -d 'Believe anyone, where the verification is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l enable -d 'Take requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -l disable -d 'Take no requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rotate-secret" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rotate-secret" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rotate-secret" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rotate-secret" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rotate-secret" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from rejections" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -l secret -d 'Secret of the source: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -l type -d 'Type of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -l body -d 'Body instead of one made up: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "list" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "presets" -d 'List the senders that are known'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change sources: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "rotate-secret" -d 'Give sources a new secret; the one before is still believed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "rejections" -d 'List the newest requests that were refused'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a request as the sender would: signed, with a body that the mapping understands'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sources; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "list" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "ls" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "presets" -d 'List the senders that are known'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "get" -d 'Show sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "create" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "new" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "update" -d 'Change sources: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "delete" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "rm" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "rotate-secret" -d 'Give sources a new secret; the one before is still believed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "rejections" -d 'List the newest requests that were refused'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "test" -d 'Send a request as the sender would: signed, with a body that the mapping understands'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and not __fish_seen_subcommand_from list ls presets get create new update delete rm rotate-secret rejections test help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -l include-inactive -d 'Deleted and disabled ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from presets" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l preset -d 'A sender that is known, see: jobcelis sources presets' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l slug -d 'What its URL ends in: a-z, 0-9 and -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l provider -d 'Who sends, as receivers read it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l verification -d 'How it proves itself: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l mapping -d 'Where its requests say what happened: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l topic-prefix -d 'What stands before the type in topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l secret -d 'Secret that it proves itself with: a text, @file or -; else one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l allow-unverified -d 'Believe anyone, where the verification is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l enable -d 'Take requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -l disable -d 'Take no requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l preset -d 'A sender that is known, see: jobcelis sources presets' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l slug -d 'What its URL ends in: a-z, 0-9 and -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l provider -d 'Who sends, as receivers read it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l verification -d 'How it proves itself: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l mapping -d 'Where its requests say what happened: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l topic-prefix -d 'What stands before the type in topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l secret -d 'Secret that it proves itself with: a text, @file or -; else one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l allow-unverified -d 'Believe anyone, where the verification is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l enable -d 'Take requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -l disable -d 'Take no requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l slug -d 'What its URL ends in: a-z, 0-9 and -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l provider -d 'Who sends, as receivers read it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l verification -d 'How it proves itself: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l mapping -d 'Where its requests say what happened: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l topic-prefix -d 'What stands before the type in topics' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l secret -d 'Secret that it proves itself with: a text, @file or -; else one is made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l allow-unverified -d 'Believe anyone, where the verification is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l enable -d 'Take requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -l disable -d 'Take no requests'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rotate-secret" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rotate-secret" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rotate-secret" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rotate-secret" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rotate-secret" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from rejections" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -l secret -d 'Secret of the source: a text, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -l type -d 'Type of the event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -l body -d 'Body instead of one made up: JSON, @file or -' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "list" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "presets" -d 'List the senders that are known'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change sources: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "rotate-secret" -d 'Give sources a new secret; the one before is still believed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "rejections" -d 'List the newest requests that were refused'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a request as the sender would: signed, with a body that the mapping understands'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand source; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "list" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "ls" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "get" -d 'Show tasks with their attempts'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "create" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "new" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "retry" -d 'Run tasks now, also those that have ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "cancel" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "rm" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "wait" -d 'Wait until tasks have ended; exit code 1 unless all succeed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "callback-secret" -d 'The secret by which callbacks are signed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l status -d 'queued, running, retry, succeeded, fatal or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l type -d 'Only of this type' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l tenant -d 'Only of this tenant' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l status -d 'queued, running, retry, succeeded, fatal or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l type -d 'Only of this type' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l tenant -d 'Only of this tenant' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -l type -d 'http, email, or a word: a webhook with the topic task.WORD does it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -l payload -d 'What it needs to know: a JSON object, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -l tenant -d 'For whom it is done' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -l callback-url -d 'URL that is told of the end' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -l idempotency-key -d 'A second task with the same key is the first one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -l type -d 'http, email, or a word: a webhook with the topic task.WORD does it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -l payload -d 'What it needs to know: a JSON object, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -l tenant -d 'For whom it is done' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -l callback-url -d 'URL that is told of the end' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -l idempotency-key -d 'A second task with the same key is the first one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -l wait -d 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from wait" -l within -d 'For so long at most, each' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from wait" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -f -a "get" -d 'Show it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -f -a "rotate" -d 'Put a new one before it; the old one goes on signing too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from callback-secret" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "list" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show tasks with their attempts'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "create" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Run tasks now, also those that have ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until tasks have ended; exit code 1 unless all succeed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "callback-secret" -d 'The secret by which callbacks are signed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand tasks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "list" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "ls" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "get" -d 'Show tasks with their attempts'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "create" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "new" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "retry" -d 'Run tasks now, also those that have ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "cancel" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "rm" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "wait" -d 'Wait until tasks have ended; exit code 1 unless all succeed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "callback-secret" -d 'The secret by which callbacks are signed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and not __fish_seen_subcommand_from list ls get create new retry cancel rm wait callback-secret help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l status -d 'queued, running, retry, succeeded, fatal or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l type -d 'Only of this type' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l tenant -d 'Only of this tenant' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l status -d 'queued, running, retry, succeeded, fatal or cancelled' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l type -d 'Only of this type' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l tenant -d 'Only of this tenant' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -l type -d 'http, email, or a word: a webhook with the topic task.WORD does it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -l payload -d 'What it needs to know: a JSON object, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -l tenant -d 'For whom it is done' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -l callback-url -d 'URL that is told of the end' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -l idempotency-key -d 'A second task with the same key is the first one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -l type -d 'http, email, or a word: a webhook with the topic task.WORD does it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -l payload -d 'What it needs to know: a JSON object, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -l tenant -d 'For whom it is done' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -l callback-url -d 'URL that is told of the end' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -l idempotency-key -d 'A second task with the same key is the first one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -l wait -d 'Wait until it has ended, for so long at most; exit code 1 unless it succeeds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from retry" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from wait" -l within -d 'For so long at most, each' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from wait" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -f -a "get" -d 'Show it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -f -a "rotate" -d 'Put a new one before it; the old one goes on signing too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from callback-secret" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "list" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show tasks with their attempts'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "create" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Run tasks now, also those that have ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until tasks have ended; exit code 1 unless all succeed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "callback-secret" -d 'The secret by which callbacks are signed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand task; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "list" -d 'List endpoints'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "ls" -d 'List endpoints'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "create" -d 'Make an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "new" -d 'Make an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "update" -d 'Rename endpoints; their URLs stay'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "rename" -d 'Rename endpoints; their URLs stay'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "delete" -d 'Delete endpoints and what they have kept'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "rm" -d 'Delete endpoints and what they have kept'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "url" -d 'Print the URLs that requests are sent to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "requests" -d 'Show what an endpoint has kept, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and not __fish_seen_subcommand_from list ls create new update rename delete rm url requests help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -l include-expired -d 'Expired ones too, until they are erased'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -l include-expired -d 'Expired ones too, until they are erased'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -l ttl-hours -d 'Hours until it expires, 1 to 720; a week if not given' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -l open -d 'Open its URL in the browser, as a first request'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -l ttl-hours -d 'Hours until it expires, 1 to 720; a week if not given' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -l open -d 'Open its URL in the browser, as a first request'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rename" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rename" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from url" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from url" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from url" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from url" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from url" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -l count -d 'With --follow: end after so many requests' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -l follow -d 'Show each request as it arrives, until Ctrl-C'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from requests" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "list" -d 'List endpoints'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "update" -d 'Rename endpoints; their URLs stay'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete endpoints and what they have kept'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "url" -d 'Print the URLs that requests are sent to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "requests" -d 'Show what an endpoint has kept, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "tokens" -d 'The tokens that open the portal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "token" -d 'The tokens that open the portal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "snippet" -d 'Print what to paste into a page'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "tokens-list" -d 'List tokens, as the official client does'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "tokens-create" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "tokens-revoke" -d 'Revoke tokens'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and not __fish_seen_subcommand_from tokens token snippet tokens-list tokens-create tokens-revoke help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "list" -d 'List tokens; what they are is never shown again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "ls" -d 'List tokens; what they are is never shown again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "create" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "new" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "revoke" -d 'End tokens at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "rm" -d 'End tokens at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "list" -d 'List tokens; what they are is never shown again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "ls" -d 'List tokens; what they are is never shown again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "create" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "new" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "revoke" -d 'End tokens at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "rm" -d 'End tokens at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from token" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from snippet" -l locale -d 'Language of the portal' -r -f -a "en\t''
es\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from snippet" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from snippet" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from snippet" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from snippet" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from snippet" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l scopes -d 'webhooks:read, webhooks:write, deliveries:read, deliveries:retry; all four if not given' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l origins -d 'Pages it is for, such as https://app.example.com or https://*.example.com; any if not given' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l tenant -d 'Whose webhooks it is about: they see and make those of this name only' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l metadata -d 'A JSON object to keep with it: JSON, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l expires-in -d 'How long it holds, such as 1h or 30d' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -l expires-at -d 'When it ends: RFC 3339, a date, or words like +7d' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-revoke" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-revoke" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-revoke" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-revoke" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from tokens-revoke" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from help" -f -a "tokens" -d 'The tokens that open the portal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from help" -f -a "snippet" -d 'Print what to paste into a page'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from help" -f -a "tokens-list" -d 'List tokens, as the official client does'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from help" -f -a "tokens-create" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from help" -f -a "tokens-revoke" -d 'Revoke tokens'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand embed; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "get" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "list" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "ls" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "rm" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -l events -d 'What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \\"\\" is all' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -l secret -d 'What messages to a webhook are signed with: @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -l disable -d 'Keep it, but send nothing there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from unset" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from upsert" -l config -d 'The request as JSON, @file or - for stdin; in the place of the shared option of this name' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from upsert" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from upsert" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from upsert" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from upsert" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from upsert" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channels; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "get" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "list" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "ls" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "rm" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -l events -d 'What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \\"\\" is all' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -l secret -d 'What messages to a webhook are signed with: @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -l disable -d 'Keep it, but send nothing there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from unset" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from upsert" -l config -d 'The request as JSON, @file or - for stdin; in the place of the shared option of this name' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from upsert" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from upsert" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from upsert" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from upsert" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from upsert" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand channel; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "get" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "list" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "ls" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "rm" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and not __fish_seen_subcommand_from show get list ls set unset test upsert delete rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -l events -d 'What to be told of: webhook_failing, circuit_open, circuit_closed, dlq_entry, job_failed, replay_completed, security_anomaly, system_health; \\"\\" is all' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -l secret -d 'What messages to a webhook are signed with: @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -l disable -d 'Keep it, but send nothing there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from unset" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from test" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from test" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from upsert" -l config -d 'The request as JSON, @file or - for stdin; in the place of the shared option of this name' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from upsert" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from upsert" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from upsert" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from upsert" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from upsert" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "get" -d 'Show the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "update" -d 'Change the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "topics" -d 'List the topics that events have used'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "token" -d 'Show what is known of the API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "regenerate-token" -d 'Replace the API key: the old one stops working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "restrict-token" -d 'Limit what the API key may do and from where'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and not __fish_seen_subcommand_from get update topics token regenerate-token restrict-token help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -l settings -d 'Settings as JSON; they replace the old ones' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -l retention-policy -d 'How long data are kept, as JSON' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from topics" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from topics" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from topics" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from topics" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from topics" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from token" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from token" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from token" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from token" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from token" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from regenerate-token" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from regenerate-token" -l save -d 'Keep the new key in the profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from regenerate-token" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from regenerate-token" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from regenerate-token" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from regenerate-token" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from restrict-token" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "topics" -d 'List the topics that events have used'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "token" -d 'Show what is known of the API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "regenerate-token" -d 'Replace the API key: the old one stops working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "restrict-token" -d 'Limit what the API key may do and from where'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand project; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "list" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "ls" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "create" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "new" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "update" -d 'Change what keys may do, from where and for whom'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "rotate" -d 'Give keys new secrets; the old ones stop working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "disable" -d 'Refuse keys until they are enabled again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "enable" -d 'Let disabled keys work again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "reveal" -d 'Show the secrets of keys again, for whoever is logged in and knows the password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "delete" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "rm" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -l permissions -d 'Names of your own, for programs of yours that ask what a key may do' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -l tenants -d 'Tenants that it may act for; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -l description -d 'What it is for' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -l permissions -d 'Names of your own, for programs of yours that ask what a key may do' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -l tenants -d 'Tenants that it may act for; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -l description -d 'What it is for' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -l permissions -d 'Names of your own, for programs of yours that ask what a key may do' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -l tenants -d 'Tenants that it may act for; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rotate" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from disable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from enable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from reveal" -l password -d 'As it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from reveal" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from reveal" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from reveal" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from reveal" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from reveal" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change what keys may do, from where and for whom'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Give keys new secrets; the old ones stop working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Refuse keys until they are enabled again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let disabled keys work again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "reveal" -d 'Show the secrets of keys again, for whoever is logged in and knows the password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "delete" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-keys; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "list" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "ls" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "create" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "new" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "update" -d 'Change what keys may do, from where and for whom'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "rotate" -d 'Give keys new secrets; the old ones stop working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "disable" -d 'Refuse keys until they are enabled again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "enable" -d 'Let disabled keys work again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "reveal" -d 'Show the secrets of keys again, for whoever is logged in and knows the password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "delete" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "rm" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and not __fish_seen_subcommand_from list ls create new update rotate disable enable reveal delete rm help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -l description -d 'What it is for' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -l permissions -d 'Names of your own, for programs of yours that ask what a key may do' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -l tenants -d 'Tenants that it may act for; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -l description -d 'What it is for' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -l permissions -d 'Names of your own, for programs of yours that ask what a key may do' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -l tenants -d 'Tenants that it may act for; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -l description -d 'What it is for' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all, which is what a new key has' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -l permissions -d 'Names of your own, for programs of yours that ask what a key may do' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -l tenants -d 'Tenants that it may act for; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rotate" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from disable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from disable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from disable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from disable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from disable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from enable" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from enable" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from enable" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from enable" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from enable" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from reveal" -l password -d 'As it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from reveal" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from reveal" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from reveal" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from reveal" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from reveal" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change what keys may do, from where and for whom'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Give keys new secrets; the old ones stop working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "disable" -d 'Refuse keys until they are enabled again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "enable" -d 'Let disabled keys work again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "reveal" -d 'Show the secrets of keys again, for whoever is logged in and knows the password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "delete" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api-key; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "list" -d 'List the projects, those of others that one belongs to among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "ls" -d 'List the projects, those of others that one belongs to among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "get" -d 'Show projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "create" -d 'Make a project; its API key is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "new" -d 'Make a project; its API key is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "update" -d 'Change projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "delete" -d 'Delete projects with everything in them; asks for the name on a terminal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "rm" -d 'Delete projects with everything in them; asks for the name on a terminal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "set-default" -d 'Make a project the one that counts where none is named'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "use" -d 'Work in a project from now on: it is kept in the profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and not __fish_seen_subcommand_from list ls get create new update delete rm set-default use help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -l settings -d 'Settings as JSON' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -l settings -d 'Settings as JSON' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -l settings -d 'Settings as JSON; they replace the old ones' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -l retention-policy -d 'How long data are kept, as JSON' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from set-default" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from set-default" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from set-default" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from set-default" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from set-default" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from use" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the projects, those of others that one belongs to among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "create" -d 'Make a project; its API key is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete projects with everything in them; asks for the name on a terminal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "set-default" -d 'Make a project the one that counts where none is named'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "use" -d 'Work in a project from now on: it is kept in the profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand projects; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "list" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "ls" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "add" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "new" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "update" -d 'Change what members may do'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "remove" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "rm" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "leave" -d 'Leave the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -l email -d 'Addresses of their accounts' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -l role -d 'What they may do; viewer unless given' -r -f -a "admin\t''
member\t''
viewer\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -l email -d 'Addresses of their accounts' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -l role -d 'What they may do; viewer unless given' -r -f -a "admin\t''
member\t''
viewer\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from update" -l role -r -f -a "admin\t''
member\t''
viewer\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from remove" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from leave" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from leave" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from leave" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from leave" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from leave" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from help" -f -a "add" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change what members may do'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from help" -f -a "leave" -d 'Leave the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand members; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "list" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "ls" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "add" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "new" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "update" -d 'Change what members may do'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "remove" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "rm" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "leave" -d 'Leave the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and not __fish_seen_subcommand_from list ls add new update remove rm leave help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -l email -d 'Addresses of their accounts' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -l role -d 'What they may do; viewer unless given' -r -f -a "admin\t''
member\t''
viewer\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -l email -d 'Addresses of their accounts' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -l role -d 'What they may do; viewer unless given' -r -f -a "admin\t''
member\t''
viewer\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from update" -l role -r -f -a "admin\t''
member\t''
viewer\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from remove" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from leave" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from leave" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from leave" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from leave" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from leave" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "add" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change what members may do'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "leave" -d 'Leave the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand member; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "pending" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "list" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "ls" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "accept" -d 'Join the projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "reject" -d 'Decline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from pending" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from accept" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from accept" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from reject" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from reject" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from reject" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from reject" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from reject" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from help" -f -a "pending" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from help" -f -a "accept" -d 'Join the projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from help" -f -a "reject" -d 'Decline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitations; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "pending" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "list" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "ls" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "accept" -d 'Join the projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "reject" -d 'Decline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and not __fish_seen_subcommand_from pending list ls accept reject help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from pending" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from accept" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from accept" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from reject" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from reject" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from reject" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from reject" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from reject" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from help" -f -a "pending" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from help" -f -a "accept" -d 'Join the projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from help" -f -a "reject" -d 'Decline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand invitation; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -f -a "events" -d 'Accepted events of each day'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -f -a "deliveries" -d 'Deliveries of each day and what became of them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -f -a "topics" -d 'The topics with most events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -f -a "webhook-stats" -d 'What became of the deliveries of each webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -f -a "summary" -d 'The last days in short'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and not __fish_seen_subcommand_from events deliveries topics webhook-stats summary help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -l days -d 'Days up to today, 1 to 90' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -l fill -d 'Also days on which nothing happened'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -l chart -d 'Draw it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from events" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -l days -d 'Days up to today, 1 to 90' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -l fill -d 'Also days on which nothing happened'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -l chart -d 'Draw it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from deliveries" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -l limit -d 'How many topics, 1 to 50' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -l days -d 'Only of so many days up to today; without it of all time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -l chart -d 'Draw it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from topics" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -l days -d 'Days up to today, 1 to 90' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -l chart -d 'Draw it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from webhook-stats" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l days -d 'Days up to today, 1 to 90' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from help" -f -a "events" -d 'Accepted events of each day'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from help" -f -a "deliveries" -d 'Deliveries of each day and what became of them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from help" -f -a "topics" -d 'The topics with most events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from help" -f -a "webhook-stats" -d 'What became of the deliveries of each webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from help" -f -a "summary" -d 'The last days in short'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand analytics; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -f -a "list" -d 'List the entries of the audit log, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -f -a "ls" -d 'List the entries of the audit log, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and not __fish_seen_subcommand_from list ls help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Such as webhook.created; webhook.* is all that begin so' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor-email -d 'Only of the user with this address' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l resource-type -d 'Such as webhook, event, api_key' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l resource-id -d 'Only about the thing with this id' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l action -d 'Such as webhook.created; webhook.* is all that begin so' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l actor-email -d 'Only of the user with this address' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l resource-type -d 'Such as webhook, event, api_key' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l resource-id -d 'Only about the thing with this id' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the entries of the audit log, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -f -a "events" -d 'Export events; as NDJSON they can be sent again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -f -a "deliveries" -d 'Export deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -f -a "jobs" -d 'Export jobs, those that are switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -f -a "audit-log" -d 'Export the audit log of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and not __fish_seen_subcommand_from events deliveries jobs audit-log help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l topic -d 'Only of this topic; order.* is all below it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l status -d 'active or inactive' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l limit -d 'The newest so many' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l format -d 'Of the file; json unless given' -r -f -a "csv\t''
json\t''
ndjson\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -s f -l file -d 'File to write, or - for stdout; without one a name with the day of today' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l include-inactive -d 'Also events that were deleted'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l force -d 'Replace the file if it exists'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -l safe -d 'Protect cells of CSV that a spreadsheet would take for formulas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from events" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l status -d 'pending, success or failed' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l webhook -d 'Only to the webhook with this id' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l event -d 'Only of the event with this id' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l limit -d 'The newest so many' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l format -d 'Of the file; json unless given' -r -f -a "csv\t''
json\t''
ndjson\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -s f -l file -d 'File to write, or - for stdout; without one a name with the day of today' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l force -d 'Replace the file if it exists'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -l safe -d 'Protect cells of CSV that a spreadsheet would take for formulas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from deliveries" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -l limit -d 'The newest so many' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -l format -d 'Of the file; json unless given' -r -f -a "csv\t''
json\t''
ndjson\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -s f -l file -d 'File to write, or - for stdout; without one a name with the day of today' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -l force -d 'Replace the file if it exists'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -l safe -d 'Protect cells of CSV that a spreadsheet would take for formulas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from jobs" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l action -d 'Such as webhook.created; webhook.* is all that begin so' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l actor-email -d 'Only of the user with this address' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l resource-type -d 'Such as webhook, event, api_key' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l resource-id -d 'Only about the thing with this id' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l from -d 'From this time on: RFC 3339, a date, or words like -15m' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l to -d 'Up to this time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l format -d 'Of the file; json unless given' -r -f -a "csv\t''
json\t''
ndjson\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -s f -l file -d 'File to write, or - for stdout; without one a name with the day of today' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l force -d 'Replace the file if it exists'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -l safe -d 'Protect cells of CSV that a spreadsheet would take for formulas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from audit-log" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "events" -d 'Export events; as NDJSON they can be sent again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "deliveries" -d 'Export deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "jobs" -d 'Export jobs, those that are switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "audit-log" -d 'Export the audit log of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -f -a "get" -d 'Show what is set, what comes of it, and when data are removed next'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -f -a "set" -d 'Change how long data are kept; what is not named stays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and not __fish_seen_subcommand_from get set help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -l events-days -d 'Days that events are kept; 0 is for ever' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -l deliveries-days -d 'Days that deliveries are kept' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -l audit-logs-days -d 'Days that entries of the audit log are kept' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -l job-runs-days -d 'Days that runs of jobs are kept' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -l dead-letters-days -d 'Days that dead letters are kept after they were resolved' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -l default -d 'Back to what the server keeps by default: these, or everything' -r -f -a "events\t''
deliveries\t''
audit-logs\t''
job-runs\t''
dead-letters\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show what is set, what comes of it, and when data are removed next'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from help" -f -a "set" -d 'Change how long data are kept; what is not named stays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand retention; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l type -d 'events, deliveries, audit_logs, dead_letters, job_runs or sandbox_requests' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l older-than -d 'Age such as 90d, 2w, 6mo or 1y, or the date before which they were made' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l topic -d 'Only of this topic; * is any text, ? any character' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l status -d 'Only with this status' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l webhook -d 'Only of this webhook' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l max -d 'Remove nothing when there are more' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -l expect-count -d 'Remove nothing when there are more or fewer' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand purge" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand status" -l watch -d 'Ask again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand status" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand status" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand status" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand status" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand status" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s f -l field -d 'Set a text; of a GET in the query' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s F -l json-field -d 'Set a JSON value' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -l input -d 'Body from a file, or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s H -l header -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s i -l include -d 'Also print the status and the headers of the answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -l paginate -d 'Follow the pages and print each'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand api" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l secret -d 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l body -d 'Body, byte for byte: as it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l id -d 'Value of the webhook-id header: the Standard Webhooks scheme' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l timestamp -d 'Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l scheme -d 'How it was signed' -r -f -a "auto\t'Whichever the values are of'
jobcelis\t'X-Signature'
standard\t'webhook-signature'
portal\t'X-Signing-Signature'
pj\t'X-PJ-Signature'"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l signature -d 'Value of X-Signature or X-Signing-Signature, of webhook-signature together with --id and --timestamp, or of X-PJ-Signature together with --timestamp' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l header-file -d 'File with the headers of the delivery, one per line' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -l any-secret -d 'A further secret that may have signed it' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand verify-signature" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -l secret -d 'Secret of the webhook: as it stands, @file or - [env: JOBCELIS_WEBHOOK_SECRET]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -l body -d 'Body, byte for byte: as it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -l id -d 'Value of the webhook-id header: the Standard Webhooks scheme' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -l timestamp -d 'Value of the webhook-timestamp or X-PJ-Timestamp header, in Unix seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -l scheme -d 'How to sign; without it as X-Signature, or as webhook-signature with --id' -r -f -a "jobcelis\t'X-Signature'
standard\t'webhook-signature; needs --id and --timestamp'
pj\t'X-PJ-Signature; needs --timestamp'
portal\t'X-Signing-Signature, for now unless there is a --timestamp'
acme\t'x-acme-signature'"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -l second-secret -d 'The second secret of a webhook, for X-Signing-Signature' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -l password -d 'As it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -l code -d 'Code of the second factor, or a backup code; asked for where the server wants one' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -l data-dir -d 'With --local: folder of the server\'s data' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -l with-api-key -d 'Read an API key from stdin and keep that'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -l local -d 'Without a password, to the server of this user on this machine; makes an account if there is none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand login" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand logout" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand logout" -l all -d 'Of every profile; API keys are forgotten too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand logout" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand logout" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand logout" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand logout" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand whoami" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand whoami" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand whoami" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand whoami" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand whoami" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "register" -d 'Make an account with a project and its API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "login" -d 'Exchange address and password for a token'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "refresh" -d 'Exchange a token for a fresh one'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "mfa-verify" -d 'Complete a login with the code of the second factor'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "mfa" -d 'The second factor of the login'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "forgot-password" -d 'Ask for a mail with a link to a new password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "reset-password" -d 'Set a new password with the token of a mailed link'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "confirm-email" -d 'Confirm an address with the token of a mailed link, or have the mail sent again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "email" -d 'Change the address of your account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "status" -d 'Show who is logged in; exit code 4 when nobody is'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "token" -d 'Print the token of the login'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "sessions" -d 'Where the account is logged in'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "password" -d 'Change the password; every other login of the account ends'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and not __fish_seen_subcommand_from register login refresh mfa-verify mfa forgot-password reset-password confirm-email email status token sessions password help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -l password -d 'As it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -l save -d 'Keep token and API key in the profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from register" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -l password -d 'As it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from login" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from refresh" -l token -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from refresh" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from refresh" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from refresh" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from refresh" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from refresh" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -l token -d 'Token that the login answered' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -l code -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa-verify" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -f -a "status" -d 'Show whether a login takes a code, and how many backup codes are left'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -f -a "setup" -d 'Show a new secret as QR code; at a terminal also switch the second factor on with a first code'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -f -a "enable" -d 'Switch the second factor on with a first code; shows the backup codes, once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -f -a "disable" -d 'Switch the second factor off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -f -a "backup-codes" -d 'Make new backup codes and show them, once; the old ones stop working'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from mfa" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from forgot-password" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from forgot-password" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from forgot-password" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from forgot-password" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from forgot-password" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from forgot-password" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -l token -d 'Last part of the link, or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -l password -d 'As it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from reset-password" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -l token -d 'Last part of the link, or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -l resend -d 'Send the mail once more'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from confirm-email" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from email" -l password -d 'Your password: as it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from email" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from email" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from email" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from email" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from email" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from status" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from token" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from token" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from token" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from token" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from token" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -f -a "list" -d 'List the logins, the last used one first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -f -a "ls" -d 'List the logins, the last used one first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -f -a "revoke" -d 'End logins: those named, or all but this one'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from sessions" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -l current-password -d 'As it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -l new-password -d 'As it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from password" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "register" -d 'Make an account with a project and its API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "login" -d 'Exchange address and password for a token'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "refresh" -d 'Exchange a token for a fresh one'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "mfa-verify" -d 'Complete a login with the code of the second factor'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "mfa" -d 'The second factor of the login'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "forgot-password" -d 'Ask for a mail with a link to a new password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "reset-password" -d 'Set a new password with the token of a mailed link'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "confirm-email" -d 'Confirm an address with the token of a mailed link, or have the mail sent again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "email" -d 'Change the address of your account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show who is logged in; exit code 4 when nobody is'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "token" -d 'Print the token of the login'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "sessions" -d 'Where the account is logged in'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "password" -d 'Change the password; every other login of the account ends'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand auth; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -f -a "get" -d 'Show the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -f -a "show" -d 'Show the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -f -a "update" -d 'Change the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -f -a "activity" -d 'List what the account did, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and not __fish_seen_subcommand_from get show update activity help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -l name -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -l locale -d 'Language of pages and mails: en or es' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -l theme -d 'Colours of the pages: light, dark or system' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -l default-project -d 'Project to act on when none is named' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from activity" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "update" -d 'Change the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "activity" -d 'List what the account did, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand account; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "list" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "ls" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "read" -d 'Mark notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "read-all" -d 'Mark all notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -l unread -d 'Only those that were not read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -l unread -d 'Only those that were not read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read-all" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read-all" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read-all" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read-all" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from read-all" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from help" -f -a "list" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from help" -f -a "read" -d 'Mark notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from help" -f -a "read-all" -d 'Mark all notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notifications; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "list" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "ls" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "read" -d 'Mark notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "read-all" -d 'Mark all notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and not __fish_seen_subcommand_from list ls read read-all help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -l unread -d 'Only those that were not read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -l limit -d 'Items per page' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -l cursor -d 'Where to go on, as the page before said' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -l watch -d 'Show the list again every so many seconds' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -l unread -d 'Only those that were not read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -l all -d 'Follow the pages to the end'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read-all" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read-all" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read-all" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read-all" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from read-all" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from help" -f -a "list" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from help" -f -a "read" -d 'Mark notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from help" -f -a "read-all" -d 'Mark all notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand notification; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "consents" -d 'List what you agreed to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "accept" -d 'Agree to the current text of a purpose'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "revoke" -d 'Take the agreement to a purpose back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "export" -d 'Print a copy of your data'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "restrict" -d 'Have processing rest: nothing is taken in, what is due waits'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "lift-restriction" -d 'Let processing go on after `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "unrestrict" -d 'Let processing go on after `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "object" -d 'Object to the processing of your data; your projects rest as with `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "restore" -d 'Take the objection back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "unobject" -d 'Take the objection back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "delete" -d 'Delete your account and your projects with everything in them, for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and not __fish_seen_subcommand_from consents accept revoke export restrict lift-restriction unrestrict object restore unobject delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from consents" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from consents" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from consents" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from consents" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from consents" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from accept" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from accept" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from accept" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from revoke" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restrict" -l password -d 'As it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restrict" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restrict" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restrict" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restrict" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restrict" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from lift-restriction" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from lift-restriction" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from lift-restriction" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from lift-restriction" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from lift-restriction" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unrestrict" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unrestrict" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unrestrict" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unrestrict" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unrestrict" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from object" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from object" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from object" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from object" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from object" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restore" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unobject" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unobject" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unobject" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unobject" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from unobject" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -l password -d 'As it stands, @file or - for stdin' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -l code -d 'Code of the second factor, if it is on' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "consents" -d 'List what you agreed to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "accept" -d 'Agree to the current text of a purpose'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Take the agreement to a purpose back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print a copy of your data'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "restrict" -d 'Have processing rest: nothing is taken in, what is due waits'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "lift-restriction" -d 'Let processing go on after `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "object" -d 'Object to the processing of your data; your projects rest as with `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Take the objection back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete your account and your projects with everything in them, for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand gdpr; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "list" -d 'List the profiles'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "ls" -d 'List the profiles'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "show" -d 'Show a profile, its secrets masked'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "use" -d 'Use a profile when none is named'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "set" -d 'Set a value of the profile in use'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "delete" -d 'Remove a profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "rm" -d 'Remove a profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "rename" -d 'Give a profile another name'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and not __fish_seen_subcommand_from list ls show use set delete rm rename help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from use" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from set" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rm" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rm" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rename" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the profiles'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a profile, its secrets masked'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "use" -d 'Use a profile when none is named'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "set" -d 'Set a value of the profile in use'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Remove a profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a profile another name'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "users" -d 'Everyone with an account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "user" -d 'Everyone with an account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "projects" -d 'The projects of everyone'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "audit" -d 'Who did what, everywhere'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "backups" -d 'The backups of the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "backup" -d 'The backups of the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "uptime" -d 'Show how the server is and has been'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "settings" -d 'Show the settings the server runs with'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "run-retention" -d 'Remove what is too old now instead of at its time (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "create-superadmin" -d 'Make somebody a superadmin, with a new account if they have none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "reset-password" -d 'Give a user another password; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "unlock" -d 'End the lock of a user after too many failed logins; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "reset-mfa" -d 'Switch the second factor of a user off; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "patch-token" -d 'Widen the API key of a project that has shut everyone out; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "rotate-keys" -d 'Replace the master key; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and not __fish_seen_subcommand_from users user projects audit backups backup uptime settings run-retention create-superadmin reset-password unlock reset-mfa patch-token rotate-keys help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "list" -d 'List users, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "ls" -d 'List users, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "show" -d 'Show users'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "get" -d 'Show users'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "create" -d 'Make an account, or invite somebody to make theirs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "new" -d 'Make an account, or invite somebody to make theirs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "update" -d 'Change a user'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "activate" -d 'Let users log in again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "deactivate" -d 'Shut users out: no logins, no keys, and their projects stand still'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "unlock" -d 'End the lock after too many failed logins'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "reset-link" -d 'Make a link with which a user sets a new password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "reset-mfa" -d 'Switch the second factor off (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "revoke-sessions" -d 'End all logins'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "erase" -d 'Erase users with the projects they own, for good (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from users" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "list" -d 'List users, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "ls" -d 'List users, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "show" -d 'Show users'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "get" -d 'Show users'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "create" -d 'Make an account, or invite somebody to make theirs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "new" -d 'Make an account, or invite somebody to make theirs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "update" -d 'Change a user'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "activate" -d 'Let users log in again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "deactivate" -d 'Shut users out: no logins, no keys, and their projects stand still'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "unlock" -d 'End the lock after too many failed logins'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "reset-link" -d 'Make a link with which a user sets a new password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "reset-mfa" -d 'Switch the second factor off (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "revoke-sessions" -d 'End all logins'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "erase" -d 'Erase users with the projects they own, for good (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from user" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -f -a "list" -d 'List projects, newest first, deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -f -a "ls" -d 'List projects, newest first, deleted ones too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -f -a "show" -d 'Show projects with what happened in them last; this is recorded'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -f -a "get" -d 'Show projects with what happened in them last; this is recorded'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -f -a "update" -d 'Change the limits of a project, or switch it off and on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from projects" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List entries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -f -a "ls" -d 'List entries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from audit" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "list" -d 'List backups, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "ls" -d 'List backups, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "run" -d 'Make a backup now'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "new" -d 'Make a backup now'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "create" -d 'Make a backup now'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "verify" -d 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "download" -d 'Fetch a backup'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backups" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "list" -d 'List backups, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "ls" -d 'List backups, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "run" -d 'Make a backup now'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "new" -d 'Make a backup now'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "create" -d 'Make a backup now'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "verify" -d 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "download" -d 'Fetch a backup'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from backup" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from uptime" -l days -d 'Days to tell of, up to 90' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from uptime" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from uptime" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from uptime" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from uptime" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from uptime" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from settings" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from settings" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from settings" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from settings" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from settings" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from run-retention" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from run-retention" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from run-retention" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from run-retention" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from run-retention" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -l password -d 'Of a new account: as it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from create-superadmin" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -l password -d 'As it stands, @file or - for stdin; asked for otherwise' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-password" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from unlock" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -l email -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from reset-mfa" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -l project-id -d 'The project, by its whole id' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -l scopes -d 'Scopes, such as events:write,webhooks:read; * is all' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -l allowed-ips -d 'Addresses or networks that may use it; empty is any' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from patch-token" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from rotate-keys" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "users" -d 'Everyone with an account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "projects" -d 'The projects of everyone'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "audit" -d 'Who did what, everywhere'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "backups" -d 'The backups of the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "uptime" -d 'Show how the server is and has been'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "settings" -d 'Show the settings the server runs with'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "run-retention" -d 'Remove what is too old now instead of at its time (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "create-superadmin" -d 'Make somebody a superadmin, with a new account if they have none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "reset-password" -d 'Give a user another password; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "unlock" -d 'End the lock of a user after too many failed logins; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "reset-mfa" -d 'Switch the second factor of a user off; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "patch-token" -d 'Widen the API key of a project that has shut everyone out; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "rotate-keys" -d 'Replace the master key; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand admin; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -l passphrase-file -d 'File with a passphrase to encrypt by [default: as `serve` would]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -l no-verify -d 'Do not read it back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -a "list" -d 'List the backups in the folder of backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -a "ls" -d 'List the backups in the folder of backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -a "verify" -d 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -a "prune" -d 'Remove old backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and not __fish_seen_subcommand_from list ls verify prune help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -l dir -d 'Folder of the backups [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -l passphrase-file -d 'File with a passphrase to encrypt by [default: as `serve` would]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -l dir -d 'Folder of the backups [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -l passphrase-file -d 'File with a passphrase to encrypt by [default: as `serve` would]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -l passphrase-file -d 'File with a passphrase to encrypt by [default: as `serve` would]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -l keep -d 'The newest so many stay, or those of so many days [default: as `serve` would]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -l dir -d 'Folder of the backups [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -l passphrase-file -d 'File with a passphrase to encrypt by [default: as `serve` would]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the backups in the folder of backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Remove old backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand backup; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -l passphrase-file -d 'File with a passphrase to encrypt by [default: as `serve` would]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -l hold-deliveries -d 'Deliver nothing of what waits in it: for a copy of a server that goes on elsewhere'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -l force -d 'Also when it is not as it was made, or belongs to another master key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -f -a "status" -d 'Show the schema of the data and the one this program needs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -f -a "up" -d 'Bring the data to the schema of this program, as a start would; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -f -a "import" -d 'Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and not __fish_seen_subcommand_from status up import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from up" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -l from-url -d 'The server to copy from' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -l token -d 'Token of a user of that server, or the API key of a project there; @file or - for stdin. In the place of the shared option of this name' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -l only -d 'Only this project of that server, by id or name; repeatable' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -l hold-jobs -d 'Leave the copied jobs switched off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show the schema of the data and the one this program needs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "up" -d 'Bring the data to the schema of this program, as a start would; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "import" -d 'Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -l data-dir -d 'Folder of the server\'s data [default: as `serve` would take it]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -l db -d 'Database file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -l key-file -d 'Master key file' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand upgrade-check" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l server-config -d 'Configuration file of the server' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l data-dir -d 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user\'s data folder]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l db -d 'Database file, or with --dev :memory: [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l key-file -d 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l listen -d 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l tls-cert -d 'File in PEM of the certificate with which the TCP listeners speak https, the chain behind it; a SIGHUP has it read again [env: JOBCELIS_TLS_CERT] [default: plain http]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l tls-key -d 'File in PEM of the private key of that certificate [env: JOBCELIS_TLS_KEY] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l backup-dir -d 'Folder for backups, or off; each is checked after it was made, and the master key is in none [env: JOBCELIS_BACKUP_DIR] [default: DATA_DIR/backups]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l backup-passphrase-file -d 'File with a passphrase by which backups are encrypted [env: JOBCELIS_BACKUP_PASSPHRASE_FILE] [default: not encrypted]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -s o -l output -d 'Output format [env: JOBCELIS_OUTPUT] [default: table on a terminal, else json]' -r -f -a "auto\t''
table\t''
wide\t''
json\t''
ndjson\t''
csv\t''
id\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l fix -d 'Take files with secrets from other users'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l full -d 'Read the whole database for damage'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -l strict -d 'Exit code 1 also for warnings'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -s q -l quiet -d 'Only data on stdout and errors on stderr'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -s v -l verbose -d 'Tell more on stderr: retries; -vv also requests; -vvv headers and bodies [env: JOBCELIS_LOG]'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -s y -l yes -d 'Answer every question with yes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand doctor" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l dev -d 'For trying out: temporary database, seeded account and key, loopback destinations [env: JOBCELIS_DEV] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l data-dir -d 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user\'s data folder]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l db -d 'Database file, or with --dev :memory: [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l key-file -d 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l master-key -d 'Master key itself, 32 bytes in hex or base64, in the place of its file; for the environment [env: JOBCELIS_MASTER_KEY] [default: that of the file]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l sync -d 'Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l cache-mb -d 'Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l listen -d 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l tls-cert -d 'File in PEM of the certificate with which the TCP listeners speak https, the chain behind it; a SIGHUP has it read again [env: JOBCELIS_TLS_CERT] [default: plain http]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l tls-key -d 'File in PEM of the private key of that certificate [env: JOBCELIS_TLS_KEY] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l public-url -d 'Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l trusted-proxies -d 'Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l cors-origin -d 'Origins whose pages may call the API, as https://app.example.org, or * for any; with a list, name the pages that show the portal to your customers too [env: JOBCELIS_CORS_ORIGIN] [default: *]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l instance-name -d 'Name of this server, as people read it in authenticator apps and letters [env: JOBCELIS_INSTANCE_NAME] [default: Jobcelis]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l registration -d 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l admin-email -d 'Address of the superadmin that is made where there is none [env: JOBCELIS_ADMIN_EMAIL] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l admin-password-file -d 'File with the password of that account, when it is a new one [env: JOBCELIS_ADMIN_PASSWORD_FILE] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l admin-password -d 'That password itself; for the environment [env: JOBCELIS_ADMIN_PASSWORD] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l max-projects -d 'Active projects a user may own [env: JOBCELIS_MAX_PROJECTS] [default: 100]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l max-streams-per-project -d 'Streams, SSE and WebSocket together, that a project may have open at a time [env: JOBCELIS_MAX_STREAMS_PER_PROJECT] [default: 100]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l no-reveal -d 'Keep API keys as hashes alone, so that they cannot be shown again; copies from before are removed [env: JOBCELIS_NO_REVEAL] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l audit-events -d 'List every accepted event in the audit log [env: JOBCELIS_AUDIT_EVENTS] [default: on]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l retention-days -d 'Days that events, deliveries and runs of jobs are kept where their project sets no others; 0 is for ever [env: JOBCELIS_RETENTION_DAYS] [default: 90]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l retention-at -d 'When what is older is removed, every day, in UTC [env: JOBCELIS_RETENTION_AT] [default: 03:00]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l rate-limit -d 'API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l auth-rate-limit -d 'Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l allow-http-destinations -d 'Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l allow-private-destinations -d 'Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l delivery-workers -d 'Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l delivery-timeout -d 'Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l webhook-rate-limit -d 'Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l user-agent -d 'User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l egress-proxy -d 'HTTP proxy that deliveries and other outgoing requests take by CONNECT, http://[USER:PASSWORD@]HOST:PORT; it is asked for addresses that this server has looked up and checked [env: JOBCELIS_EGRESS_PROXY] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l max-body -d 'Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l session-timeout -d 'Time after which a browser that is not used is logged out [env: JOBCELIS_SESSION_TIMEOUT] [default: 30m]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l jwt-days -d 'Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l terms-version -d 'Version of the terms that users agree to; a new one asks them again [env: JOBCELIS_TERMS_VERSION] [default: 1.0]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l privacy-version -d 'Version of the privacy policy [env: JOBCELIS_PRIVACY_VERSION] [default: 1.0]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l data-processing-version -d 'Version of the agreement on data processing [env: JOBCELIS_DATA_PROCESSING_VERSION] [default: 1.0]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l marketing-version -d 'Version of the agreement on marketing [env: JOBCELIS_MARKETING_VERSION] [default: 1.0]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l smtp-url -d 'Mail server that letters to users are handed to: smtps://USER:PASSWORD@HOST, or smtp:// for STARTTLS (on other machines demanded unless ?tls=off); better in the environment or the file than on the command line [env: JOBCELIS_SMTP_URL] [default: no mail]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l resend-api-key -d 'Key of the service Resend, in place of a mail server [env: JOBCELIS_RESEND_API_KEY] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l mail-from -d 'Address that letters come from [env: JOBCELIS_MAIL_FROM] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l mail-from-name -d 'Name that letters come from [env: JOBCELIS_MAIL_FROM_NAME] [default: Jobcelis]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l default-locale -d 'Language of letters and pages where a user has chosen none: en or es [env: JOBCELIS_DEFAULT_LOCALE] [default: en]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l alert-hosts -d 'Hosts besides those of Slack and Discord that alerts in their forms may go to [env: JOBCELIS_ALERT_HOSTS] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l backup-dir -d 'Folder for backups, or off; each is checked after it was made, and the master key is in none [env: JOBCELIS_BACKUP_DIR] [default: DATA_DIR/backups]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l backup-at -d 'Time of the day, in UTC, at which a backup is made [env: JOBCELIS_BACKUP_AT] [default: 02:00]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l backup-keep -d 'Backups that stay: the newest so many, or those of so many days [env: JOBCELIS_BACKUP_KEEP] [default: 7]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l backup-passphrase-file -d 'File with a passphrase by which backups are encrypted [env: JOBCELIS_BACKUP_PASSPHRASE_FILE] [default: not encrypted]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l backup-exec -d 'Shell command that takes each new backup elsewhere; its path is "$1", or follows the command [env: JOBCELIS_BACKUP_EXEC] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l metrics-listen -d 'Address of the page for Prometheus, or off; nothing else is served there [env: JOBCELIS_METRICS_LISTEN] [default: 127.0.0.1:4021]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l metrics-token -d 'Token that readers of that page have to show [env: JOBCELIS_METRICS_TOKEN] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l metrics-max-topics -d 'Topics of a project that are told apart there; 0 is none [env: JOBCELIS_METRICS_MAX_TOPICS] [default: 200]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l status-page -d 'Show people how the server is, at /status [env: JOBCELIS_STATUS_PAGE] [default: on]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l faces -d 'Dialects of HTTP that are spoken beside /api/v1: ingest, tasks, hub and portal, or none [env: JOBCELIS_FACES] [default: ingest,tasks,hub,portal]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l task-rate-limit -d 'Tasks that a tenant may hand in per minute, or no limit [env: JOBCELIS_TASK_RATE_LIMIT] [default: 600]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l hub-project -d 'Project that providers under /hub/api/v1 belong to [env: JOBCELIS_HUB_PROJECT] [default: the only project there is]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l hub-management-key -d 'Key that operators show in X-Internal-Api-Key under /hub [env: JOBCELIS_HUB_MANAGEMENT_KEY] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l log-format -d 'Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l log-file -d 'File that the log goes to in the place of stderr; a SIGHUP has it opened anew [env: JOBCELIS_LOG_FILE] [default: stderr]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l log-level -d 'Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l ready-fd -d 'Open file descriptor that the URL of the server is written to, as a line, once it is ready [env: JOBCELIS_READY_FD] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l config -d 'Configuration file; as --print-config shows it [default: jobcelis/server.toml in the user\'s configuration folder]' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l echo -d 'With --dev: also receive every event on this machine and print what arrives'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l check -d 'Check the configuration and exit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l print-config -d 'Print every setting and where it came from, and exit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l url -d 'Server to drive; without it one is started for the run' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l api-key -d 'Key of the project that takes the events of --url' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l pid -d 'Process whose CPU and memory count as the server\'s, with --url' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l connections -d 'Connections that send at the same time' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l rate -d 'Events per second in all; without it each connection sends as soon as it is answered' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l size -d 'Bytes of each request body' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l webhooks -d 'Webhooks that receive every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l failing -d 'Share of the webhooks that answer 500' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l hanging -d 'Share of the webhooks that never answer' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l readers -d 'Readers of the live stream that are told of every event' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l stalled -d 'Further readers that open the stream and read nothing' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l seconds -d 'Length of the measurement' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l sync -d 'Durability of the server that is started' -r -f -a "full\t''
normal\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l dir -d 'Folder to hold the data of the server that is started; decides which disk is measured' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l face -d 'Then send as much by this face, and compare; needs exactly one webhook, which answers' -r -f -a "ingest\t'POST /e/{endpoint}, signed'"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l json -d 'Print the result as JSON'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand completion" -l dir -d 'Write the scripts of all shells into this folder' -r -f -a "(__fish_complete_directories)"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand completion" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand man" -l dir -d 'Write all pages into this folder' -r -f -a "(__fish_complete_directories)"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand man" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand version" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "events" -d 'Send events and look at them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "ingest" -d 'Send signed events to one endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "listen" -d 'Hand events to a program on this machine, signed like real deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "simulate" -d 'Show which webhooks an event would go to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "webhooks" -d 'Receivers of events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "deliveries" -d 'What was sent to webhooks, and what came of it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "dead-letters" -d 'Deliveries that failed for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "pipelines" -d 'What is done to events before they are delivered'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "schemas" -d 'JSON Schemas that the payloads of a topic have to fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "replays" -d 'Send stored events again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "jobs" -d 'Events and requests by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "sources" -d 'Senders from outside whose requests become events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "tasks" -d 'Things to be done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "sandbox" -d 'Public URLs that keep whatever is sent to them, to be looked at'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "embed" -d 'The portal for pages of others: its tokens, and what to paste there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "channels" -d 'Where the project is told of trouble: mail, Slack, Discord, or a URL of your own'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "project" -d 'The current project, its topics and its API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "api-keys" -d 'The API keys of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "projects" -d 'The projects of the user who is logged in'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "members" -d 'Who is in a project; --project says which, unless the profile does'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "invitations" -d 'The projects that the user who is logged in is invited to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "analytics" -d 'Events and deliveries by the day, by topic and by webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "audit" -d 'Who did what in the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "export" -d 'Everything of a kind as a file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "retention" -d 'How long the data of the project are kept'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "purge" -d 'Remove old rows for good, after a look at how many they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "status" -d 'Whether the server works: exit code 0 healthy, 1 degraded, 8 down'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "api" -d 'Call the API: jobcelis api [METHOD] PATH'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "verify-signature" -d 'Check the signature of a delivery: exit code 0 valid, 1 invalid'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "sign" -d 'Print the signature of a body, as a request would carry it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "login" -d 'Log in and keep the login in the profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "logout" -d 'End the login and forget it'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "whoami" -d 'Show who the credential is and what it may do'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "auth" -d 'Accounts and tokens, with the server\'s answers as output'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "account" -d 'The account that is logged in'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "notifications" -d 'What the server told the account that is logged in'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "gdpr" -d 'Your data: a copy, a rest from processing, consents, and deletion'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "profile" -d 'Servers and credentials of the configuration file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "admin" -d 'Run the server: its users, projects and keys'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "backup" -d 'Make a backup of the data, whether or not the server runs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "restore" -d 'Put a backup in the place of the data; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "migrate" -d 'The schema of the data, and copies from another server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "upgrade-check" -d 'Whether this program can go on with the data: shows both schemas; exit code 1 when it cannot'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "doctor" -d 'Look for what is wrong with the configuration, the server and its data'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "serve" -d 'Run the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "bench" -d 'Measure how many events a server accepts and delivers'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "completion" -d 'Print the script that completes this command line in a shell'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "man" -d 'Show the manual page of a command'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "version" -d 'Print the version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from events ingest listen simulate webhooks deliveries dead-letters pipelines schemas replays jobs sources tasks sandbox embed channels project api-keys projects members invitations analytics audit export retention purge status api verify-signature sign login logout whoami auth account notifications gdpr profile admin backup restore migrate upgrade-check doctor serve bench completion man version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "send" -d 'Send an event, or all of a file'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "batch" -d 'Send a JSON array of up to 1000 events in one request; send --file takes any number'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "tail" -d 'Follow events and the outcomes of their deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "list" -d 'List events, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "get" -d 'Show events with their latest deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "delete" -d 'Delete events: their waiting deliveries are cancelled'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "resend" -d 'Send events again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from ingest" -f -a "send" -d 'Sign an event and send it to an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "list" -d 'List webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "get" -d 'Show webhooks'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "create" -d 'Make a webhook; its secret is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "update" -d 'Change webhooks: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "delete" -d 'Delete webhooks: nothing more is sent to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "enable" -d 'Send to them again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "disable" -d 'Stop sending to them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "templates" -d 'List ready-made configurations for create --template'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "health" -d 'How well deliveries went in the last 24 hours; of all webhooks without an id'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "test" -d 'Send a test call now; exit code 1 when it fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "deliveries" -d 'List the deliveries of a webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "rotate-secret" -d 'Replace the secret; the new one is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "export" -d 'Write the configuration of all webhooks to a file; secrets stay with the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from webhooks" -f -a "import" -d 'Make the webhooks of a file that export wrote; each gets a new secret, shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from deliveries" -f -a "list" -d 'List deliveries, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from deliveries" -f -a "get" -d 'Show deliveries with requests, answers and every attempt'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from deliveries" -f -a "retry" -d 'Send deliveries again: those named, or all that a filter finds'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from dead-letters" -f -a "list" -d 'List dead letters that are not resolved, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from dead-letters" -f -a "get" -d 'Show dead letters with their payload'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from dead-letters" -f -a "retry" -d 'Deliver again: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from dead-letters" -f -a "resolve" -d 'Mark as dealt with: those named, or all that are not resolved'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from pipelines" -f -a "list" -d 'List pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from pipelines" -f -a "get" -d 'Show pipelines'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from pipelines" -f -a "create" -d 'Make a pipeline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from pipelines" -f -a "update" -d 'Change pipelines: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from pipelines" -f -a "delete" -d 'Delete pipelines: events go on as if they were not there'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from pipelines" -f -a "test" -d 'Show what the steps of pipelines make of a payload; nothing is sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "list" -d 'List schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "get" -d 'Show schemas'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "create" -d 'Make a schema: the next version of its topic, which applies from now on'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "update" -d 'Change schemas: another schema is another version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "delete" -d 'Delete schemas: the next lower version of the topic applies again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "validate" -d 'Try a payload on the schema of a topic; exit code 1 when it does not fit'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from schemas" -f -a "infer" -d 'Print a draft of a schema from the latest events of a topic'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from replays" -f -a "list" -d 'List replays, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from replays" -f -a "get" -d 'Show replays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from replays" -f -a "create" -d 'Send events again to the webhooks of today'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from replays" -f -a "watch" -d 'Show how far a replay is until it ends; exit code 1 unless it completes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from replays" -f -a "cancel" -d 'Stop replays: what they made and nobody has attempted yet is not sent'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "list" -d 'List jobs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "get" -d 'Show jobs with their newest runs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "create" -d 'Make a job: an event, or a request to a URL, by the clock'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "update" -d 'Change jobs: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "delete" -d 'Switch jobs off'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "runs" -d 'List the runs of a job, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "run" -d 'Run jobs now, also inactive ones; exit code 1 when a run fails'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from jobs" -f -a "cron-preview" -d 'Show the coming times of a cron expression'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "list" -d 'List sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "presets" -d 'List the senders that are known'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "get" -d 'Show sources'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "create" -d 'Make a source; its secret and its URL are shown'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "update" -d 'Change sources: only what is given changes'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "delete" -d 'Switch sources off: nothing more is taken from them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "rotate-secret" -d 'Give sources a new secret; the one before is still believed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "rejections" -d 'List the newest requests that were refused'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sources" -f -a "test" -d 'Send a request as the sender would: signed, with a body that the mapping understands'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "list" -d 'List tasks, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "get" -d 'Show tasks with their attempts'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "create" -d 'Have something done once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "retry" -d 'Run tasks now, also those that have ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "cancel" -d 'End tasks that have not ended'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "wait" -d 'Wait until tasks have ended; exit code 1 unless all succeed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from tasks" -f -a "callback-secret" -d 'The secret by which callbacks are signed'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "list" -d 'List endpoints'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "create" -d 'Make an endpoint'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "update" -d 'Rename endpoints; their URLs stay'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "delete" -d 'Delete endpoints and what they have kept'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "url" -d 'Print the URLs that requests are sent to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from sandbox" -f -a "requests" -d 'Show what an endpoint has kept, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from embed" -f -a "tokens" -d 'The tokens that open the portal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from embed" -f -a "snippet" -d 'Print what to paste into a page'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from embed" -f -a "tokens-list" -d 'List tokens, as the official client does'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from embed" -f -a "tokens-create" -d 'Make a token, which is shown this once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from embed" -f -a "tokens-revoke" -d 'Revoke tokens'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from channels" -f -a "show" -d 'Show what is set, without its secrets'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from channels" -f -a "set" -d 'Set one channel; the others stay as they are'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from channels" -f -a "unset" -d 'Remove one channel'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from channels" -f -a "test" -d 'Send a test alert now; exit 1 if one did not arrive'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from channels" -f -a "upsert" -d 'Set everything at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from channels" -f -a "delete" -d 'Remove all channels'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "get" -d 'Show the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "update" -d 'Change the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "topics" -d 'List the topics that events have used'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "token" -d 'Show what is known of the API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "regenerate-token" -d 'Replace the API key: the old one stops working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from project" -f -a "restrict-token" -d 'Limit what the API key may do and from where'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "list" -d 'List the keys, disabled ones among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "create" -d 'Make a key; its secret is the credential'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "update" -d 'Change what keys may do, from where and for whom'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "rotate" -d 'Give keys new secrets; the old ones stop working at once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "disable" -d 'Refuse keys until they are enabled again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "enable" -d 'Let disabled keys work again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "reveal" -d 'Show the secrets of keys again, for whoever is logged in and knows the password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from api-keys" -f -a "delete" -d 'End keys for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "list" -d 'List the projects, those of others that one belongs to among them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "get" -d 'Show projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "create" -d 'Make a project; its API key is shown once'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "update" -d 'Change projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "delete" -d 'Delete projects with everything in them; asks for the name on a terminal'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "set-default" -d 'Make a project the one that counts where none is named'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from projects" -f -a "use" -d 'Work in a project from now on: it is kept in the profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from members" -f -a "list" -d 'List the members and who is invited'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from members" -f -a "add" -d 'Invite users to the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from members" -f -a "update" -d 'Change what members may do'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from members" -f -a "remove" -d 'Take members out of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from members" -f -a "leave" -d 'Leave the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from invitations" -f -a "pending" -d 'List the invitations that wait for an answer'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from invitations" -f -a "accept" -d 'Join the projects'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from invitations" -f -a "reject" -d 'Decline'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from analytics" -f -a "events" -d 'Accepted events of each day'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from analytics" -f -a "deliveries" -d 'Deliveries of each day and what became of them'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from analytics" -f -a "topics" -d 'The topics with most events'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from analytics" -f -a "webhook-stats" -d 'What became of the deliveries of each webhook'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from analytics" -f -a "summary" -d 'The last days in short'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "list" -d 'List the entries of the audit log, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "events" -d 'Export events; as NDJSON they can be sent again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "deliveries" -d 'Export deliveries'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "jobs" -d 'Export jobs, those that are switched off too'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "audit-log" -d 'Export the audit log of the project'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from retention" -f -a "get" -d 'Show what is set, what comes of it, and when data are removed next'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from retention" -f -a "set" -d 'Change how long data are kept; what is not named stays'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "register" -d 'Make an account with a project and its API key'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "login" -d 'Exchange address and password for a token'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "refresh" -d 'Exchange a token for a fresh one'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "mfa-verify" -d 'Complete a login with the code of the second factor'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "mfa" -d 'The second factor of the login'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "forgot-password" -d 'Ask for a mail with a link to a new password'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "reset-password" -d 'Set a new password with the token of a mailed link'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "confirm-email" -d 'Confirm an address with the token of a mailed link, or have the mail sent again'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "email" -d 'Change the address of your account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "status" -d 'Show who is logged in; exit code 4 when nobody is'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "token" -d 'Print the token of the login'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "sessions" -d 'Where the account is logged in'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from auth" -f -a "password" -d 'Change the password; every other login of the account ends'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "get" -d 'Show the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "update" -d 'Change the account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from account" -f -a "activity" -d 'List what the account did, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from notifications" -f -a "list" -d 'List notifications, newest first'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from notifications" -f -a "read" -d 'Mark notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from notifications" -f -a "read-all" -d 'Mark all notifications as read'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "consents" -d 'List what you agreed to'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "accept" -d 'Agree to the current text of a purpose'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "revoke" -d 'Take the agreement to a purpose back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "export" -d 'Print a copy of your data'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "restrict" -d 'Have processing rest: nothing is taken in, what is due waits'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "lift-restriction" -d 'Let processing go on after `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "object" -d 'Object to the processing of your data; your projects rest as with `restrict`'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "restore" -d 'Take the objection back'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from gdpr" -f -a "delete" -d 'Delete your account and your projects with everything in them, for good'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "list" -d 'List the profiles'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "show" -d 'Show a profile, its secrets masked'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "use" -d 'Use a profile when none is named'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "set" -d 'Set a value of the profile in use'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "delete" -d 'Remove a profile'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from profile" -f -a "rename" -d 'Give a profile another name'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "users" -d 'Everyone with an account'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "projects" -d 'The projects of everyone'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "audit" -d 'Who did what, everywhere'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "backups" -d 'The backups of the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "uptime" -d 'Show how the server is and has been'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "settings" -d 'Show the settings the server runs with'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "run-retention" -d 'Remove what is too old now instead of at its time (superadmins only)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "create-superadmin" -d 'Make somebody a superadmin, with a new account if they have none'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "reset-password" -d 'Give a user another password; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "unlock" -d 'End the lock of a user after too many failed logins; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "reset-mfa" -d 'Switch the second factor of a user off; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "patch-token" -d 'Widen the API key of a project that has shut everyone out; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from admin" -f -a "rotate-keys" -d 'Replace the master key; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "list" -d 'List the backups in the folder of backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "verify" -d 'Read a backup back, to the last page of its database; exit code 1 when it is not whole'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from backup" -f -a "prune" -d 'Remove old backups'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from migrate" -f -a "status" -d 'Show the schema of the data and the one this program needs'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from migrate" -f -a "up" -d 'Bring the data to the schema of this program, as a start would; the server must not run'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and __fish_seen_subcommand_from migrate" -f -a "import" -d 'Copy projects from another server: their webhooks, schemas, pipelines and jobs, no events'
end

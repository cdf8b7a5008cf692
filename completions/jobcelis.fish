if command -q jobcelis
complete --keep-order --exclusive --command jobcelis --arguments "(COMPLETE=fish jobcelis -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
else
# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_jobcelis_global_optspecs
    string join \n h/help V/version
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

complete -c jobcelis -n "__fish_jobcelis_needs_command" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -s V -l version -d 'Print version'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "serve" -d 'Run the server'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "bench" -d 'Measure how many events a server accepts and delivers'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "completion" -d 'Print the script that completes this command line in a shell'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "man" -d 'Show the manual page of a command'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "version" -d 'Print the version'
complete -c jobcelis -n "__fish_jobcelis_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l dev -d 'For trying out: temporary database, seeded account and key, loopback destinations [env: JOBCELIS_DEV] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l data-dir -d 'Folder of the database, the key file and the lock [env: JOBCELIS_DATA_DIR] [default: the user\'s data folder]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l db -d 'Database file [env: JOBCELIS_DB] [default: DATA_DIR/jobcelis.db]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l key-file -d 'Master key file, made at the first start; without it sealed data cannot be read [env: JOBCELIS_KEY_FILE] [default: DATA_DIR/secret.key]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l sync -d 'Durability of a commit: full survives power loss, normal only the end of the process [env: JOBCELIS_SYNC] [default: full]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l cache-mb -d 'Page cache of the database, in MiB [env: JOBCELIS_CACHE_MB] [default: 64]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l listen -d 'Address to listen on, IP:PORT or unix:PATH; may be repeated [env: JOBCELIS_LISTEN] [default: 127.0.0.1:4000]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l public-url -d 'Base URL under which others reach this server [env: JOBCELIS_PUBLIC_URL] [default: the first listener]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l trusted-proxies -d 'Networks of the proxies whose X-Forwarded-For is believed [env: JOBCELIS_TRUSTED_PROXIES] [default: none]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l registration -d 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l rate-limit -d 'API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l auth-rate-limit -d 'Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l allow-http-destinations -d 'Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l allow-private-destinations -d 'Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l delivery-workers -d 'Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l delivery-timeout -d 'Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l webhook-rate-limit -d 'Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l user-agent -d 'User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l max-body -d 'Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l jwt-days -d 'Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l log-format -d 'Form of the log on stderr [env: JOBCELIS_LOG_FORMAT] [default: text]' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand serve" -l log-level -d 'Least important messages to log: off, error, warn, info, debug or trace [env: JOBCELIS_LOG_LEVEL] [default: info]' -r
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
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l seconds -d 'Length of the measurement' -r
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l sync -d 'Durability of the server that is started' -r -f -a "full\t''
normal\t''"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l dir -d 'Folder to hold the data of the server that is started; decides which disk is measured' -r -F
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -l json -d 'Print the result as JSON'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand bench" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand completion" -l dir -d 'Write the scripts of all shells into this folder' -r -f -a "(__fish_complete_directories)"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand completion" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand man" -l dir -d 'Write all pages into this folder' -r -f -a "(__fish_complete_directories)"
complete -c jobcelis -n "__fish_jobcelis_using_subcommand man" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand version" -s h -l help -d 'Print help'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from serve bench completion man version help" -f -a "serve" -d 'Run the server'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from serve bench completion man version help" -f -a "bench" -d 'Measure how many events a server accepts and delivers'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from serve bench completion man version help" -f -a "completion" -d 'Print the script that completes this command line in a shell'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from serve bench completion man version help" -f -a "man" -d 'Show the manual page of a command'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from serve bench completion man version help" -f -a "version" -d 'Print the version'
complete -c jobcelis -n "__fish_jobcelis_using_subcommand help; and not __fish_seen_subcommand_from serve bench completion man version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
end

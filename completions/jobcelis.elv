
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
            cand -h 'Print help'
            cand --help 'Print help'
            cand -V 'Print version'
            cand --version 'Print version'
            cand serve 'Run the server'
            cand bench 'Measure how many events a server accepts and delivers'
            cand completion 'Print the script that completes this command line in a shell'
            cand man 'Show the manual page of a command'
            cand version 'Print the version'
            cand help 'Print this message or the help of the given subcommand(s)'
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
            cand --registration 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]'
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
            cand serve 'Run the server'
            cand bench 'Measure how many events a server accepts and delivers'
            cand completion 'Print the script that completes this command line in a shell'
            cand man 'Show the manual page of a command'
            cand version 'Print the version'
            cand help 'Print this message or the help of the given subcommand(s)'
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


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
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Run the server')
            [CompletionResult]::new('bench', 'bench', [CompletionResultType]::ParameterValue, 'Measure how many events a server accepts and delivers')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the script that completes this command line in a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Show the manual page of a command')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
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
            [CompletionResult]::new('--registration', '--registration', [CompletionResultType]::ParameterName, 'Who may register: open, first (only while there is no account), invite or closed [env: JOBCELIS_REGISTRATION] [default: open when every listener is loopback, else first]')
            [CompletionResult]::new('--rate-limit', '--rate-limit', [CompletionResultType]::ParameterName, 'API calls per project and minute, or no limit [env: JOBCELIS_RATE_LIMIT] [default: 600000]')
            [CompletionResult]::new('--auth-rate-limit', '--auth-rate-limit', [CompletionResultType]::ParameterName, 'Limits on logins, registrations and other calls per address or user; off is for tests [env: JOBCELIS_AUTH_RATE_LIMIT] [default: on]')
            [CompletionResult]::new('--allow-http-destinations', '--allow-http-destinations', [CompletionResultType]::ParameterName, 'Accept http:// destinations [env: JOBCELIS_ALLOW_HTTP_DESTINATIONS] [default: off]')
            [CompletionResult]::new('--allow-private-destinations', '--allow-private-destinations', [CompletionResultType]::ParameterName, 'Deliver to private addresses too: all of them, or the networks given [env: JOBCELIS_ALLOW_PRIVATE_DESTINATIONS] [default: off]')
            [CompletionResult]::new('--delivery-workers', '--delivery-workers', [CompletionResultType]::ParameterName, 'Deliveries in flight at a time [env: JOBCELIS_DELIVERY_WORKERS] [default: 1024]')
            [CompletionResult]::new('--delivery-timeout', '--delivery-timeout', [CompletionResultType]::ParameterName, 'Longest time a receiver may take to answer [env: JOBCELIS_DELIVERY_TIMEOUT] [default: 15s]')
            [CompletionResult]::new('--webhook-rate-limit', '--webhook-rate-limit', [CompletionResultType]::ParameterName, 'Sends per webhook and second, and per minute, for webhooks without a limit of their own [env: JOBCELIS_WEBHOOK_RATE_LIMIT] [default: off]')
            [CompletionResult]::new('--user-agent', '--user-agent', [CompletionResultType]::ParameterName, 'User-Agent of deliveries [env: JOBCELIS_USER_AGENT] [default: jobcelis/VERSION]')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Largest request body, in bytes [env: JOBCELIS_MAX_BODY] [default: 262144]')
            [CompletionResult]::new('--jwt-days', '--jwt-days', [CompletionResultType]::ParameterName, 'Days until a login expires [env: JOBCELIS_JWT_DAYS] [default: 7]')
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
            [CompletionResult]::new('serve', 'serve', [CompletionResultType]::ParameterValue, 'Run the server')
            [CompletionResult]::new('bench', 'bench', [CompletionResultType]::ParameterValue, 'Measure how many events a server accepts and delivers')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Print the script that completes this command line in a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Show the manual page of a command')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print the version')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
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

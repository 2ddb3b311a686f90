function __stateline_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __stateline_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __stateline_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __stateline_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __stateline_parse_tokens -S
    set -l unparsed_tokens (__stateline_tokens -pc)
    switch $unparsed_tokens[1]
    case 'stateline'
        __stateline_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'lint'
            __stateline_parse_subcommand -r 1 'format=+' 'fail-on=' 'only=+' 'skip=+' 'type=' 'stdin-path=' 'fix' 'diff' 'statistics' 'show-files' 'show-limits' 'config=' 'no-config' 'baseline=' 'write-baseline=' 'skip-unrelated' 'allow-outside' 'color=' 'version' 'h/help'
        case 'render'
            __stateline_parse_subcommand -r 1 'o/output=' 'beside' 'check' 'fail-if-stale' 'theme=' 'title=' 'stdin-path=' 'skip-unrelated' 'allow-outside' 'color=' 'version' 'h/help'
        case 'advise'
            __stateline_parse_subcommand -r 1 'format=' 'mapping' 'stdin-path=' 'allow-outside' 'color=' 'version' 'h/help'
        case 'explain'
            __stateline_parse_subcommand 1 'config=' 'no-config' 'color=' 'version' 'h/help'
        case 'rules'
            __stateline_parse_subcommand 0 'format=' 'o/output=' 'config=' 'no-config' 'color=' 'version' 'h/help'
        case 'test'
            __stateline_parse_subcommand 1 'color=' 'version' 'h/help'
        case 'schema'
            __stateline_parse_subcommand 1 'color=' 'version' 'h/help'
        case 'init'
            __stateline_parse_subcommand 0 'color=' 'version' 'h/help'
        case 'help'
            __stateline_parse_subcommand -r 1 'version'
        end
    end
end

function __stateline_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __stateline_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __stateline_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __stateline_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__stateline_tokens -p)
    if test -z "$(__stateline_tokens -t)"
        set -l index (count (__stateline_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'stateline' -f
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'lint' -d 'Find what is wrong with workflows.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'render' -d 'Draw workflows as SVG.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'advise' -d 'Tell whether a state machine would be better off as a SageMaker pipeline, or the other way round.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'explain' -d 'Explain a rule: what it demands, why, and what it looks like.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'rules' -d 'List all rules.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'test' -d 'Run the examples of the rules that a configuration declares.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'schema' -d 'Print a JSON Schema, for editors and validators.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'init' -d 'Write a configuration to begin with.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline lint" -ge 1' -F
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint"' -l 'format' -d 'How to report: as text if not given. Goes to standard output, or to the file behind =. Repeatable.' -rfka 'text concise json jsonl sarif github gitlab junit checkstyle rdjson markdown'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" fail-on' -l 'fail-on' -d 'The level from which findings make the exit status 1 (default: error).' -rfka 'error warning note never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint"' -l 'only' -d 'Check only these rules; commas between them.' -rfka '(stateline rules | cut -d \' \' -f 1)'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint"' -l 'skip' -d 'Leave out these rules; commas between them.' -rfka '(stateline rules | cut -d \' \' -f 1)'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" type' -l 'type' -d 'The type of workflows whose file does not say it (default: standard).' -rfka 'standard express'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" stdin-path' -l 'stdin-path' -d 'The name of what comes from standard input: for reports, and to tell how to read it.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" fix' -l 'fix' -d 'Make the safe fixes in the files, and report what remains.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" diff' -l 'diff' -d 'With --fix: show what would change and write nothing; the exit status is 1 if there is anything.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" statistics' -l 'statistics' -d 'Count the findings of each rule instead of showing them.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" show-files' -l 'show-files' -d 'Show which files hold which workflows, without checking them.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" show-limits' -l 'show-limits' -d 'Show how much is read and reported at most, without reading anything.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" config' -l 'config' -d 'The configuration, instead of the nearest stateline.yaml; its paths start from the current folder.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" no-config' -l 'no-config' -d 'Use no configuration.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" baseline' -l 'baseline' -d 'Do not show the findings in this file, which --write-baseline wrote.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" write-baseline' -l 'write-baseline' -d 'Write the findings into this file, so that later runs with --baseline show only new ones.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" skip-unrelated' -l 'skip-unrelated' -d 'Pass over named files that hold no workflow, as in folders; for programs that pass every file.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" allow-outside' -l 'allow-outside' -d 'Read the definitions that templates refer to even if they lie outside of the repository.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline lint" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline render" -ge 1' -F
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" o output' -s 'o' -l 'output' -d 'Where pictures go; a name that ends with / is a folder.' -rF
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" beside' -l 'beside' -d 'Put each picture next to its definition: flows/order.svg for flows/order.asl.json.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" check' -l 'check' -d 'With --beside: write nothing; the exit status is 1 if a picture is missing or stale.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" fail-if-stale' -l 'fail-if-stale' -d 'With --beside: draw stale pictures anew, and make the exit status 1 if there were any.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" theme' -l 'theme' -d 'The colours; auto follows the viewer\'s setting.' -rfka 'light dark auto'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" title' -l 'title' -d 'What to write above the picture; the workflow\'s name if not given.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" stdin-path' -l 'stdin-path' -d 'The name of what comes from standard input, to tell how to read it.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" skip-unrelated' -l 'skip-unrelated' -d 'Pass over named files that hold no workflow, as in folders; for programs that pass every file.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" allow-outside' -l 'allow-outside' -d 'Read the definitions that templates refer to even if they lie outside of the repository.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline render" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline advise" -ge 1' -F
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" format' -l 'format' -d 'How to say it.' -rfka 'text json markdown'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" mapping' -l 'mapping' -d 'Show what becomes of each type of step and state instead; nothing is read.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" stdin-path' -l 'stdin-path' -d 'The name of what comes from standard input, to tell how to read it.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" allow-outside' -l 'allow-outside' -d 'Read the definitions that templates refer to even if they lie outside of the repository.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline advise" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline explain" -eq 1' -fka '(stateline rules | cut -d \' \' -f 1)'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline explain" config' -l 'config' -d 'The configuration, instead of the nearest stateline.yaml.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline explain" no-config' -l 'no-config' -d 'Use no configuration.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline explain" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline explain" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" format' -l 'format' -d 'How to list them.' -rfka 'text json markdown'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" o output' -s 'o' -l 'output' -d 'With --format markdown: a folder for a page about each rule and an index of them.' -rfa '(__stateline_complete_directories)'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" config' -l 'config' -d 'The configuration, instead of the nearest stateline.yaml.' -rfka ''
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" no-config' -l 'no-config' -d 'Use no configuration.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline test" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline test" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_positional "stateline schema" -eq 1' -fka 'asl config'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline schema" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline schema" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline init" color' -l 'color' -d 'When to use colour; auto asks NO_COLOR, FORCE_COLOR, then whether it goes to a terminal.' -rfka 'auto always never'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline init" version' -l 'version' -d 'Show the version.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'stateline' -n '__stateline_should_offer_completions_for_flags_or_options "stateline help" version' -l 'version' -d 'Show the version.'

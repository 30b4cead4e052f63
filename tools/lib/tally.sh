# Counting what was tested: every step adds its numbers, one line closes the run.

passed=0 failed=0 skipped=0
step_lines=()

# record STEP PASSED FAILED SKIPPED [REMARK]
record() {
    local step=$1 remark=${5:-}
    passed=$((passed + $2))
    failed=$((failed + $3))
    skipped=$((skipped + $4))
    step_lines+=("$(printf '%-22s %5d passed %3d failed %3d skipped  %s' "$step" "$2" "$3" "$4" "$remark")")
    say "$step: $2 passed, $3 failed, $4 skipped${remark:+ ($remark)}"
}

# What failed first: it may stand far above the end.
show_log() {
    local log=$1 lines=${2:-60}
    if grep -q '^failed ' "$log"; then
        printf -- '--- what failed\n'
        sed -n '/^failed /,+3p' "$log"
    fi
    printf -- '--- last lines of %s\n' "$log"
    tail -n "$lines" "$log"
    printf -- '---\n'
}

# check STEP COMMAND… : one test that passes when the command does; its output is kept in a log.
check() {
    local step=$1 log started=$SECONDS
    shift
    log=$logs/${step// /_}.log
    if "$@" </dev/null >"$log" 2>&1; then
        record "$step" 1 0 0 "$((SECONDS - started)) s"
    else
        show_log "$log"
        record "$step" 0 1 0 "see $log"
        return 1
    fi
}

# counted STEP COMMAND… : the last line the command prints is "N passed, N failed, N skipped".
counted() {
    local step=$1 log status=0 started=$SECONDS
    shift
    log=$logs/${step// /_}.log
    "$@" </dev/null >"$log" 2>&1 || status=$?
    if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
        local counts=("${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[4]:-0}")
        # A run that ends badly has failed, whatever it counted.
        [ "$status" = 0 ] || [ "${counts[1]}" -gt 0 ] || counts[1]=1
        [ "${counts[1]}" = 0 ] || show_log "$log"
        record "$step" "${counts[@]}" "$((SECONDS - started)) s"
    else
        show_log "$log"
        record "$step" 0 1 0 "ended with status $status and no count, see $log"
    fi
    grep -E '^ *skipped: ' "$log" | sort -u || true
}

# The last line is read by machines. Without a single test passed the run has failed.
close_tally() {
    printf '\n'
    printf '%s\n' "${step_lines[@]}"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

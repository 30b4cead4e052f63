# Output of the tools: one line per step, one sentence when a step fails.

say() { printf '[%s] %s\n' "${roost_tool:-roost}" "$*"; }

# Ends the tool. The sentence names the step and what the reader can do about it.
fail() {
    printf '[%s] failed: %s\n' "${roost_tool:-roost}" "$*" >&2
    exit 1
}

# run_quietly LOG COMMAND… : the output goes to LOG; its last lines are shown only when the command fails.
run_quietly() {
    local log=$1
    shift
    if "$@" >"$log" 2>&1; then return 0; fi
    tail -n 15 "$log" >&2
    return 1
}

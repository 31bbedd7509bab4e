/** Below every help text; docs/command.md has all codes. */
export const exitCodeHelp = `
Exit codes of check: 0 pass, 1 fail, 2 pending, 3 unknown, 64 wrong usage. Of other commands: 0 done, 1 none good enough,
64 wrong usage, 69 no answer, 77 refused by the service. Nothing but a pass ends check with 0, not even its help.`;

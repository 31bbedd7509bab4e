/** What the released executable is made from: the plugin, and the command. */
export const executableEntry = "provider/bin/executable.mts";

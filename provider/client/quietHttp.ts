/**
 * Loaded before pop-core: its HTTP library prints requests and replies, keys and all, for DEBUG=*. The plugin's launcher
 * takes DEBUG away; where this package runs in another process, such as a dynamic provider's, only these are silenced.
 */
if (process.env.DEBUG) process.env.DEBUG += ",-httpx:*";

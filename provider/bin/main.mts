/** What Pulumi starts. */
import "./quietProcess.mts";
import { startPlugin } from "./startPlugin.mts";

startPlugin(process.argv.slice(2));

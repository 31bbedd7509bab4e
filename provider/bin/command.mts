/** The command of the released executable: `runCommandAsset.mts` runs it. */
import { main } from "../command/main.ts";

main(process.argv.slice(2));

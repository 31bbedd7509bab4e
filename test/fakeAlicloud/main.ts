import { startFakeAlicloud } from "./startFakeAlicloud.ts";

const { port } = await startFakeAlicloud(process.env);
process.stdout.write(`${port}\n`);

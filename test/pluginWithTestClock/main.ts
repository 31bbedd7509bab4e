import { realHost } from "../../provider/core/realHost.ts";
import { createGrpcServer } from "../../provider/server/createGrpcServer.ts";
import { listenThenLoad } from "../../provider/server/listenThenLoad.ts";
import { ClockFile } from "./ClockFile.ts";

const file = process.env.CLOCK_FILE;
if (file === undefined) throw new Error("CLOCK_FILE must name the file with the time.");
const clock = new ClockFile(file);

const host = {
  ...realHost,
  now: () => clock.now(),
  elapsed: () => clock.now(),
  // Whoever sleeps lets the time go by.
  sleep: async (ms: number) => clock.pass(ms),
};

const engineAddress = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
void listenThenLoad(async () => createGrpcServer({ engineAddress, host })).then(({ port }) =>
  process.stdout.write(`${port}\n`),
);

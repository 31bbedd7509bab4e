import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const module = new URL("../../provider/server/limitYoungSpaceOnceLarge.ts", import.meta.url).href;

/**
 * In a process of its own, as V8's flags are a whole process's. The header of compiled code, its first 16 bytes, changes with
 * the flags: that V8 takes no code of a process whose flags were others is why there is a call before.
 */
const program = `
  import { Script } from "node:vm";
  import { limitYoungSpaceOnceLarge } from ${JSON.stringify(module)};
  const header = () => new Script("1 + 1").createCachedData().subarray(0, 16).toString("hex");
  const atFirst = header();
  const before = [];
  limitYoungSpaceOnceLarge(() => before.push(header()));
  const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
  for (let count = 0; count < 20; count++) await turn();
  const whileSmall = { calls: before.length, header: header() };
  const rows = [];
  for (let count = 0; count < 2_000 && before.length === 0; count++) {
    for (let index = 0; index < 2_000; index++) rows.push({ index, count });
    await turn();
  }
  await turn();
  console.log(JSON.stringify({ atFirst, whileSmall, before, afterwards: header() }));
`;

test("the space is limited when a list is long, and not before; once, and just after the call that is to come before it", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", program],
    { timeout: 60_000 },
  );
  const { atFirst, whileSmall, before, afterwards } = JSON.parse(stdout);

  expect(whileSmall).toEqual({ calls: 0, header: atFirst });
  expect(before).toEqual([atFirst]);
  expect(afterwards).not.toBe(atFirst);
});

import { expect, test } from "vitest";
import { describeFailure } from "../../provider/client/describeFailure.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";

const failed = {
  api: describeBackups.api,
  subject: "rm-prod",
  endpoint: { region: "cn-beijing", url: "https://rds.aliyuncs.com", regionOrUrl: "cn-beijing" },
  kind: "permission",
  what: "Forbidden.RAM: User not authorized.",
  code: "Forbidden.RAM",
  status: 403,
  requestId: "7463B73D-35CC-4D19-A010-6B8D65D242EF",
  attempts: 1,
  elapsedMs: 120,
} as const;

test("three lines: what happened, where, and what to do", () => {
  expect(describeFailure(failed)).toBe(
    `DescribeBackups for rm-prod failed: Forbidden.RAM: User not authorized.
  code Forbidden.RAM, HTTP 403, RequestId 7463B73D-35CC-4D19-A010-6B8D65D242EF, region cn-beijing, endpoint https://rds.aliyuncs.com, 1 attempt in 0.1 s
  What to do: grant the RAM action rds:DescribeBackups to the user or role of this key.`,
  );
});

test("what is not known is left out", () => {
  const unanswered = {
    ...failed,
    kind: "network",
    what: "no reply came (ECONNREFUSED).",
    attempts: 5,
    elapsedMs: 7890,
  } as const;
  const text = describeFailure({ ...unanswered, code: undefined, status: undefined, requestId: undefined });
  expect(text.split("\n")[1]).toBe("  region cn-beijing, endpoint https://rds.aliyuncs.com, 5 attempts in 7.9 s");
});

test.each([
  "network",
  "throttled",
  "server",
  "clock",
  "credentials",
  "permission",
  "notFound",
  "request",
  "protocol",
] as const)("%s comes with something to do", (kind) =>
  expect(describeFailure({ ...failed, kind })).toMatch(/\n {2}What to do: .{20,}\.$/),
);

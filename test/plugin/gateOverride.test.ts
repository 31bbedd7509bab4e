import { expect, test } from "vitest";
import { type Properties, secret, unknownValue } from "../support/plugin/pluginProperties.ts";
import { refusalOf, stale } from "../support/plugin/pluginScene.ts";
import { useClockedPlugin } from "../support/plugin/useClockedPlugin.ts";

/* That an override arrives; what it does is in lookups/gateOverride.test.ts. The clock begins at 2026-08-10T03:00:00Z. */
const { engine, plugin } = await useClockedPlugin();

const reason = "RDS is down, CHG-1234";
const override = { reason, until: "2026-08-10T12:00:00+08:00" };
const inputs = { dbInstanceId: stale, maxAge: "26h", override };
const report =
  /^rm-bp1wiki00stale001 \(cn-hangzhou\): .*older than 26h\.\n {2}Let through by an override until 2026-08-10T04:00:00Z: RDS is down, CHG-1234\n.*\n {2}What to do: /s;

let gates = 0;
const urnOf = () => `urn:pulumi:test::project::alicloud-backups:rds:BackupGate::overridden${gates++}`;
const messagesOf = (urn: string) =>
  engine.messages.flatMap(({ severity, message, urn: of }) => (of === urn ? [{ severity, message }] : []));

test.each([true, false])("goes on with a warning, and records what it is; in preview: %s", async (preview) => {
  const urn = urnOf();
  const { properties } = await plugin.create(inputs, { preview, urn });
  expect(messagesOf(urn)).toEqual([{ severity: "warning", message: expect.stringMatching(report) }]);
  expect(properties).toMatchObject(
    preview ? { override, verdict: unknownValue } : { override, verdict: "fail", overridden: true },
  );
});

test("the next diff is due, and so is one after the override was taken away", async () => {
  const urn = urnOf();
  const { properties: recorded } = await plugin.create(inputs, { urn });
  const { override: _, ...without } = inputs;
  const diff = (news: Properties) => plugin.diff({ urn, recorded, before: inputs, news });
  expect(await diff(inputs)).toMatchObject({ changes: "some", properties: ["verdict"] });
  expect(await diff(without)).toMatchObject({ changes: "some", properties: ["override"] });
});

test("a secret reason is told to nobody", async () => {
  const urn = urnOf();
  await plugin.create({ ...inputs, override: secret({ ...override, reason: "ticket-of-the-bank-42" }) }, { urn });
  const [message] = messagesOf(urn);
  expect(message?.message).toContain("[secret]");
  expect(message?.message).not.toContain("ticket-of-the-bank-42");
});

test("what is wrong with it is a failure of its property", async () => {
  const wrong = { ...inputs, override: { reason: " ", until: "tomorrow" } };
  expect((await plugin.check(wrong)).failures.map(({ property }) => property)).toEqual([
    "override.reason",
    "override.until",
  ]);
  const tooLong = { ...inputs, override: { reason, until: "2026-08-18T03:00:00Z" } };
  const { details } = await refusalOf(plugin.create(tooLong, { urn: urnOf() }));
  expect(details).toMatch(
    /^override\.until: 2026-08-18T03:00:00Z is more than 7 days after now \(2026-08-10T03:00:00Z\)/,
  );
});

test("denyDestroy lets go while the override is in force, with the same warning", async () => {
  const urn = urnOf();
  const locked = { ...inputs, denyDestroy: true };
  await plugin.delete("gate", { ...locked, verdict: "fail" }, locked, urn);
  expect(messagesOf(urn)).toEqual([{ severity: "warning", message: expect.stringMatching(report) }]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demoCredentials } from "../../emulator/index.ts";
import { readSettings } from "../../provider/client/readSettings.ts";
import { CallError } from "../../provider/core/errors/CallError.ts";
import { InputError } from "../../provider/core/errors/InputError.ts";
import { NotGoodEnoughError } from "../../provider/core/errors/NotGoodEnoughError.ts";
import { ReplyError } from "../../provider/core/errors/ReplyError.ts";
import type { Json } from "../../provider/core/json.ts";
import { readPage } from "../../provider/core/readPage.ts";
import { redact } from "../../provider/core/redact.ts";
import { redactToShortLine } from "../../provider/core/redactToShortLine.ts";
import * as codecs from "../../provider/core/replyCodecs.ts";
import { functions } from "../../provider/lookups/functions.ts";
import { operations } from "../../provider/operations/index.ts";
import { NOW } from "../support/fixtures/backups.ts";
import { anyJson, anyObject, anyText, secretTexts } from "../support/fuzz/anyValue.ts";
import { type Ending, fuzz } from "../support/fuzz/fuzz.ts";
import { secretsShown } from "../support/fuzz/secretsShown.ts";
import { declaredFields } from "../support/laws/declared.ts";
import { page, pageOf, readFrom, rows } from "../support/laws/pages.ts";
import { openSession } from "../support/lookups/lookups.ts";
import { useEmulator } from "../support/lookups/useEmulator.ts";

const emulator = await useEmulator();
const long = { timeout: 1_800_000 };

function endingOf(read: () => unknown, ...clear: readonly (abstract new (...args: never) => Error)[]): Ending {
  try {
    read();
    return "answer";
  } catch (error) {
    if (clear.some((kind) => error instanceof kind)) return "error";
    throw error;
  }
}

test("codecs: any JSON is read or refused, and what is read is no guess beyond a number's range", long, async () => {
  const all = [
    codecs.linkCodec,
    codecs.textCodec,
    codecs.integerCodec,
    codecs.megabytesAsBytesCodec,
    codecs.boolCodec,
    codecs.timeCodec,
    codecs.expiryCodec,
    codecs.epochMillisAsTimeCodec,
    codecs.epochSecondsAsTimeCodec,
    codecs.freeTextCodec,
    codecs.pathUnlessLinkCodec,
    codecs.bracketListCodec,
  ];
  await fuzz("codecs", anyJson, 200, (value) => {
    const read = all.map((codec) => codec.schema().safeDecode(JSON.parse(JSON.stringify(value))));
    const numbers = read.flatMap(({ data }) => (typeof data === "number" ? [data] : []));
    expect(numbers.every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
    return read.some(({ success }) => success) ? "answer" : "error";
  });
});

describe.each(operations)("decoders of $api.action", (operation) => {
  test("any rows in any wrapper are decoded and judged, or refused", long, async () => {
    const fields = declaredFields(operation).map(({ wire: name }) => name);
    const row = fc.dictionary(fc.constantFrom(...fields), anyJson, { maxKeys: 8 });
    const list = fc.oneof(fc.array(row, { maxLength: 3 }), row, anyJson);
    const body = fc.tuple(list, anyJson, anyObject).map(([rows, total, around]) => {
      const [outer = "", ...inner] = operation.api.reply.rows;
      const wrapped = inner.reduceRight((value: object | typeof rows, key) => ({ [key]: value }), rows);
      const [counter = "Total", ...rest] = operation.api.reply.total ?? [];
      return JSON.parse(
        JSON.stringify({ ...around, [outer]: wrapped, ...(rest.length === 0 && { [counter]: total }) }),
      );
    });
    await fuzz("decoders", body, 100, (json) =>
      endingOf(() => {
        for (const row of readPage(operation, json).rows) operation.judge({}).row(row, NOW);
      }, ReplyError),
    );
  });
});

test(
  "pagers: pages in any order, of any size and total are one whole list, or an error; and they end",
  long,
  async () => {
    const number = fc.nat({ max: rows.length - 1 });
    const somePage = fc.tuple(fc.option(fc.nat({ max: 15 }), { nil: undefined }), fc.array(number, { maxLength: 6 }));
    const pages = fc.array(
      fc.oneof(
        { weight: 9, arbitrary: somePage.map(([total, numbers]) => page(total, ...numbers)) },
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant(pageOf(0, [])) },
      ),
      { minLength: 1, maxLength: 12 },
    );
    await fuzz("pagers", pages, 200, async (replies) => {
      const [outcome] = await Promise.allSettled([readFrom(replies)]);
      if (outcome?.status === "rejected") {
        expect(outcome.reason).toBeInstanceOf(Error);
        expect(outcome.reason).not.toBeInstanceOf(TypeError);
        expect(outcome.reason).not.toBeInstanceOf(RangeError);
        return "error";
      }
      const { ids = [], requests = 0 } = outcome?.value ?? {};
      expect(new Set(ids).size).toBe(ids.length);
      expect(requests).toBeLessThan(60);
      return "answer";
    });
  },
);

test("redactor: no secret is left of any text, however it is cut and encoded", long, async () => {
  const { temporary } = demoCredentials;
  const known = [temporary.accessKey, temporary.secretKey, temporary.securityToken];
  const around = fc.string({ unit: "grapheme", maxLength: 30 });
  const secret = fc.oneof(
    fc.constantFrom(...secretTexts),
    fc
      .constantFrom(...known)
      .chain((text) =>
        fc.constantFrom(
          text,
          encodeURIComponent(text),
          encodeURIComponent(encodeURIComponent(text)),
          JSON.stringify(text),
          Buffer.from(text).toString("base64"),
        ),
      ),
  );
  const text = fc.tuple(around, secret, fc.constantFrom("", " ", "\n", "&", '"', "%20"), around);
  await fuzz("redactor", fc.tuple(text, fc.integer({ min: 1, max: 400 })), 200, ([parts, length]) => {
    const clean = redact(parts.join(""), known);
    const shown = redactToShortLine(redact(parts.join(""), known), length);
    expect([clean, shown].flatMap(secretsShown)).toEqual([]);
    return clean === parts.join("") ? "error" : "answer";
  });
});

describe("arguments", () => {
  test.each(functions)("of $name: anything is read, or refused with the property", long, async ({ inputs, run }) => {
    const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...Object.keys(inputs.shape)) }, anyText);
    const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Json>("rm-1", "7d", "-7d", 1, true) }, anyJson);
    await fuzz("arguments", fc.dictionary(name, value, { maxKeys: 6 }), 20, async (args) => {
      // The service knows none of these instances: a function that comes to ask has taken its arguments.
      const [outcome] = await Promise.allSettled([run(openSession(emulator), args)]);
      const error: unknown = outcome?.status === "rejected" ? outcome.reason : undefined;
      if ([CallError, NotGoodEnoughError].some((kind) => error instanceof kind) || error === undefined) return "answer";
      if (!(error instanceof InputError)) throw error;
      for (const { reason } of error.failures) expect(reason).toMatch(/^\S[^\n]{3,400}$/);
      return "error";
    });
  });
});

test("settings: anything is read, or refused with the property", long, async () => {
  const names = [
    "region",
    "accessKey",
    "secretKey",
    "securityToken",
    "endpoints",
    "assumeRole",
    "profile",
    "maxRetryTimeout",
    "ecsRoleName",
    "credentialsUri",
    "clientReadTimeout",
  ];
  const given = fc.dictionary(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyText }),
    anyJson,
    { maxKeys: 6 },
  );
  await fuzz("settings", given, 200, (settings) => endingOf(() => readSettings(settings, new Set()), InputError));
});

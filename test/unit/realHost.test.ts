import { expect, test } from "vitest";
import { CancelledError } from "../../provider/core/errors/CancelledError.ts";
import { realHost } from "../../provider/core/realHost.ts";

const A_DAY = 86_400_000;

test("a sleep ends by itself", async () => {
  await expect(realHost.sleep(0, new AbortController().signal)).resolves.toBeUndefined();
});

test("a cancelled sleep ends at once", async () => {
  const stop = new AbortController();
  const sleep = realHost.sleep(A_DAY, stop.signal);
  stop.abort();
  await expect(sleep).rejects.toBeInstanceOf(CancelledError);
});

test("nobody sleeps after the cancel", async () => {
  await expect(realHost.sleep(A_DAY, AbortSignal.abort())).rejects.toBeInstanceOf(CancelledError);
});

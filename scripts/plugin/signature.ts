import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Platform } from "./platforms.ts";

const run = promisify(execFile);
const limits = { timeout: 300_000 };

/** The name of a Developer ID in the keychain. Without one an executable for macOS is only fit for the Mac it was made on. */
const identity = process.env.CODESIGN_IDENTITY;

/** What speaks for itself: macOS stops an executable that nobody has signed. */
export function isSigned({ os }: Platform): boolean {
  return os !== "darwin" || (process.platform === "darwin" && Boolean(identity));
}

/** Takes Node's own signature away, which the injection would turn into a wrong one. Only the system itself can. */
export async function removeSignature(executable: string, { os }: Platform): Promise<void> {
  if (os === "darwin" && process.platform === "darwin") {
    await run("codesign", ["--remove-signature", executable], limits);
  }
  if (os === "windows" && process.platform === "win32") {
    await run(signtool(), ["remove", "/s", executable], limits);
  }
}

/** Signs for macOS, on macOS: without an identity for this machine only, as its own processors run nothing unsigned. */
export async function sign(executable: string, { os }: Platform): Promise<void> {
  if (os !== "darwin" || process.platform !== "darwin") return;
  const hardened = ["--timestamp", "--options", "runtime"];
  const entitlements = ["--entitlements", join(import.meta.dirname, "entitlements.plist")];
  const options = identity ? [...hardened, ...entitlements] : [];
  await run("codesign", ["--force", "--sign", identity || "-", ...options, executable], limits);
}

/** Part of the Windows SDK, which puts it on no PATH. */
function signtool(): string {
  const installed = globSync("C:/Program Files (x86)/Windows Kits/10/bin/*/x64/signtool.exe").sort();
  const newest = installed.at(-1);
  if (newest === undefined) throw new Error("signtool of the Windows SDK is needed, to take Node's signature away.");
  return newest;
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../scripts/engine/cacheFolder.ts";

const run = promisify(execFile);
const packages = ["aliyun-python-sdk-rds==2.7.53", "aliyun-python-sdk-dbs==1.0.36", "aliyun-python-sdk-core==2.16.0"];

/** A folder for PYTHONPATH with Alibaba's Python clients, installed once per version; or why it cannot be had. */
export async function installOfficialClient(): Promise<{ readonly folder: string } | { readonly missing: string }> {
  try {
    const python = await run("python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
      timeout: 10_000,
    });
    const key = ["python", python.stdout.trim(), ...packages].join("-").replaceAll("==", "-");
    const folder = join(cacheFolder(), key);
    if (!existsSync(folder)) await install(folder);
    return { folder };
  } catch (error) {
    return {
      missing: `Alibaba's Python client cannot be had: ${error instanceof Error ? error.message.trim() : error}`,
    };
  }
}

/** Beside its place first, so that an interrupted install is never taken for a whole one. */
async function install(folder: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    const options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"];
    await run("python3", ["-m", "pip", "install", ...options, "--target", draft, ...packages], { timeout: 150_000 });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  }
}

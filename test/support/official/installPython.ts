import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { cachedInstall, type Installed } from "./cachedInstall.ts";

const run = promisify(execFile);
const packages = [
  "aliyun-python-sdk-core==2.16.0",
  "aliyun-python-sdk-rds==2.7.53",
  "aliyun-python-sdk-dbs==1.0.36",
  "alibabacloud-rds20140815==16.0.2",
  "alibabacloud-dbs20190306==1.0.3",
  "alibabacloud-dbs20210101==3.0.0",
];

/** A folder for PYTHONPATH with Alibaba's Python clients. */
export async function installPython(): Promise<Installed> {
  const version = await pythonVersion();
  if (version === undefined) return { missing: "there is no python3" };
  return cachedInstall(`python-${version}-clients-2`, (folder) => {
    const options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "1", "--timeout", "20"];
    return run("python3", ["-m", "pip", "install", ...options, "--target", folder, ...packages], { timeout: 400_000 });
  });
}

async function pythonVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run("python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
      timeout: 10_000,
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

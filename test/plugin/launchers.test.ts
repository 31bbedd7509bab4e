import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { projectRoot } from "../../scripts/projectRoot.ts";
import { copyPlugin } from "../support/plugin/copyPlugin.ts";
import { pluginProgram } from "../support/plugin/pluginProcess.ts";

const minimum = manifest.engines.node.replace(">=", "");

interface Ending {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node with these arguments to its end. */
function runNode(args: readonly string[]): Promise<Ending> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: 30_000 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, stdout, stderr });
    });
  });
}

/** Starts the launcher in a Node that takes itself for another version. */
async function startUnder(version: string): Promise<Pick<Ending, "failed" | "stderr">> {
  const versions = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
  const disguise = `data:text/javascript,${encodeURIComponent(versions)}`;
  const { failed, stderr } = await runNode(["--import", disguise, pluginProgram, "--version"]);
  return { failed, stderr };
}

test("the launcher says in one line that Node is too old, up to the minimum of package.json", async () => {
  const [major, minor] = minimum.split(".").map(Number);
  for (const tooOld of ["18.20.8", `${major}.${Number(minor) - 1}.0`]) {
    const { failed, stderr } = await startUnder(tooOld);
    expect(failed).toBe(true);
    expect(stderr).toMatch(
      new RegExp(`^pulumi-resource-alicloud-backups needs Node ${minimum} or later; this is .*\\n$`),
    );
  }
  expect(await startUnder(`${minimum}.0`)).toEqual({ failed: false, stderr: "" });
});

test("a plugin of which a part is missing ends with a clear error, although its port is open already", async () => {
  const folder = await mkdtemp(join(tmpdir(), "launcher-"));
  try {
    const { failed, stdout, stderr } = await runNode([await copyPlugin(folder, ["service"]), "127.0.0.1:1"]);

    expect(failed).toBe(true);
    expect(stdout).toMatch(/^\d+\n$/);
    expect(stderr).toMatch(
      /^pulumi-resource-alicloud-backups could not start: .*service\.cjs cannot be loaded; install the package again \(ENOENT: .*\)\n$/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

// cmd.exe is not on this machine; what a batch file gets wrong without anybody noticing is looked at here.
test("the launcher for Windows starts the other one, tells that Node is missing, and has the line ends of Windows", async () => {
  const text = await readFile(join(projectRoot, "provider", "bin", "pulumi-resource-alicloud-backups.cmd"), "utf8");
  const lines = text.split("\r\n");

  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(lines.at(0)).toBe("@echo off");
  expect(lines).toContain(
    `  >&2 echo pulumi-resource-alicloud-backups needs Node ${minimum} or later, and there is no node.exe on PATH.`,
  );
  expect(lines).toContain("  exit /b 1");
  expect(lines.slice(-3)).toEqual(['"%node%" "%~dp0pulumi-resource-alicloud-backups" %*', "exit /b %ERRORLEVEL%", ""]);
});

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const longestWork = 60 * 60 * 1000;
const writeTime = 10 * 1000;

/** Does `work` while no other process holds `lockFile`. A lock left behind by a process that died is removed. */
export async function withLock(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  let waiting = false;
  while (!take(lockFile)) {
    if (!waiting) console.error("Another set-up is running; waiting for it to end.");
    waiting = true;
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take(lockFile) {
  try {
    writeFileSync(lockFile, `${process.pid} ${hostname()}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  removeIfAbandoned(lockFile);
  return false;
}

function removeIfAbandoned(lockFile) {
  try {
    const owner = readFileSync(lockFile, "utf8");
    const age = Date.now() - statSync(lockFile).mtimeMs;
    if (!isAbandoned(owner, age)) return;
    // Renamed first, so that of several waiters only one removes it, and looked at again: it may be a new one by now.
    const aside = `${lockFile}.${process.pid}`;
    renameSync(lockFile, aside);
    if (readFileSync(aside, "utf8") === owner) rmSync(aside);
    else renameSync(aside, lockFile);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

function isAbandoned(owner, age) {
  const [pid, host] = owner.split(" ");
  if (!host) return age > writeTime;
  if (age > longestWork) return true;
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

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
    if (removeIfAbandoned(lockFile)) continue;
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
    return false;
  }
}

/** Whether the lock is gone now. */
function removeIfAbandoned(lockFile) {
  try {
    const owner = readFileSync(lockFile, "utf8");
    const age = Date.now() - statSync(lockFile).mtimeMs;
    if (!isAbandoned(owner, age)) return false;
    // Renamed first, so that of several waiters only one removes it, and looked at again: it may be a new one by now.
    const aside = `${lockFile}.${process.pid}`;
    renameSync(lockFile, aside);
    if (readFileSync(aside, "utf8") !== owner) {
      renameSync(aside, lockFile);
      return false;
    }
    rmSync(aside);
    return true;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return true;
  }
}

function isAbandoned(owner, age) {
  const [pid, host] = owner.trim().split(" ");
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

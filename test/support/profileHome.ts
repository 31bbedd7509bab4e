import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ProfileHome extends Disposable {
  /** What HOME is to be. */
  readonly home: string;
  readonly file: string;
}

/** A home with the aliyun CLI's file: its text, or the profiles in it, of which the first is the current one. */
export function profileHome(content: string | Readonly<Record<string, object>>, mode = 0o600): ProfileHome {
  const home = mkdtempSync(join(tmpdir(), "alicloud-backups-home-"));
  const file = join(home, ".aliyun", "config.json");
  mkdirSync(join(home, ".aliyun"));
  writeFileSync(file, typeof content === "string" ? content : configuration(content));
  chmodSync(file, mode);
  return { home, file, [Symbol.dispose]: () => rmSync(home, { recursive: true }) };
}

function configuration(profiles: Readonly<Record<string, object>>): string {
  const list = Object.entries(profiles).map(([name, profile]) => ({ name, region_id: "cn-hangzhou", ...profile }));
  return JSON.stringify({ current: list[0]?.name, profiles: list, meta_path: "" }, null, "\t");
}

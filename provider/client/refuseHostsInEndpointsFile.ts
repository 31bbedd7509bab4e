import { readFileSync } from "node:fs";
import { InputError } from "../core/errors/InputError.ts";
import type { Host } from "../core/host.ts";
import type { Service } from "./regions.ts";

const IN_DIRECTORY = "endpoints.xml";
const IN_ENVIRONMENT = "TF_ENDPOINT_PATH";

/**
 * pulumi-alicloud takes hosts from a file, if there is one: `endpoints.xml` in the working directory, which plugins have in
 * common, else the one that TF_ENDPOINT_PATH names. Without its answer the two could ask different places.
 *
 * @throws InputError when that file seems to have a host of this service.
 */
export function refuseHostsInEndpointsFile(service: Service, env: Host["env"]): void {
  const path = env[IN_ENVIRONMENT];
  const inDirectory = textOf(IN_DIRECTORY);
  const text = inDirectory || (path ? textOf(path) : "");
  // An entry is <ProductName>RDS</ProductName>, in any case. A file that only looks like one of these is refused as well.
  if (!/ProductName/.test(text) || !new RegExp(`\\b${service}\\b`, "i").test(text)) return;
  const file = inDirectory ? `${IN_DIRECTORY} in the working directory` : `the file that ${IN_ENVIRONMENT} names`;
  const reason =
    `${file} has hosts for ${service.toUpperCase()}: the alicloud provider uses them, and this package does not; set ` +
    `endpoints.${service} to the host that stands there for the region`;
  throw new InputError([{ property: "endpoints", reason }]);
}

/** Empty for a file that cannot be read: the alicloud provider goes on without it, too. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

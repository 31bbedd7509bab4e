import * as pulumi from "@pulumi/pulumi";
import { version } from "./generated/version.ts";

/** The plugin of this package's own version, unless the program asks for another. */
export function withPluginVersion<Options extends pulumi.ResourceOptions>(opts: Options | undefined) {
  return pulumi.mergeOptions({ version }, opts);
}

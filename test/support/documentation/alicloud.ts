import * as ram from "@pulumi/alicloud/ram/policy.js";
import * as rds from "./alicloudRds.ts";

/** What the documentation's blocks use of `@pulumi/alicloud`: its own declarations, without the thousands of others. */
export { ram, rds };

/** What the documentation's blocks use of `alicloud.rds`. */
export { Instance } from "@pulumi/alicloud/rds/instance.js";
export { RdsBackup } from "@pulumi/alicloud/rds/rdsBackup.js";

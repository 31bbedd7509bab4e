/** The default name of an assumed role's session. It appears in ActionTrail. */
export const DEFAULT_SESSION_NAME = "pulumi-alicloud-backups";

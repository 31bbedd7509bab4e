/** What an assumed role's session is called when nobody says otherwise: it appears in ActionTrail. */
export const SESSION_NAME = "pulumi-alicloud-backups";

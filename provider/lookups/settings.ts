/** The provider's configuration, for those who open a session with it. */
export { readSettings } from "../client/readSettings.ts";
export { secretSettingNames, settingsSchema } from "../client/settings.ts";

const NOT_TOLD =
  "a dynamic gate is not told whether it runs in a preview, and records anew: leave this out, or use the gate of the plugin";

/** Controls that a dynamic gate does not have, and why. */
export const unsupportedInDynamic: ReadonlyMap<string, string> = new Map([
  ["previewEnforcement", NOT_TOLD],
  ["track", NOT_TOLD],
  [
    "waitFor",
    "Pulumi does not pass Ctrl-C on to dynamic resources, so a dynamic gate that waits could not be cancelled: leave this out and deploy again later, or use the gate of the plugin",
  ],
]);

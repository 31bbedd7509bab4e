/** Controls that a dynamic gate does not have. */
export const unsupportedInDynamic: readonly string[] = ["previewEnforcement", "track"];

/** The first Node that runs TypeScript files without a flag, and that all dependencies support. */
const oldestUsable = [22, 18];

export const oldestUsableText = oldestUsable.join(".");

export function isUsable(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > oldestUsable[0] || (major === oldestUsable[0] && minor >= oldestUsable[1]);
}

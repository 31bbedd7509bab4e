/** The name that `scripts/plugin/makeExecutable.ts` gives it in the executable. */
const COMMAND = "command.cjs";

/** Runs the command, which is in the executable beside the plugin, so that the plugin starts without it. */
export function runCommandAsset(): void {
  const { getBuiltinModule } = process;
  const [{ getAsset }, { compileFunction }] = [getBuiltinModule("node:sea"), getBuiltinModule("node:vm")];
  // All that it loads is in it, or is Node's own.
  compileFunction(getAsset(COMMAND, "utf8"), ["require"], { filename: COMMAND })(getBuiltinModule);
}

/** How `python3` is started with the packages in this folder, and no others. */
export function isolatedPython(folder: string): { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv } {
  const loopback = { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };
  return {
    // -S: what is installed on this machine, perhaps an older library, stays out of it.
    args: ["-S"],
    env: { ...process.env, ...loopback, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" },
  };
}

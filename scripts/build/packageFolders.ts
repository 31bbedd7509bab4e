/** The folders of the installed packages that these files belong to. */
export function packageFolders(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
}

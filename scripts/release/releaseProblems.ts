interface Release {
  /** As it was pushed: `v1.2.3`. */
  readonly tag: string;
  readonly manifest: {
    readonly version: string;
    readonly pulumi: { readonly version: string; readonly server?: string };
  };
  readonly changelog: string;
}

/** What speaks against releasing this, each a whole sentence. */
export function releaseProblems({ tag, manifest, changelog }: Release): string[] {
  const { version, pulumi } = manifest;
  const problems: string[] = [];
  if (tag !== `v${version}`) problems.push(`The tag is ${tag}, and package.json says ${version}.`);
  if (pulumi.version !== version) problems.push(`package.json says ${version}, and under "pulumi" ${pulumi.version}.`);
  if (!changelog.split("\n").includes(`## ${version}`)) problems.push(`CHANGELOG.md has no section "## ${version}".`);
  if (pulumi.server === undefined) {
    problems.push('"server" under "pulumi" in package.json, where Pulumi downloads the plugin, is not set.');
  }
  return problems;
}

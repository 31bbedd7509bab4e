/** What programs can import of this package: `subpath` is where, `source` what, and `file` what it is built into. */
export const entryPoints = [
  { subpath: ".", file: "index", source: "sdk/index.ts" },
  { subpath: "./dynamic", file: "dynamic", source: "provider/dynamic/index.ts" },
  { subpath: "./emulator", file: "emulator", source: "emulator/index.ts" },
] as const;

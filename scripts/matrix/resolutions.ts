import { isAtLeast } from "./compilers.ts";
import type { Form } from "./programs.ts";

/** How a project has the compiler find modules. */
export interface Resolution {
  readonly name: string;
  /** Compiler options, for this version of the compiler. */
  readonly options: (version: string) => Readonly<Record<string, string>>;
  /** Endings of the files in which a program of each form is written; none where the compiler has no such thing. */
  readonly endings: (version: string) => Readonly<Record<Form, readonly string[]>>;
}

const nowhere = { require: [], import: [], named: [] };

/** For Node's own rules: an ES module imports, and CommonJS does both. */
const byNode = (name: string): Resolution => ({
  name,
  options: () => ({ module: name, moduleResolution: name }),
  endings: (version) =>
    isAtLeast(version, "4.7") ? { require: [".cts"], import: [".mts", ".cts"], named: [".mts", ".cts"] } : nowhere,
});

export const resolutions: readonly Resolution[] = [
  {
    name: "commonjs/node",
    options: (version) => ({
      module: "commonjs",
      moduleResolution: "node",
      ...(isAtLeast(version, "6.0") ? { ignoreDeprecations: "6.0" } : {}),
    }),
    // TypeScript 7 no longer has it.
    endings: (version) => (isAtLeast(version, "7.0") ? nowhere : { require: [".ts"], import: [".ts"], named: [".ts"] }),
  },
  byNode("node16"),
  byNode("nodenext"),
  {
    name: "bundler",
    options: (version) => ({
      module: isAtLeast(version, "5.4") ? "preserve" : "esnext",
      moduleResolution: "bundler",
    }),
    endings: (version) => {
      if (!isAtLeast(version, "5.0")) return nowhere;
      return { require: isAtLeast(version, "5.4") ? [".cts"] : [], import: [".mts"], named: [".mts"] };
    },
  },
];

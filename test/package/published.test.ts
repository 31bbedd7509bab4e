import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outputs, pluginFiles } from "../../scripts/build/outputs.ts";
import { projectRoot } from "../../scripts/projectRoot.ts";

/** The npm package as `npm run build` packs it. */
const packed = execFileSync("tar", ["-tzvf", outputs.tarball], { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((line) => {
    const [, , size, , , path = ""] = line.split(/\s+/);
    return { path: path.replace(/^package\//, ""), size: Number(size) };
  });
const paths = packed.map(({ path }) => path);
const read = (path: string) => readFileSync(join(outputs.npmPackage, path), "utf8");
const manifest = JSON.parse(read("package.json"));
const project = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));

/** The modules that a text names after `require(`, `import` or `from`. */
const modulesIn = (text: string) =>
  [...text.matchAll(/(?:\brequire\(|\bimport\(|\bfrom |^import )"([^"]+)"/gm)].map(([, name]) => name);

describe("the npm package", () => {
  test("holds what programs import, the plugin, and the documents, and no sources", () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        ...["index", "dynamic", "emulator"].flatMap((entry) => [`${entry}.js`, `${entry}.d.ts`]),
        "provider/bin/pulumi-resource-alicloud-backups",
        "provider/bin/pulumi-resource-alicloud-backups.cmd",
        ...Object.values(pluginFiles).map((file) => `provider/bin/${file}`),
        "provider/bin/package.json",
        "provider/bin/pulumi-alicloud-backups",
        "command.js",
        "docs/command.md",
        ...["README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "THIRD-PARTY-LICENSES.txt"],
        "docs/gates.md",
      ]),
    );
    expect(paths.filter((path) => /(?<!\.d)\.m?ts$|^test\/|^build\//.test(path))).toEqual([]);
  });

  test("unpacks to less than 3.2 MB", () => {
    expect(packed.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(3_200_000);
  });

  test("tells Pulumi of the plugin, Node and npm what they need, in every way in which they look", () => {
    expect(manifest).toMatchObject({
      name: "pulumi-alicloud-backups",
      version: project.version,
      type: "commonjs",
      main: "./index.js",
      types: "./index.d.ts",
      engines: { node: ">=22.12" },
      peerDependencies: project.peerDependencies,
      bin: { "pulumi-alicloud-backups": "provider/bin/pulumi-alicloud-backups" },
      pulumi: { resource: true, name: "alicloud-backups", version: project.version },
    });
    expect(Object.keys(manifest.exports)).toEqual([".", "./dynamic", "./emulator", "./package.json"]);
    expect(manifest).not.toHaveProperty("private");
    expect(manifest).not.toHaveProperty("scripts");
    expect(manifest).not.toHaveProperty("devDependencies");
  });

  test("needs two packages beside Pulumi, in the versions that the tests ran with", () => {
    expect(manifest.dependencies).toEqual({
      "@alicloud/credentials": project.dependencies["@alicloud/credentials"],
      "@alicloud/pop-core": project.dependencies["@alicloud/pop-core"],
    });
  });

  test("ships the license of whatever it bundles", () => {
    const licenses = read("THIRD-PARTY-LICENSES.txt");
    for (const name of ["zod", "hono", "p-limit", "cli-table3", "@grpc/grpc-js", "google-protobuf", "@pulumi/pulumi"]) {
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
  });
});

describe.each(globSync("*.js", { cwd: outputs.npmPackage }))("the code of %s", (file) => {
  test("asks for nothing but Node's modules, Pulumi, the two dependencies and itself", () => {
    const own = new Set(globSync("*.js", { cwd: outputs.npmPackage }).map((name) => `./${name}`));
    const others = modulesIn(read(file)).filter((name = "") => {
      const builtin = name.startsWith("node:") || builtinModules.includes(name);
      return !builtin && !own.has(name) && !/^@pulumi\/pulumi(\/|$)/.test(name);
    });
    // pop-core and the credentials library are loaded by name, apart.
    expect(others).toEqual(file === "dynamic.js" ? ["pulumi-alicloud-backups/dynamic"] : []);
  });
});

describe.each(globSync("*.d.ts", { cwd: outputs.npmPackage }))("the declarations of %s", (file) => {
  const text = read(file);
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "");

  test("have no types of other packages but Pulumi's, and add nothing to those that are everywhere", () => {
    expect(modulesIn(code).filter((name) => name !== "@pulumi/pulumi" && name !== "./json.js")).toEqual([]);
    expect(code).not.toMatch(/\bzod\b|\bhono\b|\bgrpc\b|\bany\b|declare (global|module)|reference (types|path|lib)/);
  });
});

test("the declarations explain every argument and every result to whoever hovers over it", () => {
  const text = read("index.d.ts");
  expect(text.match(/^ {2}readonly /gm)?.length).toBeGreaterThan(400);
  const unexplained = [...text.matchAll(/(?<!\*\/)\n {2}readonly (\w+)/g)].map(([, name]) => name);
  // Those of `Guarded`, which speak for themselves.
  expect(unexplained).toEqual(["type", "name"]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { packageFolders } from "./packageFolders.ts";

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * The licenses of the packages that these files belong to: who ships their code must ship these texts. A text that several
 * packages have in the same words stands there once.
 */
export function thirdPartyLicenses(files: readonly string[]): string {
  const packagesOf = new Map<string, string[]>();
  for (const folder of packageFolders(files)) {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const { name, version, license } = manifestSchema.parse(manifest);
    const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const text = texts.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const sections = [...packagesOf].map(([text, packages]) => `${packages.sort().join("\n")}\n\n${text}`.trim());
  const heading = "This package holds code of these packages, each under the license that follows.";
  return `${[heading, ...sections.sort()].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

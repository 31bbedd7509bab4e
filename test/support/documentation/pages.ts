import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CodeBlock, codeBlocks } from "../../../scripts/documentation/codeBlocks.ts";
import { projectRoot } from "../../../scripts/projectRoot.ts";

export interface PageBlock extends CodeBlock {
  readonly page: string;
  /** Page and line, as a terminal makes a link of it. */
  readonly name: string;
}

const guides = readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);
const pages = ["README.md", "CONTRIBUTING.md", "examples/README.md", "emulator/README.md", ...guides];

/** Every code block of README and documentation. */
export const pageBlocks: readonly PageBlock[] = pages.flatMap((page) =>
  codeBlocks(readFileSync(join(projectRoot, page), "utf8")).map((block) => ({
    ...block,
    page,
    name: `${page}:${block.line}`,
  })),
);

export function blocksIn(...languages: readonly string[]): readonly PageBlock[] {
  return pageBlocks.filter(({ language }) => languages.includes(language));
}

/** A fenced block of a Markdown page. */
export interface CodeBlock {
  /** The word behind the fence; empty for what a program printed. */
  readonly language: string;
  readonly text: string;
  /** Where its first line stands in the page, from 1. */
  readonly line: number;
  /** The nearest heading or summary before it. */
  readonly section: string;
  /** What its first line says in a comment, when that is the name of a file. */
  readonly file?: string;
}

const title = /^(?:#+ (.+)|<details><summary><b>(.+)<\/b><\/summary>)$/;
const fileName = /^(?:\/\/|#) ([\w.-]+\.\w+)$/;

export function codeBlocks(page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let section = "";
  let open: { indent: string; language: string; line: number; lines: string[] } | undefined;
  for (const [index, row] of page.split("\n").entries()) {
    const fence = /^( *)```(\w*)/.exec(row);
    if (open && fence) {
      const [first = ""] = open.lines;
      const file = fileName.exec(first)?.[1];
      const { language, line, lines } = open;
      blocks.push({ language, line, section, text: `${lines.join("\n")}\n`, ...(file !== undefined && { file }) });
      open = undefined;
    } else if (open) open.lines.push(row.slice(open.indent.length));
    else if (fence) open = { indent: fence[1] ?? "", language: fence[2] ?? "", line: index + 2, lines: [] };
    else section = title.exec(row)?.slice(1).find(Boolean) ?? section;
  }
  return blocks;
}

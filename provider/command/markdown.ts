import type { Verdict } from "../lookups/verdict.ts";

const signs: Readonly<Record<Verdict, string>> = { pass: "✅", fail: "❌", pending: "⏳", unknown: "❓" };

/** A verdict with its report, for the summary of a build. */
export function verdictMarkdown(verdict: Verdict, report: string): string {
  const [headline = ""] = report.split("\n");
  return `### ${signs[verdict]} ${verdict}: ${escapeMarkdown(headline)}\n\n${codeBlock(report)}\n`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(escapeMarkdown))];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/** A text in which nothing is markup, on one line. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .replace(/[\\`*_{}[\]()#+!|~^$=-]/g, "\\$&")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // What would become a link or a mention.
      .replace(/@/g, "&#64;")
      .replace(/:\/\//g, "&#58;//")
      .replace(/\bwww\./gi, "www&#46;")
  );
}

/** As it is: between fences that are longer than any that the text has. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

import { styleText } from "node:util";

let lineOpen = false;

/** The demo's own lines, formatted differently from Pulumi's. */
export const tell = {
  chapter(title: string): void {
    console.log(`\n${styleText("bold", `--- ${title}`)}`);
  },
  say(text: string): void {
    console.log(text);
  },
  command(text: string): void {
    console.log(`\n${styleText("cyan", `  $ ${text}`)}`);
  },
  /** Pulumi's own words, indented. */
  output(text: string): void {
    for (const line of text.split(/(?<=\n)/)) {
      if (line.trim() === "" && !lineOpen) continue;
      process.stdout.write(lineOpen ? line : `  | ${line}`);
      lineOpen = !line.endsWith("\n");
    }
  },
  /** A check that succeeded. */
  seen(text: string): void {
    console.log(`  ${styleText("green", "✓")} ${text}`);
  },
};

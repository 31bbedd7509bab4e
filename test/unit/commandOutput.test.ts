import { describe, expect, test } from "vitest";
import type { CommandIo } from "../../provider/command/commandIo.ts";
import { tellGitHub, wrapIfWorkflowCommands } from "../../provider/command/github.ts";
import { escapeMarkdown, markdownTable, verdictMarkdown } from "../../provider/command/markdown.ts";
import { StatusLine } from "../../provider/command/StatusLine.ts";
import { realHost } from "../../provider/core/realHost.ts";

describe("markdown", () => {
  test.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert\\(1\\)&lt;/script&gt;"],
    ["[here](https://example.com) ![x](y)", "\\[here\\]\\(https&#58;//example.com\\) \\!\\[x\\]\\(y\\)"],
    ["a | b\n| c", "a \\| b \\| c"],
    ["`code` **bold** _it_ @team #12", "\\`code\\` \\*\\*bold\\*\\* \\_it\\_ &#64;team \\#12"],
    ["&lt;b&gt;", "&amp;lt;b&amp;gt;"],
  ])("%j has no markup left", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test("a report stands between fences that it cannot close", () => {
    expect(verdictMarkdown("fail", "rm-1: no\n````\n# not a heading")).toBe(
      "### ❌ fail: rm\\-1: no\n\n`````text\nrm-1: no\n````\n# not a heading\n`````\n",
    );
  });

  test("a table has one line for each row", () => {
    expect(markdownTable(["backupId", "size"], [["1|2", "-"]])).toBe(
      "| backupId | size |\n| --- | --- |\n| 1\\|2 | \\- |\n",
    );
  });
});

describe("in GitHub Actions", () => {
  const summary = { headline: "rm-1: no, 50%: x", report: "rm-1: no, 50%: x\n  ::set-env::y", markdown: "### no\n" };

  function tell(code: 0 | 1, env: Readonly<Record<string, string>>, fails = false) {
    const messages: string[] = [];
    const appended: (readonly [string, string])[] = [];
    const unused = (): never => {
      throw new Error("EACCES");
    };
    const io: CommandIo = {
      host: { ...realHost, env },
      signal: new AbortController().signal,
      readText: unused,
      writeFile: unused,
      tell: (line) => messages.push(line),
      status: unused,
    };
    tellGitHub({ text: "", code, summary }, io, fails ? unused : (path, text) => appended.push([path, text]));
    return { messages, appended };
  }
  const action = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: "/summary" };

  test("a refusal is an annotation on one line, and the report goes to the summary", () => {
    expect(tell(1, action)).toEqual({
      messages: [
        "::error title=pulumi-alicloud-backups%3A rm-1%3A no%2C 50%25%3A x::rm-1: no, 50%25: x%0A  ::set-env::y",
      ],
      appended: [["/summary", "### no\n\n"]],
    });
  });

  test("a pass goes to the summary alone", () => {
    expect(tell(0, action)).toEqual({ messages: [], appended: [["/summary", "### no\n\n"]] });
  });

  test("elsewhere nothing is told", () => {
    expect(tell(1, { GITHUB_STEP_SUMMARY: "/summary" })).toEqual({ messages: [], appended: [] });
  });

  test("a summary that cannot be written is a warning", () => {
    expect(tell(0, action, true).messages).toEqual(["warning: the summary of the job could not be written: EACCES"]);
  });

  test.each([
    ["rm-1 has a good backup.\n", "rm-1 has a good backup.\n"],
    ["rm-1: no\n  ::add-mask::a\n", "::stop-commands::T\nrm-1: no\n  ::add-mask::a\n::T::\n"],
    ["a ##[error]b", "::stop-commands::T\na ##[error]b\n::T::\n"],
  ])("what the service says is no command: %j", (text, expected) => {
    expect(wrapIfWorkflowCommands(text, "T")).toBe(expected);
  });
});

describe("the line that tells how a wait goes", () => {
  function lines(isTTY: boolean, columns = 20) {
    let written = "";
    const stream = {
      isTTY,
      columns,
      on: () => process.stderr,
      write: (text: string | Uint8Array) => {
        written += text;
        return true;
      },
    };
    return { line: new StatusLine(stream), written: () => written };
  }

  test("is replaced on a terminal, cut to its width, and gone before anything else", () => {
    const { line, written } = lines(true);
    line.show("look 1, next in 5s");
    line.show("look 2, a longer one that does not fit");
    line.writeLine("warning: x");
    line.clear();
    const clear = "\r\u001B[2K";
    expect(written()).toBe(`${clear}look 1, next in 5s${clear}look 2, a longer...${clear}warning: x\n`);
  });

  test("is a line of its own in a log", () => {
    const { line, written } = lines(false);
    line.show("look 1, and a long text after it");
    line.clear();
    expect(written()).toBe("look 1, and a long text after it\n");
  });
});

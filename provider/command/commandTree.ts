import { Command, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import type { Gate } from "../gates/gate.ts";
import { gates } from "../gates/gates.ts";
import { latestLookup } from "../lookups/latestLookup.ts";
import { listLookup } from "../lookups/listLookup.ts";
import type { LookupFunction } from "../lookups/lookupFunction.ts";
import { readinessLookup } from "../lookups/readinessLookup.ts";
import { addArgumentOptions, refuseSecondValue } from "./argumentOptions.ts";
import type { CommandInvocation } from "./commandInvocation.ts";
import { exitCodeHelp } from "./exitCodeHelp.ts";
import { operationOfGate } from "./operationOfGate.ts";
import { readCommandOptions } from "./readCommandOptions.ts";
import { runCheck } from "./runCheck.ts";
import { runLatest } from "./runLatest.ts";
import { runList } from "./runList.ts";

/** All commands. Parsing calls `choose` with what the arguments ask for, or throws a CommanderError. */
export function commandTree(choose: (invocation: CommandInvocation) => void): Command {
  const tree = new Command("pulumi-alicloud-backups")
    .description("Asks Alibaba Cloud for backups of databases, with the verdicts of the gates of the Pulumi package.")
    .version(manifest.version, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", exitCodeHelp)
    .showSuggestionAfterError()
    .exitOverride();
  const commands = {
    check: tree.command("check").description("tells by the exit code whether backups or tasks are good enough"),
    latest: tree.command("latest").description("prints the newest good one"),
    list: tree.command("list").description("prints all of them as a table"),
  };
  addReport(tree, choose);
  for (const gate of gates) {
    addCheck(commands.check, gate, choose);
    addLatest(commands.latest, gate, choose);
    addList(commands.list, gate, choose);
  }
  return tree;
}

function addCheck(parent: Command, gate: Gate, choose: (invocation: CommandInvocation) => void): void {
  const { inputs, doc } = readinessLookup(gate.operation);
  const wait = new Option("--wait <duration>", "wait so long for a pass, as a gate does in pulumi up, such as 30m");
  const command = subcommand(parent, gate.operation.entity.label, { inputs, doc }).addOption(
    wait.argParser(refuseSecondValue),
  );
  command.option("--quiet", "print no report: the exit code is all that is wanted");
  command.action(() => {
    const options = readCommandOptions(command.opts());
    choose({
      inputs: inputs.schema,
      options,
      run: async (session, args, { status }) => {
        const result = await runCheck(session, gate, args, { waitFor: options.wait, output: options.output, status });
        return options.quiet ? { ...result, text: "" } : result;
      },
    });
  });
}

function addLatest(parent: Command, { operation }: Gate, choose: (invocation: CommandInvocation) => void): void {
  const { inputs, doc } = latestLookup(operation);
  const field = new Option("--field <property>", `print this property alone, such as ${operation.identity.field}`);
  const command = subcommand(parent, operation.entity.label, { inputs, doc }).addOption(
    field.argParser(refuseSecondValue),
  );
  command.action(() => {
    const options = readCommandOptions(command.opts());
    choose({ inputs: inputs.schema, options, run: (session, args) => runLatest(session, operation, args, options) });
  });
}

function addList(parent: Command, { operation }: Gate, choose: (invocation: CommandInvocation) => void): void {
  const { inputs, doc } = listLookup(operation);
  const { label, labels } = operation.entity;
  const command = subcommand(parent, label, { inputs, doc }).alias(wordOf(labels));
  command.action(() => {
    const options = readCommandOptions(command.opts());
    choose({
      inputs: inputs.schema,
      options,
      run: (session, args) => runList(session, operation, args, options.output),
    });
  });
}

function addReport(parent: Command, choose: (invocation: CommandInvocation) => void): void {
  const { inputs } = readinessLookup(operationOfGate("BackupGate"));
  const command = parent
    .command("report")
    .description("writes a page with the backups of one or many instances over time: verdicts, gaps, sizes, tasks");
  addArgumentOptions(command, inputs.schema);
  addCommonOptions(command)
    .addOption(
      new Option("--out <file>", "a page when it ends in .html, else the picture alone, as SVG").argParser(
        refuseSecondValue,
      ),
    )
    .addOption(new Option("--history <duration>", "how far back it goes (default: 90d)").argParser(refuseSecondValue))
    .option("--no-tasks", "leave out the tasks, which need more RAM actions")
    .addHelpText("after", exitCodeHelp)
    .action(() => {
      const options = readCommandOptions(command.opts());
      const run: CommandInvocation["run"] = async (session, args, io) => {
        const { runReport: report } = await import("./report/runReport.ts");
        return await report(session, args, options, io);
      };
      choose({ inputs: inputs.schema, options, run });
    });
}

/** The command over one operation, with the arguments of its function and those that every command has. */
function subcommand(parent: Command, label: string, { inputs, doc }: Pick<LookupFunction, "inputs" | "doc">): Command {
  const command = parent.command(wordOf(label)).description(doc.replaceAll("`", ""));
  addArgumentOptions(command, inputs.schema);
  return addCommonOptions(command).addHelpText("after", exitCodeHelp);
}

function addCommonOptions(command: Command): Command {
  const config = "take settings from the configuration file of a stack, such as Pulumi.prod.yaml";
  return command
    .addOption(new Option("--config-from <file>", config).argParser(refuseSecondValue))
    .addOption(new Option("--output <format>", "text, json or markdown (default: text)").argParser(refuseSecondValue));
}

function wordOf(label: string): string {
  return label.toLowerCase().replaceAll(" ", "-");
}

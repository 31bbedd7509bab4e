import * as pulumi from "@pulumi/pulumi";
import { rds } from "../../../sdk/index.ts";
import { Later } from "../../support/engine/engineLater.ts";

/** A gate that refuses. */
const gate = (name: string, opts: pulumi.CustomResourceOptions = {}) =>
  new rds.BackupGate(name, { dbInstanceId: "rm-bp1wiki00stale001", maxAge: "26h" }, opts);

/** What is meant to stand behind it. */
const step = (name: string, opts: pulumi.CustomResourceOptions) => new pulumi.Stash(name, { input: "release 1" }, opts);

/** A component with what `fill` makes in it. */
class Phase extends pulumi.ComponentResource {
  constructor(name: string, fill: (parent: Phase) => unknown, opts: pulumi.ComponentResourceOptions = {}) {
    super("test:index:Phase", name, {}, opts);
    fill(this);
    this.registerOutputs();
  }
}

/** Gates and steps with components between them, and gates that are made when an output is known. */
export function program() {
  const own = gate("own");
  step("behindGate", { dependsOn: own });
  step("behindEmpty", { dependsOn: new Phase("empty", () => undefined, { dependsOn: own }) });
  const full = new Phase("full", (parent) => step("inFull", { parent }), { dependsOn: own });
  step("behindFull", { dependsOn: full });
  step("behindHolder", { dependsOn: new Phase("holder", (parent) => gate("held", { parent })) });

  const { value } = new Later("place", "cn-hangzhou");
  const late = new Phase("late", (parent) => value.apply(() => gate("lateInComponent", { parent })));
  step("behindLate", { dependsOn: late });
  step("behindOutput", { dependsOn: value.apply(() => gate("lateAsOutput")) });
  return Promise.resolve();
}

import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { getCallbacks } from "@pulumi/pulumi/runtime/settings.js";
import { alicloudProviderArgs, guardDatabases, Provider } from "../../../sdk/index.ts";
import { Later } from "../../support/engine/engineLater.ts";
import { makeResource } from "./makeResource.ts";
import type { Item, Scene } from "./scene.ts";

export async function program() {
  const scene: Scene = JSON.parse(readFileSync(process.env.SCENE_FILE ?? "", "utf8"));
  const { guard, early = [], late = [], twice, ownHooks, resources } = scene;
  const made = new Map<string, pulumi.Resource>();
  const make = (items: readonly Item[]) => items.map((item) => makeResource(item, made));

  // The engine knows a resource when it has told its URN.
  for (const { urn } of make(early)) await new Promise((resolve) => urn.apply(resolve));
  if (ownHooks === "before") replaceHooks();
  if (guard) addGuard(guard);
  if (guard && twice) addGuard(guard);
  // The engine has those of the guard by then, so that this one is the last.
  if (ownHooks === "after") await getCallbacks()?.awaitStackRegistrations().then(replaceHooks);
  make(resources);
  if (late.length > 0) new pulumi.Stash("first", { input: 1 }).output.apply(() => make(late));
}

function addGuard({ only, regions, region, ...guard }: NonNullable<Scene["guard"]>) {
  const { unknownProvider = false, alicloudSettings = false, ...args } = guard;
  const later = unknownProvider ? { region: new Later("place", "cn-hangzhou").value } : undefined;
  const settings = alicloudSettings ? alicloudProviderArgs() : later;
  const provider = settings && new Provider("backups", settings);
  guardDatabases({
    ...args,
    region: regions ? ({ name }) => regions[name] : region,
    provider,
    ...(only && { match: ({ name }) => name === only }),
  });
}

function replaceHooks() {
  const mine = new pulumi.ResourceHook("mine", () => undefined);
  pulumi.runtime.registerResourceTransform(({ props, opts }) => ({
    props,
    opts: { ...opts, hooks: { beforeCreate: [mine] } },
  }));
}

import type * as pulumi from "@pulumi/pulumi";

type Bag = Record<string, unknown>;

/**
 * What is written into the state for a dynamic lookup. Pulumi serialises it as source text, so it stays tiny and
 * holds nothing but the function's token: this package is loaded only when a method runs, in the engine's process for
 * dynamic providers, by a `require` that does not exist here. Settings and keys are read there, at that time.
 */
export class LookupProvider implements pulumi.dynamic.ResourceProvider {
  readonly token: string;
  /** Set in the other process only. Not a captured variable: each serialised method would have its own copy. */
  declare config?: pulumi.dynamic.Config;

  constructor(token: string) {
    this.token = token;
  }

  configure(request: pulumi.dynamic.ConfigureRequest) {
    this.config = request.config;
    return Promise.resolve();
  }

  check(_olds: Bag, news: Bag) {
    return this.load().check(news);
  }

  diff(_id: string, olds: Bag, news: Bag) {
    return this.load().diff(olds, news);
  }

  create(inputs: Bag) {
    return this.load().create(inputs);
  }

  update(_id: string, _olds: Bag, news: Bag) {
    return this.load().update(news);
  }

  load() {
    // biome-ignore lint/style/noCommonJs: serialised source runs as CommonJS, where an import() cannot be resolved
    return require("pulumi-alicloud-backups/dynamic").dynamicLookup(this.token, this.config);
  }
}

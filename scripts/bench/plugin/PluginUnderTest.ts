import { type Properties, RawClient } from "./RawClient.ts";
import { type Command, launcher, type StartedPlugin, startPlugin } from "./startPlugin.ts";

/** How a plugin is started. */
interface Start {
  /** Default: the launcher of the npm package. */
  readonly command?: Command;
  /** All of its environment. Default: that of the benchmark. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A plugin that is configured for the benchmark's service. */
export class PluginUnderTest implements AsyncDisposable {
  readonly #plugin: StartedPlugin;
  readonly #client: RawClient;

  private constructor(plugin: StartedPlugin) {
    this.#plugin = plugin;
    this.#client = new RawClient(plugin.port);
  }

  static async start(servicePort: number, { command = launcher, env = process.env }: Start = {}) {
    const plugin = new PluginUnderTest(await startPlugin(command, env));
    await plugin.#client.configure(settings(servicePort));
    return plugin;
  }

  get pid(): number {
    return this.#plugin.pid;
  }

  get port(): number {
    return this.#plugin.port;
  }

  /** All backups of an instance. Resolves to the reply as it came. */
  list(instanceId: string): Promise<Buffer> {
    return this.#invoke("getBackups", instanceId);
  }

  latest(instanceId: string): Promise<Buffer> {
    return this.#invoke("getLatestBackup", instanceId);
  }

  #invoke(name: string, dbInstanceId: string): Promise<Buffer> {
    return this.#client.invoke(`alicloud-backups:rds:${name}`, { dbInstanceId });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client.close();
    await this.#plugin[Symbol.asyncDispose]();
  }
}

function settings(servicePort: number): Properties {
  return {
    region: "cn-hangzhou",
    accessKey: "benchmark",
    secretKey: "not-a-secret",
    endpoints: { rds: `http://127.0.0.1:${servicePort}` },
  };
}

import { applyCurrentHide } from "../core/hiding.ts";
import type { Host } from "../core/host.ts";
import { openSession } from "../lookups/openSession.ts";
import type { Session } from "../lookups/session.ts";
import type { EngineLog, Severity } from "./openEngineLog.ts";
import type { PropertyBag } from "./propertyBag.ts";

/** The state of one configured provider: its connections, its log, and the signal that cancels everything in flight. */
export class ProviderState {
  readonly host: Host;
  /** Ends what is in flight; a later configuration starts with another one. */
  #cancel = new AbortController();
  #session: Session | undefined;
  #log: EngineLog = () => Promise.resolve();
  #pendingLog = Promise.resolve();
  /** The configuration's secrets, without the keys, which no message ever shows. */
  #secretSettingTexts: readonly string[] = [];

  constructor(host: Host) {
    this.host = host;
  }

  attach(log: EngineLog): void {
    this.#log = log;
  }

  get secretSettingTexts(): readonly string[] {
    return this.#secretSettingTexts;
  }

  /** Replaces an earlier configuration, also when this one cannot be read: then the provider is not configured. */
  configure(configuration: PropertyBag, secretSettingTexts: readonly string[]): void {
    this.#secretSettingTexts = secretSettingTexts;
    this.cancel();
    this.#cancel = new AbortController();
    this.#session = undefined;
    const warn = (message: string) => this.log("warning", message);
    this.#session = openSession(configuration, { host: this.host, signal: this.#cancel.signal, warn });
  }

  /** Sends one message after the other: concurrent calls to the engine may arrive in either order. */
  log(severity: Severity, message: string, urn?: string): void {
    const shown = applyCurrentHide(message);
    this.#pendingLog = this.#pendingLog.then(() => this.#log(severity, shown, urn));
  }

  /** Waits until all messages are sent. The engine kills the plugin soon after its last reply and drops later ones. */
  async flushLog(): Promise<void> {
    const { signal } = this.#cancel;
    if (signal.aborted) return;
    const { promise: cancellation, resolve } = Promise.withResolvers<void>();
    const stopWaiting = () => resolve();
    signal.addEventListener("abort", stopWaiting);
    await Promise.race([this.#pendingLog, cancellation]);
    // The signal lives as long as the configuration, and every request waits here.
    signal.removeEventListener("abort", stopWaiting);
  }

  /**
   * What a lookup works with; its warnings go to the resource with this URN, or to the stack.
   *
   * @param caller fires when nobody waits for the answer any more
   */
  session(caller: AbortSignal, urn?: string): Session {
    if (this.#session === undefined) throw new Error("The provider is not configured: its configuration was refused.");
    const signal = AbortSignal.any([this.#session.signal, caller]);
    return { ...this.#session, signal, warn: (message) => this.log("warning", message, urn) };
  }

  /** Whether a list has been read to its end under this configuration. */
  get hasReadWholeList(): boolean {
    return this.#session?.readings.hasRead ?? false;
  }

  cancel(): void {
    this.#cancel.abort();
    this.#session?.client.close();
  }
}

import type { Settings } from "../../provider/client/settings.ts";

/** A set-up in which a stack is deployed, and what the alicloud provider makes of it. */
export interface Situation {
  /** The number that the comparison of the two providers gave it. */
  readonly number: string;
  readonly setUp: string;
  /** The same settings for both providers. */
  readonly settings?: Settings;
  readonly env?: Readonly<Record<string, string>>;
  /** The profiles in ~/.aliyun/config.json, of which the first is the current one; as text, another content. */
  readonly profiles?: Readonly<Record<string, object>> | string;
  /** Where the alicloud provider finds a file with a host of RDS in it, in its own format. */
  readonly endpointsXml?: "TF_ENDPOINT_PATH" | "working directory";
  /** What is asked of this package. */
  readonly looksAt: "key" | "endpoint";
  /** What the alicloud provider does, read from its source. */
  readonly alicloud: string;
  /** What this package must do: the key's source, the endpoint, or the beginning of an error. */
  readonly ours: string | RegExp;
  readonly result: "equal" | "error" | "ours, last" | "differs";
  /** Why it is not equal. */
  readonly reason?: string;
}

import type RPCClient from "@alicloud/pop-core";

/** A request that only has to be sent. */
export interface SignedRpcPost {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Thrown for every request: to make one each time, with its stack, would cost as much as the signature. */
const SIGNED = new Error("The request is signed.");

/**
 * Composes and signs a request with pop-core, with a nonce and a time of its own, and stops it at the hook that is called
 * when the request is complete. Sending it is ours: the HTTP client of pop-core takes the connect time-out for the longest
 * silence, does not notice that a packed reply was cut, and has no limit for the size of a reply. Always a POST: a GET
 * puts key, token and signature into the URL.
 */
export async function signRequest(
  client: RPCClient,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<SignedRpcPost> {
  let signed: SignedRpcPost | undefined;
  const options = {
    method: "POST",
    formatParams: false,
    beforeRequest(this: unknown): never {
      signed = composedRequest(this);
      throw SIGNED;
    },
  };
  try {
    await client.request(action, parameters, options);
  } catch (error) {
    if (signed === undefined || error !== SIGNED) throw error;
  }
  if (signed === undefined) throw new Error("pop-core sent a request by itself.");
  return signed;
}

/** What pop-core calls its hook with. Undefined when that is not a request as it should be: nothing is sent then. */
function composedRequest(composed: unknown): SignedRpcPost | undefined {
  if (typeof composed !== "object" || composed === null || !("data" in composed && "headers" in composed))
    return undefined;
  const { data, headers } = composed;
  if (typeof data !== "string" || typeof headers !== "object" || headers === null) return undefined;
  const texts: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== "string") return undefined;
    texts.push([name, value]);
  }
  return { headers: Object.fromEntries(texts), body: data };
}

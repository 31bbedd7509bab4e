import type { Session } from "../../../provider/lookups/session.ts";
import { simulatedSession } from "../../support/lookups/simulatedSession.ts";
import type { SimulatedTime } from "../../support/network/SimulatedTime.ts";
import type { Send } from "../service/simulateService.ts";

// Other tests of the worker must not hold these: a key is taken out of every text from then on.
const key = { accessKey: "LTAIofTheModel", secretKey: "secretOfTheModel" };

/** A configured provider, of which everything is real but the sockets: what it gets are texts off the line. */
export function sessionOn(send: Send, time: SimulatedTime): Session {
  return simulatedSession(
    time,
    () => ({
      send: (action, parameters, options) => send(action, parameters, options.signal),
      close: () => undefined,
    }),
    key,
  );
}

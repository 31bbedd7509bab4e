import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { controlRoutes } from "./control/controlRoutes.ts";
import type { EmulatorControl } from "./Emulator.ts";
import type { EmulatorState } from "./EmulatorState.ts";
import { sendReply } from "./faults/sendReply.ts";
import { handleRequest } from "./service/handleRequest.ts";

/** Serves `/` as Alibaba Cloud does, and the control under `/_emulator`. */
export function createApp(state: EmulatorState, control: EmulatorControl, outage: (ms: number) => void) {
  const app = new Hono<{ Bindings: HttpBindings }>();

  /** The connections on which a request has come. */
  const used = new WeakSet<object>();

  app.all("/", async (c) => {
    const { incoming, outgoing } = c.env;
    const reusedConnection = used.has(incoming.socket);
    used.add(incoming.socket);
    const reply = handleRequest(state, {
      method: incoming.method ?? "GET",
      target: incoming.url ?? "/",
      headers: c.req.header(),
      body: await c.req.text(),
      reusedConnection,
    });
    sendReply(outgoing, reply);
    return RESPONSE_ALREADY_SENT;
  });
  app.route("/_emulator", controlRoutes(control, outage));

  app.notFound((c) =>
    c.text(
      `The emulator answers on / as Alibaba Cloud does and on /_emulator for its control, not on ${c.req.path}.\n`,
      404,
    ),
  );
  // A fault of the emulator itself must not look like an error that the service sends.
  app.onError((error, c) => {
    console.error("The emulator itself failed:", error);
    return c.text(`The emulator itself failed: ${error.stack ?? error.message}\n`, 500);
  });
  return app;
}

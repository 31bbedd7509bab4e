import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { controlRoutes } from "./control/controlRoutes.ts";
import type { EmulatorControl } from "./Emulator.ts";
import type { EmulatorState } from "./EmulatorState.ts";
import { sendReply } from "./faults/sendReply.ts";
import { serve } from "./service/serve.ts";

/** Serves `/` as Alibaba Cloud does, and the control under `/_emulator`. */
export function createApp(state: EmulatorState, control: EmulatorControl) {
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.all("/", async (c) => {
    const { incoming, outgoing } = c.env;
    const reply = serve(state, {
      method: incoming.method ?? "GET",
      target: incoming.url ?? "/",
      headers: c.req.header(),
      body: await c.req.text(),
    });
    sendReply(outgoing, reply);
    return RESPONSE_ALREADY_SENT;
  });
  app.route("/_emulator", controlRoutes(control));

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

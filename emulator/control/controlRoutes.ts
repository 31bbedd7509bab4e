import { Hono } from "hono";
import { z } from "zod";
import type { EmulatorControl } from "../Emulator.ts";
import { readFault } from "../faults/readFault.ts";
import { modesSchema } from "../modes.ts";
import { emulatorRecordSchema, recordSelectorSchema, rowSchema } from "../records/record.ts";

const ms = z.number();
const bodies = {
  records: z.array(emulatorRecordSchema),
  subject: z.strictObject({ subject: z.string().min(1), region: z.string().min(1).optional() }),
  change: z.strictObject({ ...recordSelectorSchema.shape, set: rowSchema }),
  repeat: z.strictObject({ ...recordSelectorSchema.shape, set: rowSchema.optional() }),
  age: z.strictObject({ ...recordSelectorSchema.shape, ms }),
  clock: z.strictObject({ advance: ms }),
  outage: z.strictObject({ ms: ms.min(1) }),
  modes: modesSchema.partial(),
};

/**
 * The control over HTTP, for those who run the emulator as a process of its own. `outage` closes the server for so long
 * and is not part of the control, which ends with the server.
 */
export function controlRoutes(control: EmulatorControl, outage: (ms: number) => void): Hono {
  const routes = new Hono();
  const state = () => ({ now: new Date(control.now()).toISOString(), modes: control.modes() });

  routes.get("/", (c) => c.json(state()));
  routes.post("/reset", (c) => {
    control.reset();
    return c.json(state());
  });
  routes.post("/clock", async (c) => {
    control.advance(bodies.clock.parse(await c.req.json()).advance);
    return c.json(state());
  });
  routes.patch("/modes", async (c) => {
    control.setModes(bodies.modes.parse(await c.req.json()));
    return c.json(state());
  });

  routes.get("/records", (c) => c.json(control.records(readSelector(c.req.query()))));
  routes.post("/records", async (c) => {
    const added = bodies.records.parse([await c.req.json()].flat());
    control.add(...added);
    return c.json({ added: added.length }, 201);
  });
  routes.patch("/records", async (c) => {
    const { set, ...selector } = bodies.change.parse(await c.req.json());
    return c.json({ changed: control.change(selector, set) });
  });
  routes.delete("/records", (c) => c.json({ removed: control.remove(readSelector(c.req.query())) }));
  routes.post("/records/repeat", async (c) => {
    const { set, ...selector } = bodies.repeat.parse(await c.req.json());
    return c.json(control.repeat(selector, set), 201);
  });
  routes.post("/records/age", async (c) => {
    const { ms, ...selector } = bodies.age.parse(await c.req.json());
    return c.json({ changed: control.age(selector, ms) });
  });
  routes.post("/subjects", async (c) => {
    const { subject, region } = bodies.subject.parse(await c.req.json());
    control.addSubject(subject, region);
    return c.json({ added: 1 }, 201);
  });

  routes.post("/faults", async (c) => {
    const faults = [await c.req.json()].flat().map(readFault);
    control.inject(...faults);
    return c.json({ added: faults.length }, 201);
  });
  routes.post("/outage", async (c) => {
    const { ms } = bodies.outage.parse(await c.req.json());
    // The answer goes out first.
    setTimeout(() => outage(ms), 20);
    return c.json({ ms });
  });
  routes.get("/catalogue", (c) => c.json(control.catalogue()));
  routes.delete("/faults", (c) => {
    control.clearFaults();
    return c.json({});
  });
  routes.get("/requests", (c) => c.json(control.requests()));
  routes.delete("/requests", (c) => {
    control.clearRequests();
    return c.json({});
  });

  routes.onError((error, c) => {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return c.json({ error: message }, 400);
  });
  return routes;
}

function readSelector({ newest, ...rest }: Record<string, string>) {
  return recordSelectorSchema.parse(newest === undefined ? rest : { ...rest, newest: Number(newest) });
}

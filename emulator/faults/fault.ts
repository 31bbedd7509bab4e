import { z } from "zod";
import type { Json, JsonObject } from "../../provider/core/json.ts";

type When = "beforeHeaders" | "midBody";

/** What goes wrong. Only a request that is otherwise answered meets a fault; a refused one leaves it to the next. */
export type Fault = FaultScope &
  (
    | ErrorFault
    | ReplyFault
    /** The first half of the JSON, with a Content-Length that is right for it. */
    | { readonly kind: "truncated" }
    /** A Content-Length that promises more than comes. */
    | { readonly kind: "wrongLength" }
    /** Compressed although the request does not accept it; with `broken` it cannot be unpacked. */
    | { readonly kind: "gzip"; readonly broken?: boolean | undefined }
    | { readonly kind: "reset"; readonly when: When }
    /** Nothing more ever comes, and the connection stays open. */
    | { readonly kind: "stall"; readonly when: When }
    /** The true reply, slowly. */
    | { readonly kind: "drip"; readonly bytes: number; readonly everyMs: number }
    /** Changes the JSON before it is sent. */
    | { readonly kind: "rewrite"; readonly rewrite: (body: JsonObject) => Json }
    /** Changes its text, for numbers and keys that no parser keeps. */
    | { readonly kind: "rewriteText"; readonly rewrite: (body: string) => string }
  );

/** The service, or something on the way to it, sends an error. */
type ErrorFault =
  | ThrottleFault
  /** Any error in Alibaba's form. */
  | { readonly kind: "error"; readonly status: number; readonly code: string; readonly message?: string | undefined }
  /** 500 InternalError. */
  | { readonly kind: "internalError" }
  /** 500, JSON that names no Code. */
  | { readonly kind: "noCode" }
  /** 503, HTML. */
  | { readonly kind: "unavailable" }
  /** 400, XML although the request's Format is JSON. */
  | { readonly kind: "xmlError" };

/** Default: 400 Throttling.User, without the header `x-acs-retry-after` (milliseconds). */
interface ThrottleFault {
  readonly kind: "throttle";
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly retryAfter?: string | number | undefined;
}

/** Something else comes in place of the true reply. */
type ReplyFault =
  /** 200, HTML: a captive portal, a proxy. */
  | { readonly kind: "html" }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "empty"; readonly status?: number | undefined }
  /** Anything. */
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly body: string | Uint8Array;
    };

/** Which requests a fault is for. */
export interface FaultScope {
  /** Default: any operation. */
  readonly action?: string | undefined;
  /** How many requests meet it. Default: 1. */
  readonly times?: number | undefined;
  /** How many requests pass before it begins. Default: 0. */
  readonly skip?: number | undefined;
}

const scope = { action: z.string().optional(), times: z.int().min(1).optional(), skip: z.int().min(0).optional() };
const when = z.enum(["beforeHeaders", "midBody"]);
const status = z.int().min(200).max(599);

/** Faults as they arrive from outside; a `rewrite` is a function and cannot. */
export const faultSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...scope,
    kind: z.literal("throttle"),
    status: status.optional(),
    code: z.string().optional(),
    retryAfter: z.union([z.string(), z.number()]).optional(),
  }),
  z.strictObject({ ...scope, kind: z.literal("error"), status, code: z.string(), message: z.string().optional() }),
  z.strictObject({
    ...scope,
    kind: z.enum(["internalError", "noCode", "unavailable", "html", "xmlError", "truncated", "wrongLength"]),
  }),
  z.strictObject({ ...scope, kind: z.literal("redirect"), location: z.string() }),
  z.strictObject({
    ...scope,
    kind: z.literal("reply"),
    status,
    headers: z.record(z.string(), z.string()).optional(),
    body: z.string(),
  }),
  z.strictObject({ ...scope, kind: z.literal("empty"), status: status.optional() }),
  z.strictObject({ ...scope, kind: z.literal("gzip"), broken: z.boolean().optional() }),
  z.strictObject({ ...scope, kind: z.enum(["reset", "stall"]), when }),
  z.strictObject({ ...scope, kind: z.literal("drip"), bytes: z.int().min(1), everyMs: z.int().min(0) }),
]) satisfies z.ZodType<Fault>;

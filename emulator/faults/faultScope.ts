import { z } from "zod";

/** Which requests a fault is for. Only a request that is otherwise answered meets one. */
export interface FaultScope {
  /** Default: any operation. */
  readonly action?: string | undefined;
  /** Only requests about this instance or backup plan. Default: any. */
  readonly subject?: string | undefined;
  /** Only requests for this page, counted from 1 whatever the operation counts from. Default: any. */
  readonly page?: number | undefined;
  /** Only requests that come on a connection on which another has been answered. Default: any. */
  readonly reusedConnection?: boolean | undefined;
  /** How many requests in this scope come before it begins: the nth meets it with `skip: n - 1`. Default: 0. */
  readonly skip?: number | undefined;
  /** How many requests meet it. Default: 1. */
  readonly times?: number | "always" | undefined;
  /** How likely it is that a request meets it, from 0 to 1. Default: 1. */
  readonly probability?: number | undefined;
  /** With a probability: the same seed lets the same requests meet it. Default: 1. */
  readonly seed?: number | undefined;
}

export const faultScopeShape = {
  action: z.string().optional(),
  subject: z.string().optional(),
  page: z.int().min(1).optional(),
  reusedConnection: z.boolean().optional(),
  skip: z.int().min(0).optional(),
  times: z.union([z.int().min(1), z.literal("always")]).optional(),
  probability: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
};

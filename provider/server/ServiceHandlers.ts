import type { UnaryMethod } from "./grpc/UnaryMethod.ts";

/** The handlers of the service by the names of its methods. */
export type ServiceHandlers = Readonly<Partial<Record<string, UnaryMethod>>>;

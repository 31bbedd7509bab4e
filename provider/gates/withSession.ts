import type { Session } from "../lookups/session.ts";

/** Runs some work with a session, which is opened only where one is needed. */
export type WithSession = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

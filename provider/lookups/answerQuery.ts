import type { Operation } from "../core/operation.ts";
import { evaluateMany } from "./evaluateMany.ts";
import type { Assessment } from "./evaluateOneSubject.ts";
import { evaluateOneSubject } from "./evaluateOneSubject.ts";
import type { LookupQuery } from "./lookupQuery.ts";
import { redactAssessment } from "./redactAssessment.ts";
import type { Session } from "./session.ts";
import { targetWithValue } from "./target.ts";

/** The answer to a query, fit to be seen. Every trouble with the service is the verdict `unknown`. */
export async function answerQuery(session: Session, operation: Operation, query: LookupQuery): Promise<Assessment> {
  return redactAssessment(operation, await assess(session, operation, query));
}

async function assess(session: Session, operation: Operation, query: LookupQuery): Promise<Assessment> {
  const [subject] = operation.question.subject;
  if (query.instances === undefined) return await evaluateOneSubject(session, operation, query);
  return await evaluateMany(operation, query.instances, (instance) =>
    evaluateOneSubject(session, operation, { ...query, target: targetWithValue(query.target, subject, instance) }),
  );
}

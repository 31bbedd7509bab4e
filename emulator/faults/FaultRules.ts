import { createHash } from "node:crypto";
import type { Operation } from "../../provider/core/operation.ts";
import type { FaultEffect } from "./FaultEffect.ts";
import type { FaultScope } from "./faultScope.ts";

/** What the rules compare of a request. */
export interface RequestTraits {
  readonly operation: Operation;
  /** The instances and plans that it is about. */
  readonly subjects: readonly string[];
  /** Counted from 1; 1 where the operation has no pages. */
  readonly page: number;
  readonly reusedConnection: boolean;
}

/** A fault and the requests that it is for. */
export interface FaultRule {
  readonly name: string;
  readonly scope: FaultScope;
  /** Nothing where the fault does not exist for an operation: then the rule is not for it. */
  readonly effectOf: (operation: Operation) => FaultEffect | undefined;
}

export interface DueFault {
  readonly name: string;
  readonly effect: FaultEffect;
}

interface Count {
  /** How many requests were in scope so far. */
  seen: number;
  /** How many met the fault. */
  met: number;
}

/** The rules in force, oldest first. */
export class FaultRules {
  #rules = new Map<FaultRule, Count>();

  add(rule: FaultRule): void {
    this.#rules.set(rule, { seen: 0, met: 0 });
  }

  /** The fault that this request meets, if any: of the first rule that is due. Every rule that it fits counts it. */
  take(request: RequestTraits): DueFault | undefined {
    let fault: DueFault | undefined;
    for (const [rule, count] of this.#rules) {
      const effect = fits(rule.scope, request) ? rule.effectOf(request.operation) : undefined;
      if (effect === undefined) continue;
      const number = count.seen++;
      if (fault !== undefined || !isDue(rule.scope, number)) continue;
      fault = { name: rule.name, effect };
      if (++count.met === (rule.scope.times ?? 1)) this.#rules.delete(rule);
    }
    return fault;
  }

  clear(): void {
    this.#rules = new Map();
  }
}

function fits(scope: FaultScope, { operation, subjects, page, reusedConnection }: RequestTraits): boolean {
  if (scope.action !== undefined && scope.action !== operation.api.action) return false;
  if (scope.subject !== undefined && !subjects.includes(scope.subject)) return false;
  if (scope.page !== undefined && scope.page !== page) return false;
  return scope.reusedConnection === undefined || scope.reusedConnection === reusedConnection;
}

/** Chance hangs on the seed and the number of the request alone, so that a run can be repeated. */
function isDue({ skip = 0, probability = 1, seed = 1 }: FaultScope, number: number): boolean {
  if (number < skip) return false;
  const chance = createHash("md5").update(`${seed} ${number}`).digest().readUInt32BE(0) / 2 ** 32;
  return chance < probability;
}

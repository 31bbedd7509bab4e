import type { CheckFailure } from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import type { Failure } from "../core/errors/InputError.ts";
import { hideHere } from "../core/hiding.ts";
import { withoutValue } from "../core/validate.ts";
import type { PropertyBag } from "./propertyBag.ts";

/** Failures as the engine takes them. */
export function checkFailures(failures: readonly Failure[], given: PropertyBag): CheckFailure[] {
  return withoutSecrets(failures, given).map(({ property, reason }) => {
    const failure = new providerProto.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
}

/** A property that came as a secret is named, and its value is not. */
export function withoutSecrets(failures: readonly Failure[], { secret, values }: PropertyBag): readonly Failure[] {
  return failures.map((failure) => {
    const [name = ""] = failure.property.split(".");
    const { property, reason } = secret.has(name) ? withoutValue(failure, values[name]) : failure;
    // What is wrong with one property may name the value of another.
    return { property, reason: hideHere(reason) };
  });
}

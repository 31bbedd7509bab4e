import type { CheckFailure } from "@pulumi/pulumi/proto/provider_pb.js";
import providerProto from "@pulumi/pulumi/proto/provider_pb.js";
import type { Failure } from "../core/errors/InputError.ts";
import { applyCurrentHide } from "../core/hiding.ts";
import { failureWithoutValue } from "../core/validate.ts";
import type { PropertyBag } from "./propertyBag.ts";

/** Failures as the engine takes them. */
export function toCheckFailures(failures: readonly Failure[], properties: PropertyBag): CheckFailure[] {
  return failuresWithoutSecretValues(failures, properties).map(({ property, reason }) => {
    const failure = new providerProto.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
}

/** For a secret property a failure names the property, and does not repeat the value. */
export function failuresWithoutSecretValues(
  failures: readonly Failure[],
  { secret, values }: PropertyBag,
): readonly Failure[] {
  return failures.map((failure) => {
    const [name = ""] = failure.property.split(".");
    const { property, reason } = secret.has(name) ? failureWithoutValue(failure, values[name]) : failure;
    // What is wrong with one property may name the value of another.
    return { property, reason: applyCurrentHide(reason) };
  });
}

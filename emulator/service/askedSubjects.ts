import type { Operation } from "../../provider/core/operation.ts";
import type { Dialect } from "./dialects/dialect.ts";

/** Whose rows a request asks for: an instance or a plan, also when a data source stands for it; none is all. */
export function askedSubjects(
  { parameters, question: { subject }, api: { regionParameter } }: Operation,
  { dataSource }: Dialect,
  given: ReadonlyMap<string, string>,
): readonly string[] {
  const named = given.get(parameters[subject[0]]?.wire ?? "");
  const source = given.get(dataSource ?? "");
  const region = given.get(regionParameter ?? "");
  return [named, source === undefined ? undefined : instanceOf(source, region)].filter((each) => each !== undefined);
}

/** A data source of another region is not one that is known here, and so stays as it is. */
function instanceOf(source: string, region: string | undefined): string {
  const end = `_${region}`;
  return source.startsWith("ds-") && source.endsWith(end) ? source.slice("ds-".length, -end.length) : source;
}

import type { Operation } from "../../provider/core/operation.ts";
import type { ApiVersionDialect } from "./dialects/ApiVersionDialect.ts";

/** The instances and plans whose rows a request selects, also by the name of a data source. Empty: all of them. */
export function requestSubjects(
  { parameters, question: { subject }, api: { regionWireName } }: Operation,
  { dataSource }: ApiVersionDialect,
  sent: ReadonlyMap<string, string>,
): readonly string[] {
  const instance = sent.get(parameters[subject[0]]?.wire ?? "");
  const source = sent.get(dataSource ?? "");
  const region = sent.get(regionWireName ?? "");
  return [instance, source === undefined ? undefined : instanceOf(source, region)].filter(
    (subject) => subject !== undefined,
  );
}

/** The instance in `ds-<instance>_<region>`. The name of another region's data source is returned as it is. */
function instanceOf(source: string, region: string | undefined): string {
  const end = `_${region}`;
  return source.startsWith("ds-") && source.endsWith(end) ? source.slice("ds-".length, -end.length) : source;
}

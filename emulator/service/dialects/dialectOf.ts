import type { Operation } from "../../../provider/core/operation.ts";
import type { ApiVersionDialect } from "./ApiVersionDialect.ts";
import { dbs20190306 } from "./dbs20190306.ts";
import { dbs20210101 } from "./dbs20210101.ts";
import { rds20140815 } from "./rds20140815.ts";

const dialects: readonly ApiVersionDialect[] = [rds20140815, dbs20210101, dbs20190306];

export function dialectOf({ api: { product, version } }: Operation): ApiVersionDialect {
  const dialect = dialects.find((candidate) => candidate.product === product && candidate.version === version);
  if (dialect) return dialect;
  throw new Error(
    `The emulator does not know how ${product} ${version} speaks: add a dialect in emulator/service/dialects.`,
  );
}

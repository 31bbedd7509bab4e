import { describe, expect, test } from "vitest";
import type { FieldChanges } from "../../emulator/index.ts";
import type { JsonObject } from "../../provider/core/json.ts";
import { describeBackups } from "../../provider/operations/describeBackups/describeBackups.ts";
import { backupRow, linksByDatabase, NOW, sqlServerByHand } from "../support/fixtures/backups.ts";

function reasons(changes: FieldChanges, criteria: JsonObject = {}) {
  return describeBackups.judge(criteria).row(describeBackups.decodeRow(backupRow("1", 5, changes)), NOW);
}

/** The rules that refuse a backup which is good but for these changes, and how. */
function refusals(changes: FieldChanges, criteria: JsonObject = {}): readonly string[] {
  return reasons(changes, criteria).map(({ rule, verdict }) => `${rule} ${verdict}`);
}

const scopeUnknown = ["assumeWholeInstance unknown"];
const assumed = { assumeWholeInstance: true };
const logical = { BackupMethod: "Logical" };
const logicalOnly = { backupMethod: "Logical" };

describe("W7: of which databases a SQL Server set is, is not told unless the schedule made it", () => {
  const onlyOrders = { ...sqlServerByHand, ...linksByDatabase("orders") };

  test("unknown for the whole instance, with what to do", () =>
    expect(reasons(onlyOrders)).toEqual([
      {
        rule: "assumeWholeInstance",
        verdict: "unknown",
        terminal: false,
        needsArgument: true,
        message: "it is not told which databases it holds; set assumeWholeInstance: true, or databaseName",
      },
    ]));
  test("usable when the caller says so", () => {
    expect(refusals(onlyOrders, assumed)).toEqual([]);
    expect(refusals(onlyOrders, { assumeWholeInstance: false })).toEqual(scopeUnknown);
  });
  test("usable for a database that its links name, whole and in its case", () => {
    expect(refusals(onlyOrders, { databaseName: "orders" })).toEqual([]);
    for (const databaseName of ["users", "order", "Orders", "orders ", "ORDERS"]) {
      expect(refusals(onlyOrders, { databaseName })).toEqual(scopeUnknown);
    }
  });
  test("no link gets out", () => expect(JSON.stringify(reasons(onlyOrders))).not.toContain("secret-of"));

  test.each([["SQL Server"], ["mssql"], ["SQLServer"], ["sql_server"], ["MSSQL"], ["Sql-Server "], ["MS SQL"]])(
    "engine %j",
    (Engine) => expect(refusals({ ...sqlServerByHand, Engine })).toEqual(scopeUnknown),
  );
  test.each([["Manual"], [undefined], [""], [{}], ["Auto"]])("mode %j is not the schedule's", (BackupMode) =>
    expect(refusals({ ...sqlServerByHand, BackupMode })).toEqual(scopeUnknown),
  );
  test.each([["Automated"], ["automated"], [" AUTOMATED "]])("mode %j is", (BackupMode) =>
    expect(refusals({ ...onlyOrders, BackupMode })).toEqual([]),
  );
  test.each([[{ BackupMethod: "Snapshot" }], [{ CopyOnlyBackup: "1" }], [{ BackupInitiator: "System" }]])(
    "%j changes nothing",
    (changes) => expect(refusals({ ...sqlServerByHand, ...changes })).toEqual(scopeUnknown),
  );

  describe("without an engine", () => {
    const unnamed = { ...sqlServerByHand, Engine: undefined };
    test("links for each database are a sign of SQL Server", () => {
      expect(refusals({ ...unnamed, ...linksByDatabase("orders") })).toEqual(scopeUnknown);
      expect(refusals({ ...unnamed, Engine: " ", ...linksByDatabase("a", "b") })).toEqual(scopeUnknown);
      expect(refusals({ ...unnamed, Engine: "-", ...linksByDatabase("a") })).toEqual(scopeUnknown);
      expect(refusals({ ...unnamed, BackupDownloadLinkByDB: { BackupDownloadLinkByDB: [{}] } })).toEqual(scopeUnknown);
    });
    test("links that cannot be read may be such", () =>
      expect(refusals({ ...unnamed, BackupDownloadLinkByDB: "garbled" })).toEqual(scopeUnknown));
    test.each([[undefined], [""], [{}], [[]], [{ BackupDownloadLinkByDB: [] }]])(
      "none are not: %j",
      (BackupDownloadLinkByDB) => expect(refusals({ ...unnamed, BackupDownloadLinkByDB })).toEqual([]),
    );
    test("copy-only is not, as other engines send it too", () =>
      expect(refusals({ ...unnamed, CopyOnlyBackup: "0" })).toEqual([]));
    test("an engine that cannot be read may be SQL Server", () => {
      expect(refusals({ ...unnamed, Engine: {} })).toEqual(scopeUnknown);
      expect(refusals({ ...unnamed, Engine: {}, BackupMode: "Automated" })).toEqual([]);
    });
  });

  test.each([["MySQL"], ["PostgreSQL"], ["MariaDB"]])("a physical set of %s is of the instance", (Engine) => {
    expect(refusals({ ...sqlServerByHand, Engine })).toEqual([]);
    expect(refusals({ ...sqlServerByHand, Engine, ...linksByDatabase("orders") })).toEqual([]);
    expect(refusals({ ...sqlServerByHand, Engine, BackupDownloadLinkByDB: "garbled" })).toEqual([]);
  });
});

describe("W8: of which databases a logical set of MySQL or MariaDB is, is not told", () => {
  test.each([["MySQL"], ["mysql"], ["MariaDB"], ["maria-db"], ["Maria DB"], [undefined], [""], [{}]])(
    "engine %j, made by hand or not",
    (Engine) => {
      expect(refusals({ ...logical, Engine, BackupMode: "Manual" }, logicalOnly)).toEqual(scopeUnknown);
      expect(refusals({ ...logical, Engine, BackupMode: "Automated" }, logicalOnly)).toEqual(scopeUnknown);
      expect(refusals({ ...logical, Engine }, { ...logicalOnly, ...assumed })).toEqual([]);
    },
  );
  test("however the method is written", () =>
    expect(refusals({ BackupMethod: " LOGICAL ", Engine: "MySQL" }, logicalOnly)).toEqual(scopeUnknown));
  test("one of PostgreSQL is of the instance", () =>
    expect(refusals({ ...logical, Engine: "PostgreSQL" }, logicalOnly)).toEqual([]));
  test("one of SQL Server goes by who made it", () => {
    expect(refusals({ ...logical, Engine: "SQL Server" }, logicalOnly)).toEqual([]);
    expect(refusals({ ...logical, Engine: "SQL Server", BackupMode: "Manual" }, logicalOnly)).toEqual(scopeUnknown);
  });
});

describe("what is told is not overruled by assumeWholeInstance", () => {
  test.each([["DataBase"], ["DBBackup"], ["database"]])("the scale %s: single databases", (BackupScale) => {
    const single = { ...sqlServerByHand, BackupScale };
    expect(refusals(single)).toEqual(["databaseName fail"]);
    expect(refusals(single, assumed)).toEqual(["databaseName fail"]);
    expect(refusals({ ...single, BackupDBNames: "orders" }, assumed)).toEqual(["databaseName fail"]);
    expect(refusals({ ...single, BackupDBNames: "orders" }, { databaseName: "orders" })).toEqual([]);
    expect(refusals({ ...single, ...linksByDatabase("orders") }, { databaseName: "orders" })).toEqual([]);
    expect(refusals({ ...single, BackupDBNames: "orders" }, { databaseName: "users" })).toEqual(["databaseName fail"]);
    expect(refusals({ ...single, BackupDownloadLinkByDB: 5 }, { databaseName: "orders" })).toEqual([
      "databaseName unknown",
    ]);
  });
  test.each([["DBInstance"], ["Instance"], ["dbinstance"]])("the scale %s: the instance", (BackupScale) => {
    expect(refusals({ ...sqlServerByHand, BackupScale })).toEqual([]);
    expect(refusals({ ...logical, BackupScale, BackupDBNames: "orders,users" }, logicalOnly)).toEqual([]);
    expect(refusals({ BackupScale }, { databaseName: "orders" })).toEqual([]);
  });
  test("names without a scale may be some or all: unknown, not fail", () => {
    const names = { BackupDBNames: "orders,users" };
    expect(refusals(names)).toEqual(["databaseName unknown"]);
    expect(refusals(names, assumed)).toEqual(["databaseName unknown"]);
    expect(refusals({ ...sqlServerByHand, ...names }, assumed)).toEqual(["databaseName unknown"]);
    expect(refusals(names, { databaseName: "users" })).toEqual([]);
    expect(refusals(names, { databaseName: "user" })).toEqual(["databaseName unknown"]);
    expect(refusals(names, { databaseName: "Users" })).toEqual(["databaseName unknown"]);
    expect(refusals({ BackupDBNames: " , " })).toEqual(["databaseName unknown"]);
  });
  test("without databaseName the advice tells their names", () => {
    expect(reasons({ BackupDBNames: "orders,users", ...linksByDatabase("users", "archive") })).toEqual([
      {
        rule: "databaseName",
        verdict: "unknown",
        terminal: false,
        needsArgument: true,
        message: "it may not hold every database; set databaseName to one that it names: orders, users, archive",
      },
    ]);
  });
  test.each([
    ["orders,users", "the databases orders, users"],
    [" orders ,", "the database orders"],
    ["all,orders", "the databases all, orders"],
  ])("with another databaseName it is no advice to ask for those it names: %j", (BackupDBNames, named) => {
    expect(reasons({ BackupDBNames }, { databaseName: "billing" })).toEqual([
      {
        rule: "databaseName",
        verdict: "unknown",
        terminal: false,
        message: `the service does not say whether it also holds billing; it names ${named}`,
      },
    ]);
  });
  test.each([{}, { databaseName: "billing" }])("a list without a name cannot be read: %j", (criteria) => {
    expect(reasons({ BackupDBNames: " , " }, criteria)).toEqual([
      {
        rule: "databaseName",
        verdict: "unknown",
        terminal: false,
        message: "it cannot be read which databases the set holds",
      },
    ]);
  });
  test("a name may hold blanks and other signs: nothing but a comma parts two", () => {
    const names = { BackupDBNames: "my orders, old;users" };
    expect(refusals(names, { databaseName: "my orders" })).toEqual([]);
    expect(refusals(names, { databaseName: "old;users" })).toEqual([]);
    for (const databaseName of ["my", "orders", "users"]) {
      expect(refusals(names, { databaseName })).toEqual(["databaseName unknown"]);
    }
  });
  test("all is the instance, and part of a name is not", () => {
    expect(refusals({ ...sqlServerByHand, BackupDBNames: "all" })).toEqual([]);
    expect(refusals({ ...sqlServerByHand, BackupDBNames: " all " }, { databaseName: "orders" })).toEqual([]);
    expect(refusals({ ...logical, BackupDBNames: "all" }, logicalOnly)).toEqual([]);
    expect(refusals({ BackupDBNames: "all,orders" })).toEqual(["databaseName unknown"]);
    expect(refusals({ BackupDBNames: "alliance" })).toEqual(["databaseName unknown"]);
    expect(refusals({ BackupScale: "DBBackup", BackupDBNames: "all" })).toEqual(["databaseName fail"]);
  });
  test.each([[{ BackupScale: {} }], [{ BackupDBNames: ["orders"] }]])(
    "%j cannot be read, which nothing makes good",
    (changes) => {
      expect(refusals(changes)).toEqual(["databaseName unknown"]);
      expect(refusals(changes, assumed)).toEqual(["databaseName unknown"]);
    },
  );
  test("names are compared whole, however long they are", () => {
    const long = "x".repeat(999);
    const names = { BackupDBNames: `${long}a,${long}b` };
    expect(refusals(names, { databaseName: `${long}b` })).toEqual([]);
    expect(refusals(names, { databaseName: `${long}c` })).toEqual(["databaseName unknown"]);
  });
});

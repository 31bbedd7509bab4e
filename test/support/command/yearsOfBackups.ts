import { iso } from "../fixtures/backups.ts";
import { type AnsweringServer, startAnswering } from "../network/answeringServer.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NIGHTS = 730;

interface Night {
  readonly start: number;
  readonly text: string;
}

/**
 * A service whose instances each have two years of nightly backups, newest first, in rows with the fields that the
 * document shows. It answers DescribeBackups alone, checks nothing, and is quick: what is measured is the reader.
 */
export function startYearsOfBackups(now: number): Promise<AnsweringServer> {
  const instances = new Map<string, readonly Night[]>();
  const nightsOf = (id: string) => {
    const nights = instances.get(id) ?? Array.from({ length: NIGHTS }, (_, night) => nightOf(id, night, now));
    instances.set(id, nights);
    return nights;
  };
  return startAnswering(({ form }) => {
    const { DBInstanceId = "", StartTime = "", EndTime = "", PageNumber = "1", PageSize = "30" } = form;
    const [from, to] = [Date.parse(StartTime), Date.parse(EndTime)];
    const within = nightsOf(DBInstanceId).filter(({ start }) => start >= from && start <= to);
    const [first, size] = [(Number(PageNumber) - 1) * Number(PageSize), Number(PageSize)];
    const rows = within.slice(first, first + size).map(({ text }) => text);
    const counters = `"PageNumber":${PageNumber},"PageRecordCount":${rows.length},"TotalRecordCount":${within.length}`;
    return { body: `{"RequestId":"1A2B",${counters},"Items":{"Backup":[${rows.join(",")}]}}` };
  });
}

/** One in fifty failed; sizes grow, and go up and down a little. */
function nightOf(id: string, night: number, now: number): Night {
  const start = now - night * DAY - 7 * HOUR - ((night * 7919) % 3600) * 1000;
  const row = {
    BackupId: String(1_900_000_000 - night),
    DBInstanceId: id,
    BackupStatus: night % 50 === 25 ? "Failed" : "Success",
    BackupStartTime: iso(start),
    BackupEndTime: iso(start + HOUR / 2),
    ConsistentTime: Math.floor(start / 1000) + 60,
    BackupSize: 40_000_000_000 - night * 20_000_000 + ((night * 7919) % 1000) * 1_000_000,
    BackupType: "FullBackup",
    BackupMode: "Automated",
    BackupMethod: "Physical",
    BackupScale: "DBInstance",
    BackupLocation: "OSS",
    IsAvail: 1,
    ExpectExpireTime: iso(start + 740 * DAY),
    StoreStatus: "Disabled",
    StorageClass: "0",
    HostInstanceID: "5882781",
    Engine: "MySQL",
    EngineVersion: "8.0",
    BackupInitiator: "System",
    MetaStatus: "OK",
    Checksum: "1835830439****",
  };
  return { start, text: JSON.stringify(row) };
}

/** What each page of an instance's backups is asked for with. */
export function listParameters(instanceId: string, number: number): Readonly<Record<string, string>> {
  return {
    DBInstanceId: instanceId,
    StartTime: "2000-01-01T00:00Z",
    PageSize: "100",
    PageNumber: String(number),
  };
}

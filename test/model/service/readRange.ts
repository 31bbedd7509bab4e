/** The time range of a request of RDS, which is in minutes. Without one everything is asked for. */
export function readRange({ StartTime, EndTime }: Readonly<Record<string, string>>) {
  return {
    from: StartTime === undefined ? Number.NEGATIVE_INFINITY : minute(StartTime),
    to: EndTime === undefined ? Number.POSITIVE_INFINITY : minute(EndTime),
  };
}

function minute(text: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text)) throw new Error(`The service takes no time such as ${text}.`);
  return Date.parse(text);
}

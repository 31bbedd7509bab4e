/** Right for some argument, or nearly so. */
export const oddTexts = [
  ...["", " ", "a", "rm-1", "rm-1\n", " rm-1 ", "-rm", "rm/1", "r".repeat(128), "r".repeat(129), "n".repeat(1001)],
  ...["0s", "26h", "1h30m", "7d", "-7d", "-0s", "--1h", "1.5d", "4000d", "26", "h", "\uD800", "a\0b", "数据库"],
  ...["2026-08-01T00:00Z", "2026-08-01T08:00:00.5+08:00", "2026-02-29T00:00Z", "2026-08-01", "2026-08-01T00:00:00"],
  ...["acs:ram::1:role/a", "acs:ram::1:oidc-provider/a", "acs:ram::x:role/a", "https://example.com", "true", "60"],
];

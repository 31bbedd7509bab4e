import { describe, expect, test } from "vitest";
import { readReply } from "../../provider/client/readReply.ts";
import { readXmlError } from "../../provider/client/readXmlError.ts";

const error = (inner: string) => `<?xml version='1.0' encoding='UTF-8'?>\n<Error>${inner}</Error>`;

test.each([
  [
    error(
      "<RequestId>R-1</RequestId><HostId>rds.aliyuncs.com</HostId><Code>Forbidden.RAM</Code><Message>no &amp; no</Message>",
    ),
    { RequestId: "R-1", HostId: "rds.aliyuncs.com", Code: "Forbidden.RAM", Message: "no & no" },
  ],
  ["<Error><Code>Throttling</Code></Error>", { Code: "Throttling" }],
  [
    "<DescribeBackupsResponse><Code>InternalError</Code><RequestId>R</RequestId></DescribeBackupsResponse>",
    { Code: "InternalError", RequestId: "R" },
  ],
])("an error in XML is read: %#", (text, members) => {
  expect(readXmlError(text)).toEqual(members);
});

test.each([
  "<html><Code>Forbidden.RAM</Code></html>",
  "<Errors><Code>x</Code></Errors>",
  "<DescribeBackupsResponse><Items></Items></DescribeBackupsResponse>",
  error("<Message>no code</Message>"),
  `<Error><Code>x</Code>${"y".repeat(70_000)}</Error>`,
  "",
])("anything else is none: %#", (text) => {
  expect(readXmlError(text)).toBeUndefined();
});

describe("M3: a refusal in XML means what its code says", () => {
  test.each([
    ["Forbidden.RAM", "permission"],
    ["Throttling.User", "throttled"],
    ["InvalidAccessKeyId.NotFound", "credentials"],
  ])("%s is %s", (code, kind) => {
    const text = error(`<RequestId>R-1</RequestId><Code>${code}</Code><Message>m</Message>`);
    expect(readReply({ status: 403, headers: {}, text }, [])).toMatchObject({ kind, code, requestId: "R-1" });
  });
});

describe("M2: of what is not JSON the beginning is told", () => {
  const what = (text: string) => {
    const outcome = readReply({ status: 200, headers: {}, text }, []);
    return "what" in outcome ? outcome.what : "";
  };

  test("on one line, at most 100 characters", () => {
    const text = `<html>\n<head><title>Log in to the hotel network</title></head>${"<p>".repeat(100)}`;
    expect(what(text)).toMatch(
      /^the reply is not a JSON object but begins with: <html> <head><title>Log in to the hotel network/,
    );
    expect(what(text).length).toBeLessThan(160);
  });
  test("without a key", () => {
    expect(what("<a href='https://x/?Signature=s1gnature%3D'>")).not.toContain("s1gnature");
  });
  test("nothing of nothing", () => {
    expect(what("")).toBe("the reply is not a JSON object: it is empty.");
  });
});

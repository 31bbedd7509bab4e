import { expect, test } from "vitest";
import { readRequest } from "../../emulator/service/readRequest.ts";
import { readV3Signature } from "../../emulator/service/signatures/readV3Signature.ts";

test("the example of Alibaba's documents gets the signature that stands there", () => {
  const request = readRequest({
    method: "POST",
    target: "/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
    headers: {
      host: "ecs.cn-shanghai.aliyuncs.com",
      "x-acs-action": "RunInstances",
      "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "x-acs-date": "2023-10-26T10:22:32Z",
      "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
      "x-acs-version": "2014-05-26",
      authorization:
        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    },
    body: "",
    reusedConnection: false,
  });
  const signature = readV3Signature(request);
  expect(signature).toMatchObject({ accessKey: "YourAccessKeyId", timestamp: "2023-10-26T10:22:32Z" });
  expect(signature.sign("YourAccessKeySecret")).toBe(
    "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  );
});

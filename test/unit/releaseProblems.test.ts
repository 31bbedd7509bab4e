import { expect, test } from "vitest";
import { releaseProblems } from "../../scripts/release/releaseProblems.ts";

const manifest = { version: "1.2.3", pulumi: { version: "1.2.3", server: "github://api.github.com/an-owner" } };
const release = { tag: "v1.2.3", manifest, changelog: "# Changelog\n\n## 1.2.3\n\n- New.\n" };

test("a release that says the same everywhere can be made", () => {
  expect(releaseProblems(release)).toEqual([]);
});

test.each([
  ["another tag", { ...release, tag: "v1.2.4" }, "The tag is v1.2.4, and package.json says 1.2.3."],
  ["a tag without v", { ...release, tag: "1.2.3" }, "The tag is 1.2.3, and package.json says 1.2.3."],
  [
    "another version of the plugin",
    { ...release, manifest: { ...manifest, pulumi: { ...manifest.pulumi, version: "1.2.2" } } },
    'package.json says 1.2.3, and under "pulumi" 1.2.2.',
  ],
  [
    "a changelog that only mentions it",
    { ...release, changelog: "## 1.2.30\n\nAfter ## 1.2.3\n" },
    'CHANGELOG.md has no section "## 1.2.3".',
  ],
  [
    "nowhere to download the plugin from",
    { ...release, manifest: { ...manifest, pulumi: { version: "1.2.3" } } },
    '"server" under "pulumi" in package.json, where Pulumi downloads the plugin, is not set.',
  ],
])("%s is a problem", (_, wrong, problem) => {
  expect(releaseProblems(wrong)).toEqual([problem]);
});

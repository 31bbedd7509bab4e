import { thirdPartyLicenses } from "../build/thirdPartyLicenses.ts";
import { nodeLicense } from "./nodeLicense.ts";

/** What must be passed on with the executable: the licenses of Node and of the libraries in the bundle. */
export async function licenses(bundledFiles: readonly string[]): Promise<string> {
  const node = `This executable holds Node.js ${process.version}, under this license.\n\n${(await nodeLicense()).trim()}`;
  return `${node}\n\n${"=".repeat(80)}\n\n${thirdPartyLicenses(bundledFiles)}`.replaceAll("\r\n", "\n");
}

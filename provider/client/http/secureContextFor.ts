import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import tls from "node:tls";
import { InputError } from "../../core/errors/InputError.ts";
import type { Host } from "../../core/host.ts";
import { withHomeFolder } from "../homeFolder.ts";
import { nodeErrorCode } from "../nodeErrorCode.ts";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The authorities that Node trusts, those of NODE_EXTRA_CA_CERTS among them, and those in `caFile`. Undefined without a
 * file: then Node needs no list.
 *
 * @throws InputError when the file cannot be read, or what is in it is no certificate.
 */
export function secureContextFor(caFile: string | undefined, env: Host["env"]): tls.SecureContext | undefined {
  if (caFile === undefined) return undefined;
  return tls.createSecureContext({ ca: [...defaultAuthorities(env), ...certificatesIn(caFile, env)] });
}

function certificatesIn(caFile: string, env: Host["env"]): string[] {
  const path = withHomeFolder(caFile, env);
  const refuse = (reason: string) => new InputError([{ property: "caFile", reason }]);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = nodeErrorCode(error) ?? "unknown fault";
    const reason = code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`;
    throw refuse(`${reason}: expected the certificates of more authorities to trust`);
  }
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) {
    throw refuse(
      `${path} holds no certificate in PEM form, which begins with -----BEGIN CERTIFICATE-----: for one in DER form, run ` +
        "`openssl x509 -inform der -in FILE -out FILE.pem`",
    );
  }
  const wrong = certificates.findIndex((certificate) => !isCertificate(certificate));
  if (wrong >= 0) throw refuse(`certificate ${wrong + 1} of ${certificates.length} in ${path} is damaged`);
  return certificates;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** Node before 22.15 cannot say which they are. */
function defaultAuthorities(env: Host["env"]): readonly string[] {
  if (typeof tls.getCACertificates === "function") return tls.getCACertificates("default");
  const extra = env.NODE_EXTRA_CA_CERTS;
  try {
    return [...tls.rootCertificates, ...(extra ? [readFileSync(extra, "utf8")] : [])];
  } catch {
    // Node goes on without that file, too, and has said so.
    return tls.rootCertificates;
  }
}

import { BlockList, isIP } from "node:net";
import { domainToASCII } from "node:url";
import { isThisMachine } from "../isThisMachine.ts";

/** The address at which an ECS instance asks for its role's key. It leads to something else through a proxy. */
const METADATA_SERVICE = "100.100.100.200";
const BITS = { 4: 32, 6: 128 };

/**
 * Whether requests to this server are sent directly although there is a proxy: to this machine and to the metadata service
 * always, else by the rules that Go programs have for NO_PROXY, as Pulumi and its plugins are such programs.
 *
 * @param noProxy entries with commas between them: `*`, a host (and all below it), `.example.com` or `*.example.com` (only
 *   what is below it), an IP address, a network as `10.0.0.0/8`; all but networks with a port, if only that port is meant
 */
export function bypassesProxy(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/\.$/, "");
  if (isThisMachine(host) || host === METADATA_SERVICE) return true;
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const entries = noProxy.split(",").map((entry) => entry.trim().toLowerCase());
  return entries.some((entry) => covers(entry, host.replace(/^\[|\]$/g, ""), port));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry === "*") return true;
  if (entry.includes("/")) return isWithin(host, entry);
  const [, nameAlone = entry, onlyPort = ""] = /^(\[[^\]]*\]|[^:]*):([^:\]]*)$/.exec(entry) ?? [];
  const name = nameAlone.replace(/^\[|\]$/g, "");
  if (name === "" || (onlyPort !== "" && onlyPort !== port)) return false;
  const version = isIP(name);
  return version === 4 || version === 6 ? isWithin(host, `${name}/${BITS[version]}`) : isNamed(host, name);
}

/** A name begins with a dot when only what is below it is meant. */
function isNamed(host: string, name: string): boolean {
  const [, dot = "", domain = ""] = /^\*?(\.?)(.*)$/.exec(name) ?? [];
  const ascii = domainToASCII(domain) || domain;
  return host.endsWith(`.${ascii}`) || (dot === "" && host === ascii);
}

function isWithin(host: string, network: string): boolean {
  const [, address = "", bits = ""] = /^([^/]+)\/(\d{1,3})$/.exec(network) ?? [];
  const [version, hostVersion] = [isIP(address), isIP(host)];
  if ((version !== 4 && version !== 6) || hostVersion === 0 || Number(bits) > BITS[version]) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), version === 4 ? "ipv4" : "ipv6");
  return list.check(host, hostVersion === 4 ? "ipv4" : "ipv6");
}

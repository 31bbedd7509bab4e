import type { Json } from "../../provider/core/json.ts";
import { isJsonObject } from "../../provider/core/json.ts";

/** The XML that Alibaba sends when a request names no format: an element a key, and a list as its element repeated. */
export function writeXml(root: string, body: Json): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, body)}`;
}

function element(name: string, value: Json): string {
  if (Array.isArray(value)) return value.map((item: Json) => element(name, item)).join("");
  const content = isJsonObject(value)
    ? Object.entries(value)
        .map(([key, inner]) => element(key, inner))
        .join("")
    : escapeText(value === null ? "" : String(value));
  return `<${name}>${content}</${name}>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

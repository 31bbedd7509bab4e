/** For `node --import`, before anything else is loaded: the metadata service is at METADATA_PORT. */
import http from "node:http";
import { requestLeadingMetadata } from "./metadataService.ts";

Object.assign(http, { request: requestLeadingMetadata(Number(process.env.METADATA_PORT)) });

import type { Plugin } from "esbuild";
import { withoutUnused } from "./withoutUnused.ts";

const namespace = "stand-in";

const withoutUnusedZod: Plugin = {
  name: "without unused parts of zod",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]/ }, ({ path }) => {
      const contents = withoutUnused(path);
      return contents === undefined ? undefined : { contents };
    });
  },
};

/**
 * Of pop-core, which signs requests and sends none: what it would read replies with, and what would print requests for DEBUG,
 * which is removed from the plugin's environment.
 */
const signatureAlone: Plugin = {
  name: "pop-core without what reads replies and prints requests",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^json-bigint$/ }, ({ path, importer }) =>
      /@alicloud[\\/]pop-core/.test(importer) ? { path, namespace } : undefined,
    );
    onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /^json-bigint$/, namespace }, () => ({ contents: "module.exports = JSON;" }));
    onLoad({ filter: /^debug$/, namespace }, () => ({ contents: "module.exports = () => () => {};" }));
  },
};

/** The description of Pulumi's service makes a client of it as well, which nobody asks for, and which would load all of gRPC. */
const serviceDescriptionAlone: Plugin = {
  name: "Pulumi's service without a client",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@grpc\/grpc-js$/ }, ({ path, importer }) =>
      /provider_grpc_pb\.js$/.test(importer) ? { path, namespace } : undefined,
    );
    onLoad({ filter: /^@grpc\/grpc-js$/, namespace }, () => ({
      contents: "exports.makeGenericClientConstructor = () => undefined;",
    }));
  },
};

/** Of the reader of XML replies: it also writes XML, with a library that is a sixteenth of the bundle. */
const withoutXmlWriter: Plugin = {
  name: "without the writer of XML",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]xmlbuilder[\\/]lib[\\/]index\.js$/ }, () => ({ contents: "" }));
  },
};

/** Leaves out of the plugin what it never uses of its libraries: V8 would scan all of it at every start. */
export const trimLibraries: readonly Plugin[] = [
  withoutUnusedZod,
  signatureAlone,
  serviceDescriptionAlone,
  withoutXmlWriter,
];

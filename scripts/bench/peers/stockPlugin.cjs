// A plugin that does nothing, on the server that Pulumi's SDK brings along.
"use strict";

const { provider } = require("@pulumi/pulumi");

const plugin = { version: "0.1.0", invoke: () => Promise.resolve({ outputs: {} }) };
void provider.main(plugin, process.argv.slice(2));

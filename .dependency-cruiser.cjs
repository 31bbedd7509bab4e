// The import matrix of the design, section 6. Paths are regular expressions over paths from the project root.

/** What each layer may import besides itself. Tests, scripts and examples are free. */
const layers = {
  "provider/core": [],
  "provider/operations": ["provider/core"],
  "provider/client": ["provider/core"],
  "provider/lookups": ["provider/core", "provider/operations", "provider/client"],
  "provider/gates": ["provider/core", "provider/operations", "provider/lookups"],
  "provider/server": ["provider/core", "provider/lookups", "provider/gates"],
  "provider/dynamic": ["provider/core", "provider/lookups", "provider/gates"],
  "provider/command": ["provider/core", "provider/lookups", "provider/gates"],
  "provider/bin": ["provider/core", "provider/server", "provider/command"],
  sdk: [],
  emulator: ["provider/core", "provider/operations"],
  // Written from the design, so that it can disagree with the code: it knows nothing of it.
  "test/model/rules": [],
  "test/model/service": ["test/model/rules"],
  "test/model/expect": ["test/model"],
  "test/model/random": ["test/model"],
};

const ours = "^(provider|sdk|emulator|examples|test|scripts)/";

const layerRules = Object.entries(layers).map(([layer, others]) => ({
  name: `${layer} imports only ${others.length === 0 ? "itself" : others.join(", ")}`,
  severity: "error",
  from: { path: `^${layer}/` },
  to: { path: ours, pathNot: [layer, ...others].map((allowed) => `^${allowed}/`) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "sdk imports no package but @pulumi/pulumi",
      severity: "error",
      from: { path: "^sdk/" },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-no-pkg"], pathNot: "^node_modules/@pulumi/pulumi/" },
    },
    {
      name: "the provider loads stubs of @pulumi/pulumi, never its root: that would cost most of its start-up time",
      severity: "error",
      from: { path: "^(provider|emulator)/", pathNot: "^provider/dynamic/" },
      to: { path: "^node_modules/@pulumi/pulumi/", pathNot: "^node_modules/@pulumi/pulumi/proto/" },
    },
    {
      name: "core and emulator do without Pulumi",
      severity: "error",
      from: { path: "^(provider/(core|operations|client|lookups|gates)|emulator)/" },
      to: { path: "^node_modules/@pulumi/" },
    },
    {
      name: "the fake alicloud plugin shares no code with what it tests",
      severity: "error",
      from: { path: "^test/fakeAlicloud/" },
      to: { path: ours, pathNot: "^test/fakeAlicloud/" },
    },
    {
      name: "the engine's side of the protocol, in tests, shares no code with the plugin's",
      severity: "error",
      from: { path: "^test/support/plugin/plugin(Client|Engine|Properties)\\.ts$" },
      to: { path: "^(provider|sdk)/", dependencyTypesNot: ["type-only"] },
    },
    { name: "no circular imports", severity: "error", from: {}, to: { circular: true } },
    { name: "imports resolve", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "what is shipped imports no development package, but for those that are bundled into the plugin",
      severity: "error",
      from: { path: "^(provider|sdk|emulator)/" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["npm-peer", "type-only"],
        pathNot: "^node_modules/(@grpc/grpc-js|google-protobuf)/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|coverage|test/languages/nodejs|provider/bin/.*\\.cjs)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

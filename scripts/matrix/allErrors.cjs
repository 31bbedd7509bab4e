// In place of tsc, which goes no further than syntax when the declarations of any package have a syntax that is too new
// for it, as those of Node have for old compilers: node allErrors.cjs <typescript.js> -p <folder>
"use strict";

const [typescript, , folder] = process.argv.slice(2);
const ts = require(typescript);
const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, ts.sys.readFile);
const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
const program = ts.createProgram(fileNames, options);
const { diagnostics } = program.emit();
const host = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => "\n",
};
process.stdout.write(ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics], host));

import ts from "typescript";

/**
 * Declarations as TypeScript 3.8 reads them. The bundler marks names that are types (`export { type A }`, TypeScript 4.5),
 * which declarations do not need, and leaves imports of what only the code uses.
 */
export function plainDeclarations(text: string): string {
  const source = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.Latest);
  const cuts: { readonly from: number; readonly to: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.importClause === undefined) {
      cuts.push({ from: node.getFullStart(), to: node.getEnd() });
    } else if ((ts.isExportSpecifier(node) || ts.isImportSpecifier(node)) && node.isTypeOnly) {
      cuts.push({ from: node.getStart(source), to: (node.propertyName ?? node.name).getStart(source) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let plain = "";
  let end = 0;
  for (const { from, to } of cuts) {
    plain += text.slice(end, from);
    end = to;
  }
  return plain + text.slice(end);
}

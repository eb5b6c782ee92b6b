// Marks what a module works out while it loads (most of it schemas) as droppable: a bundler that sees one file cannot
// know that `z.strictObject(…)` has no side effects, so an application would carry every schema of a package.
import type { Options } from "tsup";
import ts from "typescript";

type Plugin = NonNullable<Options["plugins"]>[number];

/** Holds for every package: none has side effects, see `sideEffects` in their package.json. */
export const pureInitializers: Plugin = {
  name: "pure-initializers",
  // Lines stay where they are, so the source map still fits.
  renderChunk: (code, { path }) => (path.endsWith("js") ? { code: marked(code) } : undefined),
};

function marked(code: string): string {
  const file = ts.createSourceFile("chunk.js", code, ts.ScriptTarget.ESNext, true);
  const found = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => (initializer && calls(initializer) ? [initializer] : []));
  return found.reduceRight((text, node) => {
    const [start, end] = [node.getStart(file), node.end];
    return `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`;
  }, code);
}

/** Whether something is called (a spread may call a getter) while the value is worked out, not later inside a function. */
function calls(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return true;
  if (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return true;
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  return ts.forEachChild(node, (child) => calls(child) || undefined) ?? false;
}

// Which names a tree imports, which it uses without having them, and which imports it does not use.

"use strict";

const walk = require("internal/deps/acorn/acorn-walk/dist/walk");

const OF_SCRIPTS = ["require", "module", "exports", "__filename", "__dirname"];
const OF_LAMBDA = ["awslambda"];
const OF_TESTS = ["afterAll", "afterEach", "beforeAll", "beforeEach", "describe", "expect", "it", "jest", "test"];
const OF_K6 = ["__ENV", "__ITER", "__VU"];

const OF_ENVIRONMENTS = [...OF_SCRIPTS, ...OF_LAMBDA, ...OF_TESTS, ...OF_K6];

function fromRequire(node) {
  if (node?.type === "AwaitExpression") return fromRequire(node.argument);
  const isImport = node?.type === "ImportExpression";
  const isRequire = node?.type === "CallExpression" && node.callee.name === "require";
  const source = isImport ? node.source : isRequire ? node.arguments[0] : undefined;
  return typeof source?.value === "string" ? source.value : undefined;
}

// Returns the imports of a tree: {module, line, names: [{name, local, line}]}; name is "*" for the whole module.
function imports(tree) {
  const found = [];
  const at = (node) => node.loc.start.line;
  walk.full(tree, (node) => {
    if (node.type === "ImportDeclaration") {
      const bindings = node.specifiers.map((one) => ({
        name: { ImportDefaultSpecifier: "default", ImportNamespaceSpecifier: "*" }[one.type] ?? one.imported.name,
        local: one.local.name,
        line: at(one),
      }));
      found.push({ module: node.source.value, line: at(node), names: bindings });
    } else if (node.type === "VariableDeclarator" && fromRequire(node.init)) {
      const bindings =
        node.id.type === "ObjectPattern"
          ? node.id.properties
              .filter((one) => one.type === "Property" && one.value.type === "Identifier")
              .map((one) => ({ name: one.key.name, local: one.value.name, line: at(one) }))
          : [{ name: "*", local: node.id.name, line: at(node) }];
      found.push({ module: fromRequire(node.init), line: at(node), names: bindings });
    } else if (fromRequire(node) && node.type !== "AwaitExpression") {
      found.push({ module: fromRequire(node), line: at(node), names: [] });
    }
  });
  const isRepeated = (one) => !one.names.length && found.some((o) => o.names.length && o.module === one.module);
  return found.filter((one) => !isRepeated(one));
}

function names(tree) {
  const found = imports(tree);
  const assigned = new Set();
  walk.full(tree, (node) => {
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier") assigned.add(node.left);
  });
  const declared = new Set(found.flatMap((one) => one.names.map((name) => name.local)));
  const used = new Map();
  const use = (node) => used.has(node.name) || used.set(node.name, node.loc.start.line);
  walk.full(tree, (node, _, type) => {
    if (type === "VariablePattern" && !assigned.has(node)) declared.add(node.name);
    else if (node.type === "Identifier") use(node);
    if (node.type === "ExportNamedDeclaration" && !node.source) {
      for (const one of node.specifiers) if (one.local.type === "Identifier") use(one.local);
    }
    if ((node.type === "FunctionDeclaration" || node.type.startsWith("Class")) && node.id) declared.add(node.id.name);
  });
  const known = new Set([...Object.getOwnPropertyNames(globalThis), ...OF_ENVIRONMENTS, "arguments"]);
  return {
    imports: found.map((one) => ({ ...one, missing: missing(one) })),
    undefined: [...used]
      .filter(([name]) => !declared.has(name) && !known.has(name))
      .map(([name, line]) => ({ name, line })),
    globals: [...used]
      .filter(([name]) => !declared.has(name) && known.has(name))
      .map(([name, line]) => ({ name, line })),
    unused: found.flatMap((one) => one.names).filter(({ local }) => !used.has(local)),
  };
}

// Returns the names that a module of Node's does not export.
function missing({ module, names: bindings }) {
  const name = module.replace(/^node:/, "");
  if (!require("node:module").builtinModules.includes(name)) return [];
  const exported = require(`node:${name}`);
  return bindings.filter((one) => one.name !== "*" && one.name !== "default" && !(one.name in exported));
}

module.exports = { imports, names };

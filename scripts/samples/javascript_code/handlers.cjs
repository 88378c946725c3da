// The Lambda and CloudFront handlers of a tree: which paths of the event they read, and what they return.

"use strict";

const walk = require("internal/deps/acorn/acorn-walk/dist/walk");

const { evaluator } = require("./values.cjs");

const CALLBACKS = new Set(["every", "filter", "find", "flatMap", "forEach", "map", "some"]);
const FUNCTIONS = new Set(["ArrowFunctionExpression", "FunctionDeclaration", "FunctionExpression"]);

// Returns [name, node] for each function that a top-level statement defines or exports.
function* candidates(tree) {
  for (const statement of tree.body) {
    const node = statement.type.startsWith("Export") ? statement.declaration : statement;
    if (!node) continue;
    if (node.type === "FunctionDeclaration") yield [node.id?.name ?? "handler", node];
    if (node.type === "VariableDeclaration") {
      for (const one of node.declarations) if (one.id.type === "Identifier" && one.init) yield [one.id.name, one.init];
    }
    const assignment = node.type === "ExpressionStatement" ? node.expression : undefined;
    if (assignment?.type === "AssignmentExpression" && assignment.left.type === "MemberExpression") {
      yield [assignment.left.property.name, assignment.right];
    }
    if (statement.type === "ExportDefaultDeclaration") yield ["handler", node];
  }
}

function isHandler(name, node) {
  const [first] = node.params;
  return /^handler$|Handler$/.test(name ?? "") || (first?.type === "Identifier" && first.name === "event");
}

function handlers(tree) {
  const evaluate = evaluator(tree);
  const found = new Map();
  for (const [name, value] of candidates(tree)) {
    const wrapped =
      value.type === "CallExpression" ? value.arguments.find((one) => FUNCTIONS.has(one.type)) : undefined;
    const node = wrapped ?? value;
    if (!FUNCTIONS.has(node.type) || !node.params.length || !isHandler(name, node)) continue;
    found.set(node, {
      line: node.loc.start.line,
      parameters: node.params.length,
      isWrapped: Boolean(wrapped),
      reads: reads(node),
      returns: wrapped ? [] : returns(node, evaluate),
    });
  }
  return [...found.values()];
}

function returns(handler, evaluate) {
  if (handler.body.type !== "BlockStatement") {
    return [{ line: handler.body.loc.start.line, value: evaluate(handler.body) }];
  }
  const found = [];
  walk.simple(handler.body, { ReturnStatement: (node) => found.push(node) }, { ...walk.base, Function() {} });
  return found.map(({ argument, loc }) => ({
    line: loc.start.line,
    value: argument ? evaluate(argument) : { line: loc.start.line, scalar: null },
  }));
}

// Returns the paths that a handler reads from its event: names, and null for the items of a list.
function reads(handler) {
  const paths = new Map(); // name of a variable -> its path, or undefined if it has had two
  const found = [];

  function bind(pattern, path) {
    if (!path) return;
    if (pattern.type === "AssignmentPattern") bind(pattern.left, path);
    else if (pattern.type === "Identifier") paths.set(pattern.name, paths.has(pattern.name) ? undefined : path);
    else if (pattern.type === "ArrayPattern") {
      for (const element of pattern.elements) if (element) bind(element, [...path, null]);
    } else if (pattern.type === "ObjectPattern") {
      for (const one of pattern.properties) {
        if (one.type !== "Property" || one.computed) continue;
        const inner = [...path, one.key.name ?? String(one.key.value)];
        found.push({ path: inner, line: one.loc.start.line });
        bind(one.value, inner);
      }
    }
  }

  function pathOf(node) {
    if (node?.type === "ChainExpression") return pathOf(node.expression);
    if (node?.type === "Identifier") return paths.get(node.name);
    if (node?.type === "LogicalExpression") return pathOf(node.left);
    if (node?.type !== "MemberExpression") return undefined;
    const path = pathOf(node.object);
    if (!path) return undefined;
    if (!node.computed) return [...path, node.property.name];
    if (typeof node.property.value === "string") return [...path, node.property.value];
    return typeof node.property.value === "number" ? [...path, null] : undefined;
  }

  const notRead = new Set(); // methods, lengths, and what is written
  const before = {
    AssignmentExpression: (node) => notRead.add(node.left),
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== "MemberExpression") return;
      notRead.add(callee);
      const [callback] = node.arguments;
      const list = pathOf(callee.object);
      if (list && CALLBACKS.has(callee.property.name) && FUNCTIONS.has(callback?.type) && callback.params[0]) {
        bind(callback.params[0], [...list, null]);
      }
    },
    ForOfStatement(node) {
      const target = node.left.type === "VariableDeclaration" ? node.left.declarations[0].id : node.left;
      const list = pathOf(node.right);
      bind(target, list && [...list, null]);
    },
    MemberExpression(node) {
      if (!node.computed && node.property.name === "length") notRead.add(node);
    },
    VariableDeclarator(node) {
      if (node.init) bind(node.id, pathOf(node.init));
    },
  };
  bind(handler.params[0], []);
  // Parents come first, so that a name is bound before the code that uses it is seen.
  parentsFirst(handler.body, (node) => before[node.type]?.(node));
  parentsFirst(handler.body, (node) => {
    if (node.type !== "MemberExpression" || notRead.has(node)) return;
    const path = pathOf(node);
    if (path && path.at(-1) !== null) found.push({ path, line: node.property.loc.start.line });
  });
  return found;
}

function parentsFirst(node, visit) {
  const seen = new Set(); // a node comes as an "Expression" and again as what it is
  const visitor = new Proxy(walk.base, {
    get: (base, type) => (child, state, recurse) => {
      if (!seen.has(child)) visit(child);
      seen.add(child);
      base[type](child, state, recurse);
    },
  });
  walk.recursive(node, null, {}, visitor);
}

module.exports = { handlers };

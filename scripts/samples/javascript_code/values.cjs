// What a tree says about a value before it runs, in the notation of samples/literals.py.

"use strict";

const walk = require("internal/deps/acorn/acorn-walk/dist/walk");

const MUTATORS = new Set(["add", "delete", "pop", "push", "set", "shift", "sort", "splice", "unshift"]);
const TYPED_CALLS = {
  "JSON.stringify": "str",
  String: "str",
  "crypto.randomUUID": "str",
  marshall: "dict",
  randomUUID: "str",
};
const DEEPEST = 12;

function nameOf(node) {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed) return undefined;
  const object = nameOf(node.object);
  return object && `${object}.${node.property.name}`;
}

function root(node) {
  while (node.type === "MemberExpression") node = node.object;
  return node.type === "Identifier" ? node.name : undefined;
}

// Returns the constants of a tree: names that are declared once and never assigned again, with their first value,
// and the names whose value is changed in place.
function constants(tree) {
  const values = new Map();
  const dropped = new Set();
  const mutated = new Set();
  walk.simple(tree, {
    VariableDeclarator(node) {
      if (node.id.type !== "Identifier" || !node.init) return;
      if (values.has(node.id.name)) dropped.add(node.id.name);
      values.set(node.id.name, node.init);
    },
    Function(node) {
      for (const parameter of node.params) if (parameter.type === "Identifier") dropped.add(parameter.name);
    },
    AssignmentExpression(node) {
      if (node.left.type === "Identifier") dropped.add(node.left.name);
      else if (node.left.type === "MemberExpression") mutated.add(root(node.left));
    },
    UpdateExpression(node) {
      dropped.add(root(node.argument));
    },
    UnaryExpression(node) {
      if (node.operator === "delete") mutated.add(root(node.argument));
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === "MemberExpression" && MUTATORS.has(callee.property.name)) mutated.add(root(callee));
      if (nameOf(callee) === "Object.assign" && node.arguments[0]) mutated.add(root(node.arguments[0]));
    },
  });
  for (const name of dropped) values.delete(name);
  return { values, mutated };
}

function opened(value) {
  if (value.entries) {
    return { ...value, open: true, entries: value.entries.map((e) => ({ ...e, value: opened(e.value) })) };
  }
  return value.items ? { ...value, open: true, items: value.items.map(opened) } : value;
}

// Returns a function from a node to its value.
function evaluator(tree) {
  const { values, mutated } = constants(tree);

  function evaluate(node, depth = 0) {
    const line = node.loc.start.line;
    if (depth > DEEPEST) return { line };
    const inner = (child) => evaluate(child, depth + 1);
    switch (node.type) {
      case "Literal":
        return node.regex || node.bigint ? { line } : { line, scalar: node.value };
      case "TemplateLiteral":
        return node.expressions.length ? { line, type: "str" } : { line, scalar: node.quasis[0].value.cooked };
      case "UnaryExpression": {
        const value = inner(node.argument);
        return node.operator === "-" && typeof value.scalar === "number" ? { line, scalar: -value.scalar } : { line };
      }
      case "ConditionalExpression":
        return { line, options: [inner(node.consequent), inner(node.alternate)] };
      case "ArrayExpression":
        return array(node, inner);
      case "ObjectExpression":
        return object(node, inner);
      case "Identifier": {
        if (!values.has(node.name)) return { line };
        const value = inner(values.get(node.name));
        return mutated.has(node.name) ? opened(value) : value;
      }
      case "MemberExpression":
        return nameOf(node.object) === "process.env" ? { line, type: "str" } : { line };
      case "CallExpression": {
        const type = TYPED_CALLS[nameOf(node.callee)];
        return type ? { line, type } : { line };
      }
      default:
        return { line };
    }
  }
  return evaluate;
}

function array(node, inner) {
  const line = node.loc.start.line;
  const items = node.elements.filter((element) => element && element.type !== "SpreadElement").map(inner);
  return { line, items, open: items.length < node.elements.length };
}

function object(node, inner) {
  const entries = [];
  let open = false;
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      const value = inner(property.argument);
      entries.push(...(value.entries ?? []));
      open ||= !value.entries || Boolean(value.open);
    } else if (property.computed && property.key.type !== "Literal") {
      open = true;
    } else {
      const key = property.key.type === "Identifier" ? property.key.name : String(property.key.value);
      entries.push({ key, line: property.key.loc.start.line, value: inner(property.value) });
    }
  }
  return { line: node.loc.start.line, entries, open };
}

module.exports = { evaluator };

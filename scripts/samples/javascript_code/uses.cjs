// Which imported classes a tree makes objects of, and which imported functions it calls, with the arguments.

"use strict";

const walk = require("internal/deps/acorn/acorn-walk/dist/walk");

const { imports } = require("./names.cjs");
const { evaluator } = require("./values.cjs");

function uses(tree) {
  const locals = new Map();
  for (const { module, names } of imports(tree)) {
    for (const { name, local } of names) locals.set(local, { module, name });
  }
  const evaluate = evaluator(tree);

  // Returns {module, name} of what is called, if it is imported.
  function imported(callee) {
    if (callee.type === "Identifier") return locals.get(callee.name);
    if (callee.type !== "MemberExpression" || callee.computed || callee.object.type !== "Identifier") return undefined;
    const module = locals.get(callee.object.name);
    return module && ["*", "default"].includes(module.name)
      ? { module: module.module, name: callee.property.name }
      : undefined;
  }

  const found = [];
  walk.full(tree, (node) => {
    if (node.type !== "NewExpression" && node.type !== "CallExpression") return;
    const target = imported(node.callee);
    if (!target) return;
    const values = node.arguments.map((argument) => evaluate(argument));
    found.push({ ...target, isNew: node.type === "NewExpression", line: node.loc.start.line, arguments: values });
  });
  return { uses: found };
}

module.exports = { uses };

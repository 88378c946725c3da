// Reads samples with Node: syntax by V8, then facts from the tree of acorn, which ships inside Node.
// Standard input: a JSON list of {language, title, content}. Standard output: a JSON list of facts, in that order.

"use strict";

const fs = require("node:fs");
const { builtinModules, SourceMap, stripTypeScriptTypes } = require("node:module");
const vm = require("node:vm");

const acorn = require("internal/deps/acorn/acorn/dist/acorn");
const { decorateErrorStack } = require("internal/util");

const { handlers } = require("./handlers.cjs");
const { names } = require("./names.cjs");
const { uses } = require("./uses.cjs");

const MODULE_SYNTAX = [
  "Cannot use import statement outside a module",
  "Unexpected token 'export'",
  "Cannot use 'import.meta' outside a module",
  "await is only valid in async functions and the top level bodies of modules",
];
const WRAPPER = ["exports", "require", "module", "__filename", "__dirname"];

function syntaxError(error, source) {
  decorateErrorStack(error);
  const [where] = (error.stack ?? "").split("\n");
  // Some errors of V8 come without a place, as line 0.
  const line = Number(/:(\d+)$/.exec(where)?.[1] ?? 0) || lineByAcorn(source);
  return { line: Math.min(line, source.split("\n").length), message: error.message };
}

function lineByAcorn(source) {
  try {
    acorn.parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true });
    return 1;
  } catch (error) {
    return error.loc?.line ?? 1;
  }
}

// Returns the error of a source as a script or a module, or undefined if it has none.
function compile(source, isModule) {
  try {
    if (isModule) new vm.SourceTextModule(source, { identifier: "sample" });
    else vm.compileFunction(source, WRAPPER, { filename: "sample" });
    return undefined;
  } catch (error) {
    return error;
  }
}

// Types become blanks, so that lines stay. What is more than types (an enum) moves lines; a map brings them back.
function withoutTypes(source) {
  try {
    return { code: stripTypeScriptTypes(source), line: (line) => line };
  } catch (error) {
    if (error.code !== "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX") throw error;
    const code = stripTypeScriptTypes(source, { mode: "transform", sourceMap: true });
    const data = code.slice(code.lastIndexOf("base64,") + "base64,".length);
    const map = new SourceMap(JSON.parse(Buffer.from(data, "base64").toString()));
    return { code, line: (line) => (map.findEntry(line - 1, 200).originalLine ?? 0) + 1 };
  }
}

function read({ language, title, content }) {
  let plain = { code: content, line: (line) => line };
  if (language === "typescript") {
    try {
      plain = withoutTypes(content);
    } catch (error) {
      return { errors: [syntaxError(error, content)] };
    }
  }
  const asScript = language === "typescript" || title.endsWith(".mjs") ? undefined : compile(plain.code, false);
  const mayBeModule = !title.endsWith(".cjs");
  const wantsModule = language === "typescript" || title.endsWith(".mjs") || MODULE_SYNTAX.includes(asScript?.message);
  const isModule = mayBeModule && wantsModule;
  const error = isModule ? compile(plain.code, true) : asScript;
  if (error) {
    const { line, message } = syntaxError(error, content);
    return { errors: [{ line: plain.line(line), message }] };
  }
  const tree = acorn.parse(plain.code, {
    ecmaVersion: "latest",
    sourceType: isModule ? "module" : "script",
    locations: true,
    allowReturnOutsideFunction: true,
    allowHashBang: true,
  });
  const facts = { errors: [], isModule, ...names(tree), ...uses(tree), handlers: handlers(tree) };
  return withLines(facts, plain.line);
}

// Rewrites each `line` in a structure.
function withLines(data, line) {
  if (Array.isArray(data)) return data.map((item) => withLines(item, line));
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === "line" && typeof value === "number" ? line(value) : withLines(value, line),
    ]),
  );
}

function main() {
  const samples = JSON.parse(fs.readFileSync(0, "utf8"));
  process.stdout.write(JSON.stringify({ builtins: builtinModules, samples: samples.map(read) }));
}

main();

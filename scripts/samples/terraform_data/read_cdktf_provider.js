// Print what the generated classes of a CDKTF provider package say about its resources, one JSON object a line.
//
// Usage: node --permission --allow-fs-read=* read_cdktf_provider.js <package folder> (see make_schema.py)
//
// The classes are generated: each calls a small, fixed part of the library `cdktf`. So they are not parsed but run,
// in a context without any other module, against a stand-in for that library which notes what it is asked for.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

// Symbols, because the generated classes have properties named like any argument.
const NAME = Symbol("name of the attribute in HCL");
const TYPE = Symbol("type of the attribute");

// What a getter returns.
class Read {
  constructor(name, type) {
    Object.assign(this, { [NAME]: name, [TYPE]: type });
  }
}

class Element {
  constructor(parent, name, fromSet) {
    Object.assign(this, { [NAME]: name, [TYPE]: fromSet ? "set" : "list" });
  }
}

const readers = {
  getStringAttribute: "string",
  getNumberAttribute: "number",
  getBooleanAttribute: "bool",
  getListAttribute: ["list", "string"],
  getNumberListAttribute: ["list", "number"],
  getStringMapAttribute: ["map", "string"],
  getNumberMapAttribute: ["map", "number"],
  getBooleanMapAttribute: ["map", "bool"],
  getAnyMapAttribute: ["map", "any"],
  interpolationForAttribute: "any",
};
for (const [method, type] of Object.entries(readers)) {
  Element.prototype[method] = (name) => new Read(name, type);
}

class ComplexObject extends Element {}
class ComplexList extends Element {}
class ComplexMap extends Element {}
class TerraformResource extends Element {}
class TerraformDataSource extends Element {}
class TerraformProvider extends Element {}

const mapOf = (type) =>
  class extends Read {
    constructor(parent, name) {
      super(name, ["map", type]);
    }
  };

const simple = (type) => () => ({ type });
const cdktf = {
  ComplexObject,
  ComplexList,
  ComplexMap,
  TerraformResource,
  TerraformDataSource,
  TerraformProvider,
  StringMap: mapOf("string"),
  NumberMap: mapOf("number"),
  BooleanMap: mapOf("bool"),
  canInspect: () => true,
  isComplexElement: () => false,
  Tokenization: { isResolvable: () => false },
  Token: { asNumberList: (read) => read, asAny: (read) => read },
  Fn: { tolist: (read) => new Read(read[NAME], Array.isArray(read[TYPE]) ? ["set", read[TYPE][1]] : read[TYPE]) },
  stringToHclTerraform: simple("string"),
  numberToHclTerraform: simple("number"),
  booleanToHclTerraform: simple("bool"),
  anyToHclTerraform: simple("any"),
  // A list of a block and a list attribute whose elements are objects differ in this flag only.
  listMapperHcl: (mapper, isBlock) => () => ({ type: "list", isBlock, of: mapper(anything) }),
  hashMapperHcl: (mapper) => () => ({ type: "map", isBlock: false, of: mapper(anything) }),
};

// Stands for the value of every argument, at any depth.
const anything = new Proxy({}, { get: () => anything });

const capitalized = (name) => name[0].toUpperCase() + name.slice(1);

// The type of an argument: a name, or [kind, type of the elements].
function typeOf(value, kind) {
  if (value.type === "list" || value.type === "map") {
    return [value.type === "list" && kind === "set" ? "set" : value.type, typeOf(value.of)];
  }
  return value.type ?? "object";
}

// The arguments and attributes of one level. `set` says how the class writes its arguments, `element` how it is read.
function level(element, set) {
  const described = {};
  const prototype = Object.getPrototypeOf(element);
  for (const [getter, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (!property.get || getter === "internalValue") continue;
    const read = property.get.call(element);
    // The getters ending in "Input" return the argument itself, which is undefined here.
    if (!(read instanceof Read) && !(read instanceof Element)) continue;
    const name = read[NAME];
    const argument = set[name];
    const optional = "reset" + capitalized(getter) in prototype;
    const need = !argument ? "computed" : optional ? "optional" : "required";
    described[name] = entry(read, argument, need);
  }
  const unread = Object.keys(set).filter((name) => !(name in described));
  if (unread.length) throw new Error(`${prototype.constructor.name}: written, never read: ${unread}`);
  return described;
}

function entry(read, argument, need) {
  const value = argument?.value;
  if (read instanceof Read) {
    // What is too deeply nested for CDKTF has the type "any"; in HCL it is a block.
    if (read[TYPE] === "any" && value?.type === "any") return block(need, null, "list", false);
    return { need, type: argument ? typeOf(value, argument.type) : read[TYPE] };
  }
  const many = !(read instanceof ComplexObject);
  const inner = level(many ? read.get("0") : read, (many ? value?.of : value) ?? {});
  const kind = argument?.type ?? (read instanceof ComplexMap ? "map" : read[TYPE]);
  if (kind === "struct") {
    // Of the nested objects only `timeouts` is a block; the tests compare that with the schema of a provider.
    return read[NAME] === "timeouts" ? block(need, inner, "single", false) : { need, type: inner };
  }
  return !argument || (many && !value.isBlock) ? { need, type: [kind, inner] } : block(need, inner, kind, many);
}

const block = (need, inner, nesting, many) => ({ need, block: inner, nesting, max: many ? 0 : 1 });

// The provider's own arguments: nothing of it is read, and none is required.
function configuration(written) {
  const one = ([name, { value, isBlock, type }]) => {
    const need = "optional";
    if (!isBlock) return [name, { need, type: typeOf(value, type) }];
    const many = value.type === "list";
    const inner = configuration(many ? value.of : value);
    if (type === "struct") return [name, { need, type: inner }];
    return [name, many && !value.isBlock ? { need, type: [type, inner] } : block(need, inner, type, many)];
  };
  return Object.fromEntries(Object.entries(written).map(one));
}

function modulesOf(folder) {
  const lib = path.join(folder, "lib");
  return fs
    .readdirSync(lib, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => path.join(lib, item.name, "index.js"))
    .sort();
}

const loaded = new Map();

// What a module of the package exports. It may ask for `cdktf` and for other modules of the package, nothing else.
function load(file) {
  if (loaded.has(file)) return loaded.get(file);
  const module = { exports: {} };
  loaded.set(file, module.exports);
  const require = (name) => {
    if (name === "cdktf") return cdktf;
    if (!name.startsWith("./")) throw new Error(`${file} requires ${name}`);
    const target = path.join(path.dirname(file), name);
    return load(fs.existsSync(`${target}.js`) ? `${target}.js` : path.join(target, "index.js"));
  };
  const code = `(function (exports, require, module) {${fs.readFileSync(file, "utf8")}\n})`;
  vm.runInNewContext(code, { Symbol, Object, Error })(module.exports, require, module);
  return module.exports;
}

const kinds = [
  [TerraformResource, "resource"],
  [TerraformDataSource, "data"],
  [TerraformProvider, "provider"],
];

for (const file of modulesOf(process.argv[2])) {
  for (const exported of Object.values(load(file))) {
    const kind = kinds.find(([base]) => exported.prototype instanceof base)?.[1];
    if (!kind) continue;
    const written = exported.prototype.synthesizeHclAttributes.call(anything);
    const body = kind === "provider" ? configuration(written) : level(new exported(undefined, "name", {}), written);
    console.log(JSON.stringify({ kind, type: exported.tfResourceType, body }));
  }
}

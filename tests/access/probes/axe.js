// Runs axe on the page as it is now, or on the parts that a selector names. Returns what it found, a line for each
// element; how many rules passed; and which looks it has judged.
//
// Contrast takes axe longer than all its other rules together, and follows from an element's look alone. So the rules
// of color are asked of a few elements of each look that is not among the known ones, and all the others of every
// element.
async ({ part, colorsOnly, knownLooks }) => {
  const COLOR_RULES = ["color-contrast", "link-in-text-block"];
  const OF_EACH_LOOK = 2; // the first may lie below something that is open
  for (const fade of document.getAnimations()) if (fade.effect.getComputedTiming().endTime < Infinity) fade.finish();
  const roots = part ? [...document.querySelectorAll(part)] : [document.documentElement];

  const grounds = new Map();
  function groundOf(element) {
    if (!element) return "";
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity].join(" ");
      const isPlain = own === "rgba(0, 0, 0, 0) none 1";
      grounds.set(element, groundOf(element.parentElement) + (isPlain ? "" : `|${own}`));
    }
    return grounds.get(element);
  }

  // Siblings of one class look alike; the tokens of samples are thousands.
  const looks = new Map();
  function lookOf(element) {
    const { parentElement, localName } = element;
    if (!looks.has(parentElement)) looks.set(parentElement, new Map());
    const known = looks.get(parentElement);
    const key = `${localName} ${element.getAttribute("class")} ${element.getAttribute("style")}`;
    if (!known.has(key)) known.set(key, look(element));
    return known.get(key);
  }

  function look(element) {
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
    const link = element.closest("a");
    const around = link ? [textDecorationLine, getComputedStyle(link.parentElement).color] : [];
    return [color, fontSize, fontWeight, groundOf(element), ...around].join(";");
  }

  function newLooks() {
    const known = new Set(knownLooks);
    const found = new Map();
    for (const element of roots.flatMap((root) => [root, ...root.querySelectorAll("*")])) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const isField = element.matches("input, select, textarea");
      if (!(hasText || isField)) continue;
      const its = lookOf(element);
      if (known.has(its) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const same = found.get(its) ?? [];
      if (same.length < OF_EACH_LOOK) found.set(its, [...same, element]);
    }
    return found;
  }

  const runs = [];
  const resultTypes = ["violations"];
  if (!colorsOnly) {
    const rules = Object.fromEntries(COLOR_RULES.map((rule) => [rule, { enabled: false }]));
    runs.push(await axe.run(part ? roots : document, { resultTypes, rules }));
  }
  const judged = newLooks();
  if (judged.size) runs.push(await axe.run([...judged.values()].flat(), { resultTypes, runOnly: COLOR_RULES }));
  return {
    found: runs.flatMap((run) =>
      run.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary})`),
      ),
    ),
    passed: runs.flatMap((run) => run.passes).length,
    looks: [...judged.keys()],
  };
}

// What does not fit into the window as wide as it is now: a line for each fault.
() => {
  const faults = [];
  const TOLERANCE = 1.5; // pixels: what rounding moves

  const name = (element) => {
    const text = (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName} class="${element.getAttribute("class") ?? ""}"> “${text}”`;
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const isWide = (one) => isShown(one) && one.getBoundingClientRect().right > innerWidth + 1;
    const wide = [...document.body.querySelectorAll("*")].filter(isWide).map(name).slice(0, 3).join(", ");
    faults.push(`scrolls sideways: ${root.scrollWidth} pixels in ${innerWidth}, perhaps for ${wide}`);
  }

  // The frame that cuts off what leaves it, if no scrolling brings it back; null where text ends with “…” on purpose.
  const frames = new Map();
  function frameOf(element) {
    if (!element || element === document.body) return null;
    if (!frames.has(element)) {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
      const scrolls = [overflowX, overflowY].some((value) => value === "auto" || value === "scroll");
      const cuts = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
      const isMeant = scrolls || textOverflow === "ellipsis" || webkitLineClamp !== "none" || element.clientWidth <= 1;
      frames.set(element, isMeant ? null : cuts ? element : frameOf(element.parentElement));
    }
    return frames.get(element);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const frame = text.data.trim() && frameOf(text.parentElement);
    if (!frame || !isShown(text.parentElement)) continue;
    const edge = frame.getBoundingClientRect();
    range.selectNodeContents(text);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    if (right === left) continue;
    const over = Math.max(right - edge.right, edge.left - left, bottom - edge.bottom, edge.top - top);
    if (over > TOLERANCE) faults.push(`text is cut off by ${Math.round(over)} pixels: ${name(text.parentElement)}`);
  }

  // What is fixed lies over the rest on purpose, and what is in a frame of its own may be scrolled out of it.
  const isApart = (element) => {
    for (let one = element; one !== document.body; one = one.parentElement) {
      const { position, overflowX, overflowY } = getComputedStyle(one);
      if (position === "fixed" || [overflowX, overflowY].some((value) => value === "auto" || value === "scroll")) return true;
    }
    return false;
  };
  const boxes = [...document.querySelectorAll("a[href], button, input:not(.md-search__input), select, textarea, summary, label")]
    .filter((control) => isShown(control) && !isApart(control))
    .flatMap((control) => [...control.getClientRects()].map((box) => ({ control, box })))
    .filter(({ box }) => box.width > 2 && box.height > 2)
    .sort((one, other) => one.box.top - other.box.top);
  boxes.forEach(({ control, box }, index) => {
    for (const next of boxes.slice(index + 1)) {
      if (next.box.top >= box.bottom - TOLERANCE) break;
      const across = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
      const down = Math.min(box.bottom, next.box.bottom) - next.box.top;
      const areOne = control.contains(next.control) || next.control.contains(control) || control.control === next.control;
      if (across > TOLERANCE && down > 4 && !areOne && next.control.control !== control) {
        faults.push(`controls lie on each other: ${name(control)} and ${name(next.control)}`);
      }
    }
  });
  return faults;
}

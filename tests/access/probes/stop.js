// What holds the focus, after a key moved it: null at the end of the page, else its name, whether it was here before, and
// a line for each fault. Keeps what it saw in `window.walk`. Needs axe, for its arithmetic of colors.
() => {
  const walk = (window.walk ??= { seen: new Set(), last: null, before: null });
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;

  const { Color, flattenColors, getContrast } = axe.commons.color;
  const color = (text) => {
    const parsed = new Color();
    parsed.parseString(text);
    return parsed;
  };
  const name = `<${element.localName} class="${element.getAttribute("class") ?? ""}"> “${(
    element.getAttribute("aria-label") ?? element.textContent
  )
    .trim()
    .replace(/\s+/g, " ")
    .slice(0, 40)}”`;
  const faults = [];

  function groundOf(one) {
    if (!one) return new Color(255, 255, 255, 1);
    const own = color(getComputedStyle(one).backgroundColor);
    return own.alpha === 1 ? own : flattenColors(own, groundOf(one.parentElement));
  }

  const hasRing = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  };

  // How many of a ring's four sides nothing cuts off. (What is left out of layout far from the window cuts off too.)
  function sidesSeen(one) {
    const { outlineOffset, outlineWidth } = getComputedStyle(one);
    const out = parseFloat(outlineOffset) + parseFloat(outlineWidth) - 0.5;
    const { left, top, right, bottom } = one.getBoundingClientRect();
    const sides = { left: left - out, top: top - out, right: right + out, bottom: bottom + out };
    const seen = new Set(Object.keys(sides));
    const cutBy = (edge) => {
      for (const side of ["left", "top"]) if (sides[side] < edge[side] - 0.5) seen.delete(side);
      for (const side of ["right", "bottom"]) if (sides[side] > edge[side] + 0.5) seen.delete(side);
    };
    cutBy({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    for (let frame = one.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
      const { overflowX, overflowY, contentVisibility, contain } = getComputedStyle(frame);
      const cuts = overflowX !== "visible" || overflowY !== "visible" || contentVisibility === "auto";
      if (cuts || /paint|content|strict/.test(contain)) cutBy(frame.getBoundingClientRect());
    }
    return seen.size;
  }

  // Who cannot show a ring itself, as a radio button without a size, may have its label show it.
  const hasBox = ({ width, height }) => width > 2 && height > 2;
  const isSeen = (one) =>
    [...one.getClientRects()].some(hasBox) && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const faces = [element, element.closest("label"), element.nextElementSibling].filter(Boolean);
  const face = faces.find((one) => hasRing(one) && isSeen(one));
  if (!isSeen(face ?? element)) faults.push("is invisible");
  else if (!face) faults.push("shows no outline");
  else {
    const ring = color(getComputedStyle(face).outlineColor);
    const contrast = getContrast(groundOf(face.parentElement), ring);
    if (contrast < 3) faults.push(`its outline has a contrast of ${contrast.toFixed(2)}`);

    if (sidesSeen(face) < 2) faults.push("its outline is cut off on three sides or all");

    const box = [...face.getClientRects()].find(hasBox);
    const [x, y] = [(box.left + box.right) / 2, Math.min((box.top + box.bottom) / 2, box.top + innerHeight / 2)];
    const top = document.elementFromPoint(x, y); // null outside the window
    const isOwn = top && (face.contains(top) || top.contains(face) || top.closest("label")?.control === element);
    if (!top) faults.push("is outside the window");
    else if (!isOwn) faults.push(`lies below <${top.localName} class="${top.className}">`);
  }

  const isAgain = walk.last?.element === element; // looked at a second time
  const last = isAgain ? walk.before : walk.last;
  if (last?.face && last.element !== element && last.face !== face && hasRing(last.face)) {
    faults.push("what had the focus before it still has its outline");
  }

  // In one region, the next stop is further down, or to the right. (Both are measured now: the page has scrolled.)
  const region = element.closest("header, footer, article, .md-sidebar, nav, [role=dialog], [role=status]");
  if (face && last?.face && last.region === region) {
    const [here, there] = [face.getBoundingClientRect(), last.face.getBoundingClientRect()];
    if (here.bottom < there.top && here.left < there.right) faults.push(`is above what came before it: ${last.name}`);
  }

  const isKnown = walk.seen.has(element);
  walk.seen.add(element);
  if (!isAgain) walk.before = walk.last;
  walk.last = { element, face, region, name };
  return { name, isKnown, faults };
}

// What forced colors leave to the page, and what may vanish on the reader's ground: text and lines of diagrams, icons
// that are masks, and badges, which lose their grounds. A line for each. Needs axe.
() => {
  const { Color, getContrast } = axe.commons.color;
  const color = (text) => {
    const parsed = new Color();
    parsed.parseString(text);
    return parsed;
  };
  const ground = color(getComputedStyle(document.body).backgroundColor);
  const isShown = (one) => one.checkVisibility({ visibilityProperty: true });
  const faults = [];
  const ask = (what, ink, least) => {
    const contrast = getContrast(ground, color(ink));
    if (contrast < least) faults.push(`${what} has a contrast of ${contrast.toFixed(2)}`);
  };

  for (const text of document.querySelectorAll(".diagram text")) ask(`“${text.textContent}”`, getComputedStyle(text).fill, 4.5);
  for (const line of document.querySelectorAll(".diagram :is(.flowchart-link, .messageLine0, .messageLine1, .node rect)")) {
    const { stroke } = getComputedStyle(line);
    if (stroke !== "none") ask(line.getAttribute("class") ?? line.localName, stroke, 3);
  }
  for (const one of document.querySelectorAll("body *")) {
    if (!isShown(one)) continue;
    for (const part of [null, "::before", "::after"]) {
      const { maskImage, backgroundColor, content, display } = getComputedStyle(one, part);
      if (maskImage === "none" || display === "none" || (part && content === "none")) continue;
      ask(`the icon of <${one.localName} class="${one.getAttribute("class")}">${part ?? ""}`, backgroundColor, 3);
    }
  }
  for (const badge of document.querySelectorAll(".badge")) {
    const { borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(badge);
    const hasBorder = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
    if (isShown(badge) && !hasBorder && outlineStyle === "none") faults.push(`the badge “${badge.textContent}” has no border`);
  }
  return [...new Set(faults)];
}

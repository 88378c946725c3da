// What moves for longer than can be seen: a line for each.
() => {
  const LONGEST = 0.05; // seconds
  const seconds = (text) => Math.max(...text.split(",").map((time) => parseFloat(time) * (time.endsWith("ms") ? 0.001 : 1)));
  const faults = new Set();
  for (const one of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      const name = `<${one.localName} class="${one.getAttribute("class") ?? ""}">${part ?? ""}`;
      if (style.scrollBehavior === "smooth") faults.add(`${name} scrolls smoothly`);
      if (style.animationName !== "none" && seconds(style.animationDuration) > LONGEST) faults.add(`${name} is animated`);
      if (seconds(style.transitionDuration) + seconds(style.transitionDelay) > LONGEST) faults.add(`${name} has a transition`);
    }
  }
  return [...faults];
}

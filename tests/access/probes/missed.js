// What a key could reach and did not, once the walk of `stop.js` is over: a line for each.
() => {
  const isRadioOfAnother = (one) => one.type === "radio" && !one.checked;
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && !isRadioOfAnother(one))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]"))
    .filter((one) => !window.walk.seen.has(one))
    .map((one) => `was not reached: ${one.outerHTML.slice(0, 140)}`);
}

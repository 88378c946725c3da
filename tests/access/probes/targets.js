// Controls that a finger may miss: smaller than `least` pixels. Links are left out: those in a text may be smaller.
(least) => {
  const controls = document.querySelectorAll("button, summary, select, textarea, input, [role=button], .chip, a.button");
  return [...controls]
    .map((control) => (control.matches("input") && control.closest("label")) || control)
    .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < least - 0.01)
    .map(({ control, box }) => {
      const what = `${control.outerHTML.slice(0, 120)}`;
      return `is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} pixels, less than ${least}: ${what}`;
    });
}

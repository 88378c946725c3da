// What the theme has labels for becomes buttons, with keys and a state: the switch of the color scheme, and the menus of
// the navigation. In a narrow window the whole navigation is such a menu, and each section lies over the one before.

{
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const controlOf = (button) => document.getElementById(button.getAttribute("for"));

  // It keeps the label's attributes: the theme's style sheets know it by its class, and by `for`.
  function buttonFor(label) {
    const button = aloud.button("");
    for (const { name, value } of label.attributes) button.setAttribute(name, value);
    button.append(...label.childNodes);
    label.replaceWith(button);
    button.addEventListener("click", () => controlOf(button).click());
    return button;
  }

  // Radio buttons, which Space does not change and of which Tab finds the wrong one, give the focus to their buttons.
  for (const option of document.querySelectorAll(".md-option")) {
    const button = buttonFor(option.nextElementSibling);
    button.addEventListener("click", () => controlOf(button).focus());
    option.tabIndex = -1;
    option.setAttribute("aria-hidden", "true");
    option.addEventListener("focus", () => setTimeout(() => button.focus())); // once it is the one that is shown
  }

  function tellState(button) {
    const toggle = controlOf(button);
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", tell);
    tell();
  }

  // The focus is not left on what the menu covers.
  function moveFocus(opener, inside) {
    const toggle = controlOf(opener);
    toggle.addEventListener("change", () => {
      const [from, to] = toggle.checked ? [opener, inside()] : [inside(), opener];
      if (document.activeElement === from && to && isSeen(to)) to.focus();
    });
  }

  const menu = document.querySelector(".md-sidebar--primary");
  for (const label of menu?.querySelectorAll(".md-nav__link[for]") ?? []) {
    const item = label.parentElement;
    const title = buttonFor(item.querySelector(`.md-nav__title[for="${label.htmlFor}"]`));
    const opener = buttonFor(label);
    for (const button of [opener, title]) tellState(button);
    moveFocus(opener, () => title);
  }

  const label = document.querySelector(".md-header [for='__drawer']");
  if (menu && label) {
    const opener = buttonFor(label);
    const drawer = controlOf(opener);
    opener.setAttribute("aria-label", "Navigation");
    tellState(opener);
    moveFocus(opener, () => [...menu.querySelectorAll("a, button")].find(isSeen));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      opener.focus();
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (drawer.checked && relatedTarget && !menu.contains(relatedTarget)) drawer.click();
    });
  }
}

// Prints the page as a full sheet, as a cram sheet, or one question of it. What each shows is up to the style sheets:
// `data-sheet` on the root says which sheet it is, and `is-printed` marks the question.

{
  const root = document.documentElement;
  const PRINTER =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path d="M7 3h10v5H7zM5 9h14a2 2 0 0 1 2 2v6h-4v4H7v-4H3v-6a2 2 0 0 1 2-2m4 6v4h6v-4z"/></svg>';

  function printSheet(sheet, parts = []) {
    root.dataset.sheet = sheet;
    for (const part of parts) part.classList.add("is-printed");
    window.addEventListener(
      "afterprint",
      () => {
        delete root.dataset.sheet;
        for (const part of parts) part.classList.remove("is-printed");
      },
      { once: true },
    );
    window.print();
  }

  const menu = document.querySelector(".sheet-menu");
  if (menu) {
    for (const button of menu.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        menu.open = false;
        printSheet(button.dataset.print);
      });
    }
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  for (const question of document.querySelectorAll("section.question")) {
    const id = question.querySelector("h2").id;
    const button = aloud.button("question__print on-screen");
    button.title = "Print this question";
    button.setAttribute("aria-label", button.title);
    button.innerHTML = PRINTER;
    button.addEventListener("click", () =>
      printSheet("question", [question, ...document.querySelectorAll(`[data-question="${id}"]`)]),
    );
    question.querySelector(".question__badges").append(button);
  }
}

// Quick checks that can be answered. The choices become buttons; what the page says about them is shown with the answer,
// and stays as it was for printing.

{
  // `choices` are the items of the list as the page has it, `why` what follows it.
  function answerable(check) {
    const list = check.querySelector(".task-list");
    if (!list) return;
    const status = aloud.statusLine("quick-check__status");
    const choices = [...list.children].map((item) => {
      const text = [...item.childNodes].filter((node) => !node.classList?.contains("task-list-control"));
      const button = aloud.button("quick-check__choice", ...text.map((node) => node.cloneNode(true)));
      const isRight = item.querySelector("input").checked;
      button.addEventListener("click", () => answer(button, isRight));
      return button;
    });
    const group = aloud.element("div", "quick-check on-screen", ...choices, status);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Choose an answer");

    function answer(button, isRight) {
      if (check.classList.contains("is-answered")) return;
      button.classList.add(isRight ? "is-right" : "is-wrong");
      if (!isRight) {
        button.setAttribute("aria-disabled", "true");
        status.textContent = "Not this one. Try again.";
        return;
      }
      const first = !group.querySelector(".is-wrong");
      for (const other of choices) other.setAttribute("aria-disabled", "true");
      check.classList.add("is-answered");
      status.textContent = first ? "Right, at the first attempt." : "Right.";
    }

    check.classList.add("is-answerable");
    list.before(group);
  }

  aloud.makeChecksAnswerable = (root) => root.querySelectorAll(".question > details.question").forEach(answerable);
}

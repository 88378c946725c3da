// The three buttons by which a reader marks a question.

{
  const days = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

  function show(group, marks) {
    const record = marks[group.dataset.id];
    for (const button of group.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(record?.mark === button.dataset.mark));
    }
    const next = record ? `again ${days.format(aloud.daysUntilDue(record), "day")}` : "";
    const status = group.querySelector(".marks__next");
    if (status.textContent !== next) status.textContent = next;
  }

  // Returns the buttons for a question; they show its mark, and follow it wherever it is changed.
  aloud.markButtons = (id, title) => {
    const group = aloud.element("span", "marks on-screen");
    group.dataset.id = id;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", `Your mark: ${title}`);
    for (const [mark, label] of Object.entries(aloud.MARKS)) {
      const button = aloud.button(`marks__button marks__button--${mark}`, label);
      button.dataset.mark = mark;
      button.addEventListener("click", () => {
        const record = aloud.marks.all()[id];
        const isTakenBack = record?.mark === mark && aloud.isOfToday(record); // on another day it is known once more
        aloud.mark(id, isTakenBack ? null : mark);
      });
      group.append(button);
    }
    const next = aloud.element("span", "marks__next");
    next.setAttribute("role", "status");
    group.append(next);
    show(group, aloud.marks.all());
    return group;
  };

  document.addEventListener("aloud:marks", () => {
    const marks = aloud.marks.all();
    for (const group of document.querySelectorAll(".marks")) show(group, marks);
  });
}

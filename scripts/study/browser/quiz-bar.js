// The bar at the foot of the window while a quiz is on: how far it is, all answers at once, the end.

{
  // Returns a function that shows a quiz's state, {isOn, shown, total}. `end` is called when the reader ends the quiz.
  aloud.quizBar = (showAll, end) => {
    const count = aloud.element("span", "quiz-bar__count");
    count.setAttribute("role", "status");
    const keys = aloud.element("span", "quiz-bar__keys");
    keys.append(
      "Keys: ",
      ...[
        ["space", "shows"],
        ["j", ""],
        ["k", "move"],
        ["1", ""],
        ["2", ""],
        ["3", "mark"],
      ].flatMap(([key, what]) => [aloud.element("kbd", "", key), ` ${what} `]),
    );
    const all = aloud.button("button", "Show all answers");
    const stop = aloud.button("button", "End the quiz");
    const bar = aloud.element("section", "quiz-bar on-screen", count, keys, all, stop);
    bar.setAttribute("aria-label", "Quiz");
    bar.hidden = true;
    document.querySelector("main").append(bar);

    let isAllShown = false;
    all.addEventListener("click", () => showAll(!isAllShown));
    stop.addEventListener("click", end);

    return ({ isOn, shown, total }) => {
      bar.hidden = !isOn;
      isAllShown = total > 0 && shown === total;
      const text = isOn ? `${shown} of ${total} shown` : "";
      if (count.textContent !== text) count.textContent = text;
      all.textContent = isAllShown ? "Hide all answers" : "Show all answers";
      all.disabled = total === 0;
    };
  };
}

// The keys of a quiz: Space shows and hides an answer, j and k move, 1, 2 and 3 mark. They work while the quiz is on.

{
  const CONTROLS = "a, button, input, select, textarea, summary, [contenteditable], [tabindex='0']";

  aloud.quizKeys = (quiz) => {
    const top = () => document.querySelector(".md-header")?.offsetHeight ?? 0;

    function current(questions) {
      const focused = questions.findIndex(({ part }) => part.contains(document.activeElement));
      if (focused >= 0) return focused;
      return questions.findIndex(({ part }) => part.getBoundingClientRect().bottom > top() + 40);
    }

    function move(questions, step) {
      const isInOne = questions.some(({ part }) => part.contains(document.activeElement));
      const from = current(questions);
      const to = isInOne ? from + step : step > 0 ? from : from - 1;
      const { part, button } = questions[Math.max(0, Math.min(to, questions.length - 1))];
      button.focus({ preventScroll: true });
      part.scrollIntoView({ block: "start" });
    }

    document.addEventListener("keydown", (event) => {
      if (!quiz.isOn() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest("input, select, textarea, [contenteditable]")) return;
      const questions = quiz.questions();
      const question = questions[current(questions)];
      if (!question) return;
      if (event.key === " ") {
        if (event.target.closest(CONTROLS)) return; // what has the focus takes its own key
        question.button.focus({ preventScroll: true });
        quiz.toggle(question);
      } else if (event.key === "j" || event.key === "k") move(questions, event.key === "j" ? 1 : -1);
      else if (["1", "2", "3"].includes(event.key))
        question.part.querySelectorAll(".marks__button")[event.key - 1]?.click();
      else return;
      event.preventDefault();
    });
  };
}

// Quiz mode: answers are hidden until they are asked for. What is hidden is up to `quiz.css`, on the screen only:
// `data-quiz` on the root says that the mode is on, and `is-shown` which questions show their answers all the same.

{
  const root = document.documentElement;

  // Returns the quiz over what `questions` returns whenever it is asked: [{part, button, bringIn}]. `part` gets
  // `is-shown`, `button` shows and hides its answer, and `bringIn`, if there is one, fetches it first; if that rejects,
  // the answer stays hidden. `changed` is called with ({isOn, shown, total}) when one of these may be another.
  aloud.createQuiz = (questions, changed) => {
    const isShown = ({ part }) => part.classList.contains("is-shown");
    const isOn = () => "quiz" in root.dataset;

    function report() {
      const all = questions();
      changed({ isOn: isOn(), shown: all.filter(isShown).length, total: all.length });
    }

    async function set(question, toShown) {
      try {
        if (toShown) await question.bringIn?.();
      } catch {
        return; // whoever brings it in has said why it did not come
      }
      question.part.classList.toggle("is-shown", toShown);
      question.button.setAttribute("aria-expanded", String(toShown));
      question.button.textContent = toShown ? "Hide the answer" : "Show the answer";
    }

    const quiz = {
      questions,
      isOn,
      report,
      async show(question, toShown = true) {
        await set(question, toShown);
        report();
      },
      toggle: (question) => quiz.show(question, !isShown(question)),
      async showAll(toShown) {
        await Promise.all(questions().map((question) => set(question, toShown)));
        report();
      },
      switchTo(next) {
        root.toggleAttribute("data-quiz", next);
        quiz.showAll(false);
      },
    };

    document.addEventListener("click", (event) => {
      const question = questions().find(({ button }) => button === event.target);
      if (question) quiz.toggle(question);
    });
    return quiz;
  };
}

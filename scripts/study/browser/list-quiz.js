// The quiz over the entries of the list: their spoken answers are brought in when they are asked for.

{
  const { element } = aloud;

  async function answerOf({ id, topic }) {
    const { topics } = await aloud.loadCatalog();
    const answers = await aloud.loadAnswers(topics.find(({ path }) => path === topic).answers);
    return answers[id];
  }

  function card(question, answer) {
    const link = element("a", "", "The full answer");
    link.href = question.item.querySelector("a").href;
    const actions = element("p", "entry__actions", aloud.markButtons(question.id, question.title), link);
    return element("div", "entry__card card-of-answer", ...aloud.answerParts(answer), actions);
  }

  const parts = new WeakMap();

  // Returns what `aloud.createQuiz` wants of a question, made at first need.
  aloud.quizEntry = (question) => {
    if (!parts.has(question)) {
      const button = aloud.button("button entry__reveal", "Show the answer");
      button.setAttribute("aria-expanded", "false");
      question.item.append(button);
      parts.set(question, {
        part: question.item,
        button,
        async bringIn() {
          if (question.item.querySelector(".entry__card")) return;
          try {
            const made = card(question, await answerOf(question));
            if (!question.item.querySelector(".entry__card")) question.item.append(made);
          } catch (error) {
            aloud.notice("The answer did not load. Check the network, and ask for it again.");
            throw error;
          }
        },
      });
    }
    return parts.get(question);
  };
}

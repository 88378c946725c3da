// The quiz over the entries of the list: their spoken answers are brought in when they are asked for.

{
  const { element } = aloud;

  const fragment = (html) => document.createRange().createContextualFragment(html);

  async function answerOf({ id, topic }) {
    const { topics } = await aloud.loadCatalog();
    const answers = await aloud.loadAnswers(topics.find(({ path }) => path === topic).answers);
    return answers[id];
  }

  function card(question, { answer, takeaway }) {
    const link = element("a", "", "The full answer");
    link.href = question.item.querySelector("a").href;
    const tip = element("div", "admonition tip", element("p", "admonition-title", "Key takeaway"), fragment(takeaway));
    const spoken = element("div", "admonition abstract", element("p", "admonition-title", "In 30 seconds"), fragment(answer));
    return element("div", "entry__card card-of-answer", spoken, tip, element("p", "entry__actions", aloud.markButtons(question.id, question.title), link));
  }

  // Returns what `aloud.createQuiz` wants of a question, made at first need.
  const parts = new WeakMap();

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

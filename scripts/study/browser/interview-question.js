// One question of an interview, as it is asked, and its answer once it was given.

{
  const { element } = aloud;

  function followUpList(followUps, choose) {
    const buttons = followUps.map(({ title, question }) => aloud.actionButton(title, () => choose(question)));
    const list = element("ul", "", ...buttons.map((made) => element("li", "", made)));
    const label = element("p", "", "An interviewer would ask next:");
    return element("div", "interview__follow-ups", label, list);
  }

  // Returns {element, heading, next}, the last a button to be labelled. Calls `reveal()` when the answer is asked for, and
  // `followUp(question)`; `followUpsOf(answer)` says which follow-ups are offered: [{title, question}, ...].
  aloud.questionCard = ({ id, title, topic, level }, { position, reveal, followUp, followUpsOf }) => {
    const facts = element("p", "interview__facts", position, aloud.levelBadge(level), topic.title);
    facts.id = "interview-facts";
    const heading = element("h2", "interview__question", title);
    heading.tabIndex = -1;
    heading.setAttribute("aria-describedby", facts.id);
    const answer = element("div", "card-of-answer interview__answer");
    const status = aloud.statusLine("interview__status");
    const marks = element("p", "interview__marks", "How was yours?", aloud.markButtons(id, title));
    const retry = aloud.actionButton("Try again", showAnswer);
    marks.hidden = retry.hidden = true;
    const next = aloud.button("button");
    const show = aloud.actionButton(
      "Show the 30-second answer",
      () => {
        reveal();
        show.remove();
        marks.hidden = false;
        next.classList.add("button--primary");
        showAnswer();
      },
      true,
    );
    const load = () => aloud.loadAnswers(topic.answers);
    load().catch(() => {}); // ahead of time, while the candidate speaks; that it failed is said when it is asked for

    async function showAnswer() {
      retry.hidden = true;
      status.textContent = "Loading the answer …";
      let said;
      try {
        said = (await load())[id];
      } catch {
        status.textContent = "The answer did not load. Try again, or go on without it.";
        retry.hidden = false;
        retry.focus();
        return;
      }
      status.textContent = "";
      answer.append(...aloud.answerParts(said));
      const followUps = followUpsOf(said);
      if (followUps.length) marks.after(followUpList(followUps, followUp));
      answer.firstChild.tabIndex = -1;
      answer.firstChild.focus();
    }

    return {
      element: element(
        "section",
        "interview__card",
        ...[facts, heading, answer, status, marks],
        element("div", "interview__actions", show, retry, next),
      ),
      heading,
      next,
    };
  };
}

// What an interview was: each question with its time, its mark and its full answer.

{
  const { element } = aloud;

  function item({ question, watch }) {
    const { id, title, level } = question;
    const link = element("a", "", title);
    link.href = aloud.addressOf(question);
    const time = `${aloud.clockTime(watch.seconds())} of ${aloud.clockTime(aloud.ALLOTMENTS[level] * 60)}`;
    const taken = element("span", "interview__taken", time);
    const facts = element("p", "interview__facts", aloud.levelBadge(level), taken, aloud.markButtons(id, title));
    return element("li", "", link, facts);
  }

  // Returns {element, heading}. The buttons call `again()`, `another()` and `copy()`.
  aloud.interviewSummary = ({ asked, missed, seconds }, minutes, { again, another, copy }) => {
    const heading = element("h2", "", "Summary");
    heading.tabIndex = -1;
    const left = missed.length ? ` ${aloud.counted(missed.length, "planned question")} did not come up.` : "";
    const time = `${aloud.clockTime(seconds)}; ${minutes}:00 were planned`;
    return {
      element: element(
        "section",
        "interview__summary",
        heading,
        element("p", "", `${aloud.counted(asked.length, "question")} in ${time}.${left}`),
        element("ol", "interview__asked", ...asked.map(item)),
        element(
          "div",
          "interview__actions",
          aloud.actionButton("Another one", another, true),
          aloud.actionButton("Same interview again", again),
          aloud.actionButton("Copy link", copy),
        ),
      ),
      heading,
    };
  };
}

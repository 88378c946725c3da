// A topic page: a mark for each question, its quick checks, the quiz, and how the topic stands.

{
  const sections = [...document.querySelectorAll("section.question")];
  const tools = document.querySelector(".topic-tools");
  const KEY = "aloud.quiz"; // remembered from topic to topic; the page's head reads it before anything is shown

  function remember(isOn) {
    try {
      localStorage.setItem(KEY, isOn ? "on" : "off");
    } catch {
      // The mode then lasts as long as the page.
    }
  }

  function titleOf(heading) {
    const copy = heading.cloneNode(true);
    for (const other of copy.querySelectorAll(".question__number, .headerlink")) other.remove();
    return copy.textContent.trim();
  }

  const questions = sections.map((part) => {
    const heading = part.querySelector("h2");
    const title = titleOf(heading);
    const badges = part.querySelector(".question__badges");
    badges.append(aloud.markButtons(heading.id, title));
    const button = aloud.button("button button--primary", "Show the answer");
    button.setAttribute("aria-expanded", "false");
    (part.querySelector(".question__also-asked") ?? badges).after(
      aloud.element("p", "question__reveal on-screen", button),
    );
    return { id: heading.id, part, button };
  });

  aloud.makeChecksAnswerable(document);

  // --- The quiz ---
  const start = tools.querySelector(".topic-tools__quiz");
  const showState = aloud.quizBar(
    (isShown) => quiz.showAll(isShown),
    () => end(),
  );
  const quiz = aloud.createQuiz(
    () => questions,
    (state) => {
      start.setAttribute("aria-pressed", String(state.isOn));
      showState(state);
    },
  );
  aloud.quizKeys(quiz);

  function switchTo(isOn) {
    const anchor = questions.find(({ part }) => part.getBoundingClientRect().bottom > 60);
    const top = anchor?.part.getBoundingClientRect().top ?? 0;
    quiz.switchTo(isOn);
    remember(isOn);
    // What is above it has another height now: the question in view stays where it was.
    if (anchor && top < 60) scrollBy({ top: anchor.part.getBoundingClientRect().top - top, behavior: "instant" });
  }

  function end() {
    switchTo(false);
    start.focus({ preventScroll: true });
  }

  start.addEventListener("click", () => switchTo(!quiz.isOn()));

  // Who follows a link into an answer, or comes from the search, has asked for it.
  async function showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const question = target && questions.find(({ part }) => part.contains(target));
    const isIntoAnswer = question && (target.id !== question.id || new URLSearchParams(location.search).has("h"));
    if (!quiz.isOn() || !isIntoAnswer) return;
    await quiz.show(question);
    target.scrollIntoView();
  }

  quiz.report();
  showTarget();
  addEventListener("hashchange", showTarget);

  // --- How the topic stands ---
  const progress = tools.querySelector(".topic-tools__progress");

  function showProgress() {
    const tally = aloud.tally(questions, aloud.marks.all());
    const due = tally.due ? ` · ${tally.due} due today` : "";
    progress.replaceChildren(aloud.bar(tally), `${tally.known} of ${tally.total} known${due}`);
    progress.hidden = !(tally.known || tally.unsure || tally.unknown);
  }

  showProgress();
  document.addEventListener("aloud:marks", showProgress);
}

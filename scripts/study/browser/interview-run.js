// The course of an interview: which question comes next, and what the time says to it.

{
  const TICK = 250; // milliseconds, so that no second is skipped

  const askBeforeLeaving = (event) => event.preventDefault();

  // Asks the questions of a plan, one by one. `show(element, heading)` puts one on the page, `say(text)` tells what
  // happens. At the end `finish({asked: [{question, watch}], missed: questions, seconds})` is called.
  aloud.runInterview = ({ plan, minutes, byId, show, say, finish }) => {
    const total = aloud.stopwatch();
    const queue = [...plan];
    const asked = [];
    let current = null; // the last of them: {question, watch, card, isAnswered, isOver}
    let isPaused = false;
    let isTimeUp = false;

    const isLast = () => !queue.length || isTimeUp;
    const nextLabel = () => (isLast() ? "To the summary" : "Next question");

    function tick() {
      const { question, watch, card, isOver } = current;
      const seconds = watch.seconds();
      const allotment = aloud.ALLOTMENTS[question.level] * 60;
      const remaining = minutes * 60 - total.seconds();
      clock.show({ seconds, allotment, remaining, isPaused });
      if (!isOver && seconds >= allotment) {
        current.isOver = true;
        say("The time for this question is over. Finish your answer.");
      }
      if (!isTimeUp && remaining <= 0) {
        isTimeUp = true;
        card.next.textContent = nextLabel();
        say("The interview's time is up. Finish your answer; then comes the summary.");
      }
    }

    // The time of a question ends with its answer; that of the interview goes on while the answers are compared.
    function hold(paused) {
      isPaused = paused;
      total.run(!paused);
      current.watch.run(!paused && !current.isAnswered);
      tick();
    }

    function ask(question) {
      const planned = queue.indexOf(question);
      if (planned >= 0) queue.splice(planned, 1);
      current?.watch.run(false);
      const position = `Question ${asked.length + 1} of ${asked.length + 1 + queue.length}`;
      const card = aloud.questionCard(question, { position, reveal, followUp: ask, followUpsOf });
      card.next.textContent = nextLabel();
      card.next.addEventListener("click", () => (isLast() ? end() : ask(queue[0])));
      current = { question, card, watch: aloud.stopwatch(), isAnswered: false, isOver: false };
      asked.push(current);
      say("");
      show(aloud.element("div", "", clock.element, card.element), card.heading);
      hold(false);
    }

    function reveal() {
      current.isAnswered = true;
      hold(isPaused);
    }

    // What was asked already is not offered again.
    function followUpsOf({ followUps }) {
      return followUps
        .map(([title, id]) => ({ title, question: byId.get(id) }))
        .filter(({ question }) => question && !asked.some((one) => one.question === question));
    }

    function end() {
      hold(true);
      clearInterval(ticking);
      removeEventListener("beforeunload", askBeforeLeaving);
      aloud.stayAwake(false);
      say("");
      finish({ asked, missed: queue, seconds: total.seconds() });
    }

    const clock = aloud.interviewClock({ pause: () => hold(!isPaused), end });
    addEventListener("beforeunload", askBeforeLeaving);
    aloud.stayAwake(true);
    ask(queue[0]);
    const ticking = setInterval(tick, TICK);
  };
}

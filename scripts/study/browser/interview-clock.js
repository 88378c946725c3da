// The time of an interview: what is measured, and the row that shows it.

{
  const { element } = aloud;

  // A stopwatch that stands still. It counts monotonic time, so that no slow tab and no new time of day disturbs it.
  aloud.stopwatch = () => {
    let since = null;
    let before = 0; // milliseconds
    const elapsed = () => before + (since === null ? 0 : performance.now() - since);
    return {
      seconds: () => Math.floor(elapsed() / 1000),
      run(isRunning) {
        before = elapsed();
        since = isRunning ? performance.now() : null;
      },
    };
  };

  // The row above a question. Its numbers are not spoken each second: `role="timer"` is silent unless it is read.
  aloud.interviewClock = ({ pause, end }) => {
    const spent = element("strong");
    const allotted = element("span");
    const left = element("span", "interview__left");
    const timer = element("p", "interview__timer", spent, allotted, left);
    timer.setAttribute("role", "timer");
    const stop = aloud.actionButton("Pause", pause);
    return {
      element: element("div", "interview__clock", timer, stop, aloud.actionButton("End", end)),

      // Shows seconds: of the question, of its allotment, and left in all (negative when more was taken).
      show({ seconds, allotment, remaining, isPaused }) {
        const rest = `${aloud.clockTime(Math.abs(remaining))} ${remaining < 0 ? "over" : "left"}`;
        spent.textContent = aloud.clockTime(seconds);
        allotted.textContent = ` of ${aloud.clockTime(allotment)} for this question`;
        left.textContent = isPaused ? `${rest}, paused` : rest;
        timer.classList.toggle("is-over", seconds >= allotment);
        stop.setAttribute("aria-pressed", String(isPaused));
      },
    };
  };
}

// What the tools share: how numbers and levels are said, a button that does something, a line that is spoken.

aloud.LEVELS = ["foundational", "intermediate", "advanced"];

aloud.capitalized = (word) => word[0].toUpperCase() + word.slice(1);

aloud.counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// Whole seconds as minutes and seconds, such as 4:05.
aloud.clockTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

aloud.levelBadge = (level) => aloud.element("span", `badge badge--level badge--${level}`, aloud.capitalized(level));

aloud.actionButton = (label, run, isPrimary = false) => {
  const made = aloud.button(isPrimary ? "button button--primary" : "button", label);
  made.addEventListener("click", run);
  return made;
};

// A line that is spoken when its text changes.
aloud.statusLine = (className) => {
  const line = aloud.element("p", className);
  line.setAttribute("role", "status");
  return line;
};

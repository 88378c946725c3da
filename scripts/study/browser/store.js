// The reader's marks, kept in this browser and nowhere else. By the id of a question, which is for ever, a record:
//   mark    "known", "unsure" or "unknown"
//   at      when it was given, in milliseconds since 1970
//   card    where the scheduler stands (`schedule.js`); null while it could not be asked
//   before  the card before this mark, so that a second thought on the same day replaces the first

{
  const KEY = "aloud.marks";
  const VERSION = 1;
  const PROBLEMS = {
    closed:
      "This browser keeps nothing for this site, so your marks last until you leave the page. Export them to keep them.",
    full: "This browser's storage is full, so your marks last until you leave the page. Export them to keep them.",
    broken: "Your stored marks could not be read. A copy of them is kept aside, and marks begin anew.",
    newer:
      "Your marks were stored by a newer edition of this site. They are left alone; reload the page to get that edition.",
  };

  let memory = null; // what the storage cannot take
  let known = { text: null, marks: null }; // what was read last: reading ten thousand marks takes a while
  let problem = "";

  function trouble(kind) {
    if (problem === kind) return;
    problem = kind;
    aloud.notice(PROBLEMS[kind]);
  }

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      trouble("closed");
      return null;
    }
  }

  function keepAside(text) {
    try {
      localStorage.setItem(`${KEY}.broken`, text);
      localStorage.removeItem(KEY);
    } catch {
      memory = {};
    }
    trouble("broken");
  }

  function parsed(text) {
    try {
      const { version, marks } = JSON.parse(text);
      if (version > VERSION) {
        memory = {};
        trouble("newer");
      } else if (version === VERSION && marks && typeof marks === "object" && !Array.isArray(marks)) return marks;
      else keepAside(text);
    } catch {
      keepAside(text);
    }
    return {};
  }

  function read() {
    if (memory) return memory;
    const text = stored();
    if (text !== known.text || !known.marks) known = { text, marks: text === null ? {} : parsed(text) };
    return memory ?? known.marks;
  }

  function write(marks) {
    if (memory) memory = marks;
    else {
      try {
        const text = JSON.stringify({ version: VERSION, marks });
        localStorage.setItem(KEY, text);
        known = { text, marks };
      } catch (error) {
        memory = marks;
        trouble(error.name === "QuotaExceededError" ? "full" : "closed");
      }
    }
    document.dispatchEvent(new Event("aloud:marks"));
  }

  aloud.marks = {
    // All records by id, to be read only. What other tabs write is known as soon as the browser has told.
    all: () => memory ?? known.marks ?? read(),

    // Calls `edit` with all records as they are now, also after changes in other tabs, and keeps what it made of them.
    change(edit) {
      const marks = { ...read() };
      edit(marks);
      write(marks);
    },
  };

  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    known.marks = null;
    document.dispatchEvent(new Event("aloud:marks"));
  });
}

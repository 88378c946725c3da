// The mock interview: its form, its questions and its summary, one after another in one place of the page.

{
  const { element } = aloud;
  const status = aloud.statusLine("interview__status");
  const stage = element("div", "interview__stage");
  const root = element("div", "interview", status, stage);

  const say = (text) => {
    status.textContent = text;
  };

  // Puts a step on the page, and the focus on its heading.
  function show(step, made, heading) {
    document.documentElement.dataset.interview = step;
    stage.replaceChildren(made);
    heading?.focus();
  }

  function remember(choice) {
    try {
      history.replaceState(history.state, "", aloud.interviewAddress(choice));
    } catch {
      // a page from the file system keeps its address; the link can still be copied
    }
  }

  function begin(catalog) {
    const byId = new Map(catalog.questions.map((question) => [question.id, question]));
    const paths = catalog.topics.map(({ path }) => path);

    function setUp(choice) {
      const form = aloud.interviewSetup(catalog, choice, run);
      show("setup", form);
      return form;
    }

    function run(choice, plan) {
      remember(choice);
      aloud.runInterview({
        plan,
        minutes: choice.minutes,
        byId,
        say,
        show: (made, heading) => show("question", made, heading),
        finish(result) {
          const { element: made, heading } = aloud.interviewSummary(result, choice.minutes, {
            again: () => run(choice, plan),
            another: () =>
              setUp({ ...choice, seed: aloud.newSeed() })
                .querySelector("input:checked")
                .focus(),
            copy: () => aloud.copyInterview(choice),
          });
          show("summary", made, heading);
        },
      });
    }

    const { choice, problems } = aloud.readInterview(location.search, paths);
    setUp(choice);
    say(problems.join(" "));
  }

  function load() {
    say("Loading the questions …");
    stage.replaceChildren();
    aloud.loadCatalog().then(begin, () => {
      say("The list of questions did not load.");
      stage.replaceChildren(aloud.actionButton("Try again", load));
    });
  }

  document.querySelector(".interview-place").replaceWith(root);
  load();
}

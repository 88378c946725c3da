// One line at the foot of the window that says what happened, with what can be done about it.

{
  // There before it says anything, or a screen reader may miss the first thing that it says.
  const notice = aloud.element("div", "notice on-screen");
  notice.setAttribute("role", "status");
  document.body.append(notice);

  // `action` is {label, run}: a button beside the text.
  aloud.notice = (text, action = null) => {
    const close = aloud.button("notice__close", "×");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => notice.replaceChildren());
    const buttons = [close];
    if (action) {
      const button = aloud.button("notice__action", action.label);
      button.addEventListener("click", action.run);
      buttons.unshift(button);
    }
    notice.replaceChildren(aloud.element("p", "", text), ...buttons);
  };
}

"use strict";
(() => {
  const NAME = "reviewer";
  // A name once given is offered again on this machine; the server keeps none but in decisions.
  const fill = () => {
    const field = document.getElementById("reviewer");
    if (field && !field.value) field.value = localStorage.getItem(NAME) || "";
  };
  const press = (key) => {
    const target = document.querySelector(`.decide [data-key="${key}"], [data-key="${key}"]`);
    if (target) target.click();
    return Boolean(target);
  };
  document.addEventListener("input", (event) => {
    if (event.target.id === "reviewer") localStorage.setItem(NAME, event.target.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, textarea, select");
    if (typing) {
      if (event.key === "Escape") typing.blur();
      return;
    }
    if (event.key === "/") {
      const note = document.getElementById("note");
      if (note) { note.focus(); event.preventDefault(); }
      return;
    }
    if (event.key === "a") {
      const ours = document.querySelector(".decide button.ours");
      if (ours) { ours.click(); event.preventDefault(); }
      return;
    }
    // After a decision the notice's undo is meant, and not one on the claim now shown.
    const undo = event.key === "u" && document.querySelector(".notice [data-key=u]");
    if (undo) { undo.click(); event.preventDefault(); return; }
    if (/^[a-z]$/.test(event.key) && press(event.key)) event.preventDefault();
  });
  document.addEventListener("htmx:afterSettle", fill);
  addEventListener("DOMContentLoaded", fill);
  fill();
})();

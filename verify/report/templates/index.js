"use strict";
(() => {
  const field = document.getElementById("search");
  const rows = [...document.querySelectorAll("tr[data-words]")];
  const status = document.getElementById("status");
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const there = words.every((word) => row.dataset.words.includes(word));
      row.hidden = !there;
      shown += there ? 1 : 0;
    }
    status.textContent = words.length ? `${shown} of ${rows.length} reports` : "";
  });
})();

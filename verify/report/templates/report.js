"use strict";
(() => {
  const claims = [...document.querySelectorAll("details.claim")];
  const groups = [...document.querySelectorAll(".group")];
  const marks = [...document.querySelectorAll("[data-claims]")];
  const buttons = [...document.querySelectorAll("[data-filter]")];
  const status = document.getElementById("status");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = calm ? "auto" : "smooth";
  let current = null;

  const visible = () => claims.filter((claim) => !claim.hidden);

  const highlight = (claim) => {
    current = claim;
    for (const other of claims) other.classList.toggle("current", other === claim);
    for (const mark of marks) {
      const its = mark.dataset.claims.split(" ").includes(claim.id);
      mark.classList.toggle("current", its);
    }
  };

  const show = (claim, open = true) => {
    if (claim.hidden) filter("");
    if (open) claim.open = true;
    highlight(claim);
    claim.querySelector("summary").focus({ preventScroll: true });
    claim.scrollIntoView({ block: "nearest", behavior });
  };

  const filter = (label) => {
    let shown = 0;
    for (const claim of claims) {
      claim.hidden = Boolean(label) && claim.dataset.label !== label;
      shown += claim.hidden ? 0 : 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("details.claim:not([hidden])");
    }
    const kept = new Set(visible().map((claim) => claim.id));
    for (const mark of marks) {
      const any = mark.dataset.claims.trim().split(" ").some((id) => kept.has(id));
      mark.classList.toggle("dim", !any);
    }
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.filter === label));
    }
    status.textContent = `${shown} ${shown === 1 ? "claim" : "claims"} shown`;
  };

  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const at = list.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
    if (list[next]) show(list[next], false);
  };

  const toText = () => {
    const tag = current && document.getElementById("t" + current.id.slice(1));
    if (!tag) return;
    tag.focus({ preventScroll: true });
    tag.scrollIntoView({ block: "center", behavior });
  };

  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      const claim = document.getElementById(mark.getAttribute("href").slice(1));
      if (!claim) return;
      event.preventDefault();
      history.replaceState(null, "", "#" + claim.id);
      show(claim);
    });
  }
  for (const claim of claims) {
    claim.querySelector("summary").addEventListener("focus", () => highlight(claim));
  }
  for (const button of buttons) {
    button.addEventListener("click", () => filter(button.dataset.filter));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "t") toText();
    else if (/^[0-5]$/.test(event.key)) buttons[Number(event.key)]?.click();
    else return;
    event.preventDefault();
  });
  const fromAddress = () => {
    const claim = document.getElementById(location.hash.slice(1));
    if (claim && claims.includes(claim)) show(claim);
  };
  addEventListener("hashchange", fromAddress);
  addEventListener("beforeprint", () => {
    for (const claim of claims) claim.open = true;
  });
  fromAddress();
})();

// Findings and places on the page show each other; letters take them, ignore them, go on.
import { letters, typing } from "./app.js";

const $ = (id) => document.getElementById(id);
let now = 1;
let shown = "";
const rows = () => [...document.querySelectorAll(".finding:not([hidden])")];
const choose = (row, move = true) => {
  if (!row) return;
  now = Number(row.dataset.number);
  for (const one of document.querySelectorAll(".finding")) { const on = one === row; one.classList.toggle("now", on); one.tabIndex = on ? 0 : -1; if (on) one.setAttribute("aria-current", "true"); else one.removeAttribute("aria-current"); for (const inner of one.querySelectorAll("button")) inner.tabIndex = on ? 0 : -1; }
  for (const spot of document.querySelectorAll(".spot")) { const on = spot.dataset.number === row.dataset.number; spot.classList.toggle("now", on); if (on && move) spot.scrollIntoView({ block: "center" }); }
};
const filter = () => {
  for (const row of document.querySelectorAll(".finding")) row.hidden = Boolean(shown) && (shown === "hand" ? row.dataset.hand === undefined : shown === "error" ? row.dataset.level !== "error" : row.dataset.level === "error");
  for (const group of document.querySelectorAll(".found")) group.hidden = !group.querySelector(".finding:not([hidden])");
  for (const button of document.querySelectorAll("[data-show]")) button.setAttribute("aria-pressed", String(button.dataset.show === shown));
};
const place = async () => {
  const address = $("check")?.dataset.spots;
  if (!address || document.querySelector(".spot")) return;
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return;
  for (const spot of await answer.json()) {
    const page = document.querySelector(`.picture[data-page="${spot.page}"]`);
    if (!page) continue;
    const box = document.createElement("button");
    box.type = "button";
    box.className = `spot${spot.level === "error" ? "" : " y"}`;
    box.dataset.number = spot.number;
    box.tabIndex = -1;
    box.setAttribute("aria-label", `第 ${spot.number} 处：${spot.said}`);
    for (const side of ["left", "top", "width", "height"]) box.style.setProperty(side, `${spot[side]}%`);
    const badge = document.createElement("b");
    badge.textContent = spot.number;
    box.append(badge);
    page.append(box);
  }
  const row = $(`n-${now}`);
  if (row) choose(row, false);
};
document.addEventListener("pages:shown", place);
document.addEventListener("page:changed", () => { filter(); const row = $(`n-${now}`); if (row) choose(row, false); place(); });
document.addEventListener("click", (event) => {
  const filterButton = event.target.closest("[data-show]");
  if (filterButton) { shown = filterButton.dataset.show; filter(); choose(rows()[0]); return; }
  const spot = event.target.closest(".spot");
  if (spot) { const row = $(`n-${spot.dataset.number}`); choose(row, false); row?.scrollIntoView({ block: "center" }); row?.focus({ preventScroll: true }); return; }
  const row = event.target.closest(".finding");
  if (row) choose(row);
});
document.addEventListener("focusin", (event) => { const row = event.target.closest?.(".finding"); if (row && event.target === row) choose(row); });
document.addEventListener("keydown", (event) => {
  if (!letters(event) || typing(event.target)) return;
  const all = rows();
  const at = all.findIndex((one) => Number(one.dataset.number) === now);
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") { event.preventDefault(); const row = all[Math.max(0, Math.min(all.length - 1, at + (key === "j" ? 1 : -1)))]; choose(row); row?.focus({ preventScroll: true }); row?.scrollIntoView({ block: "nearest" }); return; }
  if (at < 0) return;
  if (key === "a" && event.shiftKey) { event.preventDefault(); all[at].closest(".found").querySelector("[data-group]")?.click(); return; }
  const button = all[at].querySelector(key === "a" ? "[data-accept]" : key === "x" ? "[data-ignore]" : "none");
  if (button) { event.preventDefault(); button.click(); const next = all[at + 1]; if (next) { choose(next); next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); } }
});
filter();
choose(rows()[0], false);

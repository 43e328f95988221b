// Goes through the changed places, and from a change in substance to where it stands.
import { letters } from "./app.js";

const rows = () => [...document.querySelectorAll(".diff")];
const current = () => rows().findIndex((one) => one.classList.contains("now"));
const show = (row) => {
  if (!row) return;
  const all = rows();
  for (const one of all) { one.classList.toggle("now", one === row); if (one === row) one.setAttribute("aria-current", "true"); else one.removeAttribute("aria-current"); }
  row.scrollIntoView({ block: "nearest" });
  document.getElementById("at").textContent = `第 ${all.indexOf(row) + 1} 处，共 ${all.length} 处`;
};
const step = (by) => { const all = rows(); show(all[Math.max(0, Math.min(all.length - 1, current() + by))]); };
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-step]");
  if (button) { step(Number(button.dataset.step)); return; }
  const jump = event.target.closest("[data-jump]");
  const row = jump && document.getElementById(`d-${jump.dataset.jump}`);
  if (row) { event.preventDefault(); show(row); return; }
  const own = event.target.closest(".diff");
  if (own) show(own);
});
document.addEventListener("keydown", (event) => {
  const by = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (by && letters(event)) { event.preventDefault(); step(by); }
});
if (location.hash.startsWith("#d-")) show(document.getElementById(location.hash.slice(1)));

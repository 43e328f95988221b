// Two seats change places: by dragging one on the other, or by Enter on both; arrows move between seats.
import { refresh, say, send } from "./app.js";

const hall = () => document.getElementById("hall");
const tell = (words) => { document.getElementById("moved").textContent = words; };
let held = null;
const seat = (place) => hall()?.querySelector(`[data-seat="${CSS.escape(place)}"]`);
const name = (node) => node.querySelector("b")?.textContent ?? "空座";
const hold = (place) => {
  if (held) seat(held)?.setAttribute("aria-pressed", "false");
  held = place;
  if (held) { seat(held).setAttribute("aria-pressed", "true"); tell(`拿起了 ${name(seat(held))}，到另一座按 Enter 对调`); }
};
const exchange = async (one, other) => {
  if (one === other) { hold(null); tell(""); return; }
  const words = `${name(seat(one))} 和 ${name(seat(other))} 已对调`;
  const answer = await send(hall().dataset.move, new URLSearchParams({ from: one, to: other }));
  hold(null);
  if (!answer.ok) { tell("没有存上，请刷新页面再试。"); return; }
  await refresh();
  tell(words);
  say(words, true);
  seat(other)?.focus();
};
document.addEventListener("click", (event) => {
  const node = event.target.closest("#hall .seat");
  if (!node) return;
  if (held) exchange(held, node.dataset.seat); else hold(node.dataset.seat);
});
document.addEventListener("dragstart", (event) => {
  const node = event.target.closest?.("#hall .seat");
  if (!node) return;
  event.dataTransfer.setData("text/plain", node.dataset.seat);
  event.dataTransfer.effectAllowed = "move";
});
document.addEventListener("dragover", (event) => { if (event.target.closest?.("#hall .seat")) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  const node = event.target.closest?.("#hall .seat");
  if (!node) return;
  event.preventDefault();
  const from = event.dataTransfer.getData("text/plain");
  if (from && seat(from)) exchange(from, node.dataset.seat);
});
document.addEventListener("keydown", (event) => {
  const node = event.target.closest?.("#hall .seat");
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (event.key === "Escape" && held) { hold(null); tell("不换了"); }
  if (!node || !step) return;
  const [row, column] = node.dataset.seat.split("-").map(Number);
  const next = seat(`${row + step[0]}-${column + step[1]}`);
  if (next) { event.preventDefault(); for (const one of hall().querySelectorAll(".seat")) one.tabIndex = one === next ? 0 : -1; next.focus(); }
});

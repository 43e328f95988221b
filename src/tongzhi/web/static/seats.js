// Two seats change places: by dragging one on the other, or by Enter on both; arrows move between seats.
const hall = document.getElementById("hall");
const told = document.getElementById("moved");
const key = document.querySelector("meta[name=form-key]").content;
let held = null;

const name = (seat) => seat.querySelector("b")?.textContent ?? "空座";
const hold = (seat) => {
  held?.setAttribute("aria-pressed", "false");
  held = seat;
  held?.setAttribute("aria-pressed", "true");
  if (held) told.textContent = `已选中 ${name(held)}，到另一个座位按回车对调`;
};
const exchange = async (one, other) => {
  if (one === other) { hold(null); return; }
  const answer = await fetch(hall.dataset.move, {
    method: "POST", credentials: "same-origin", headers: { "X-Form-Key": key },
    body: new URLSearchParams({ from: one.dataset.seat, to: other.dataset.seat }),
  }).catch(() => null);
  if (!answer?.ok) { told.textContent = "没有存上，请刷新页面再试。"; return; }
  const inside = [...one.childNodes];
  one.replaceChildren(...other.childNodes);
  other.replaceChildren(...inside);
  for (const seat of [one, other]) seat.setAttribute("aria-label", `${seat.getAttribute("aria-label").split("：")[0]}：${name(seat)}`);
  hold(null);
  told.textContent = `${name(one)} 和 ${name(other)} 已对调`;
};
hall.addEventListener("click", (event) => {
  const seat = event.target.closest(".seat");
  if (!seat) return;
  if (held) exchange(held, seat); else hold(seat);
});
hall.addEventListener("dragstart", (event) => {
  const seat = event.target.closest(".seat");
  event.dataTransfer.setData("text/plain", seat.dataset.seat);
  event.dataTransfer.effectAllowed = "move";
});
hall.addEventListener("dragover", (event) => { if (event.target.closest(".seat")) event.preventDefault(); });
hall.addEventListener("drop", (event) => {
  const seat = event.target.closest(".seat");
  if (!seat) return;
  event.preventDefault();
  const from = hall.querySelector(`[data-seat="${CSS.escape(event.dataTransfer.getData("text/plain"))}"]`);
  if (from) exchange(from, seat);
});
hall.addEventListener("keydown", (event) => {
  const seat = event.target.closest(".seat");
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (event.key === "Escape") hold(null);
  if (!seat || !step) return;
  const [row, column] = seat.dataset.seat.split("-").map(Number);
  const next = hall.querySelector(`[data-seat="${row + step[0]}-${column + step[1]}"]`);
  if (next) { event.preventDefault(); next.focus(); }
});

// Asks how far the run is; the work goes on without this page.
const card = document.querySelector("[data-state]");
if (card) {
  const ask = async () => {
    try {
      const answer = await fetch(card.dataset.state, { credentials: "same-origin" });
      const told = await answer.json();
      if (told.state !== "running") { location.reload(); return; }
      const bar = document.getElementById("bar");
      if (told.total) { bar.max = told.total; bar.value = told.done; }
      document.getElementById("told").textContent = `${told.done} / ${told.total || "…"} 份`;
    } catch { /* the machine slept; ask again */ }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 500);
}

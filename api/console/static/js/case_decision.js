// The decision bar: what is told the applicant, the lease, the seconds in which a decision can be taken back.
const RENEW_MS = 4 * 60_000;

// The applicant's words follow the ticked reasons until somebody writes into them.
function composed(form) {
  const ticked = [...form.querySelectorAll("input[name=reasons]:checked")];
  return [...new Set(ticked.map((one) => one.dataset.words))].join("\n");
}

addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-decides]");
  if (!form || event.target.name !== "reasons" || !form.querySelector("[data-recompose]")) return;
  const words = form.elements.words;
  if (words.dataset.written) form.querySelector("[data-recompose]").hidden = false;
  else words.value = composed(form);
});

addEventListener("input", (event) => {
  if (event.target.matches?.("form[data-decides] textarea")) event.target.dataset.written = "1";
});

addEventListener("click", (event) => {
  const again = event.target.closest?.("[data-recompose]");
  if (!again) return;
  const words = again.form.elements.words;
  words.value = composed(again.form);
  delete words.dataset.written;
  again.hidden = true;
  words.focus();
});

addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-decides]") ?? document.querySelector("dialog[open] form[data-decides]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
});

// While the page is looked at, the lease is kept.
let lastSeen = Date.now();
for (const name of ["keydown", "pointerdown", "wheel"]) addEventListener(name, () => { lastSeen = Date.now(); }, { passive: true });
setInterval(async () => {
  const held = document.querySelector("[data-held-until]");
  if (!held || document.hidden || Date.now() - lastSeen > RENEW_MS) return;
  const { case: id } = document.getElementById("case").dataset;
  const { "X-CSRF-Token": token } = JSON.parse(document.body.getAttribute("hx-headers"));
  const answer = await fetch(held.dataset.renews ?? `/v1/review/cases/${id}/renew`, { method: "POST", headers: { "X-CSRF-Token": token } });
  if (!answer.ok) return;
  const until = new Date((await answer.json()).until);
  held.dataset.heldUntil = until.toISOString();
  held.textContent = until.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });
}, RENEW_MS);

// Ten seconds of undoing, then the next case, unless somebody wants to stay.
let ticking = null;

export function countDown() {
  const left = document.querySelector("[data-undo-until]");
  if (!left || ticking) return;
  const until = Date.parse(left.dataset.undoUntil);
  document.querySelector("[data-next]")?.focus();
  ticking = setInterval(() => {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    left.textContent = Math.max(0, seconds);
    if (seconds > 0) return;
    stop();
    location.assign(document.querySelector("[data-next]").href);
  }, 250);
}

function stop() {
  clearInterval(ticking);
  ticking = null;
}

addEventListener("click", (event) => {
  if (event.target.closest?.("[data-undo]")) stop();
  const stays = event.target.closest?.("[data-stays]");
  if (!stays) return;
  stop();
  const left = document.querySelector("[data-undo-until]");
  left.parentElement.textContent = "您选择留在本案";
  stays.remove();
  const end = Date.parse(left.dataset.undoUntil) - Date.now();
  setTimeout(() => document.querySelector("[data-undo]")?.remove(), Math.max(0, end));
});

// The queue: moving through its rows by keys, and taking up what changed without losing the place.
import { toast } from "./console.js";
import { follow } from "./queue_live.js";

const list = () => document.getElementById("queue-list");
const rows = () => [...list().querySelectorAll("[data-row]")];
const rowOf = (element) => element?.closest?.("[data-row]") ?? null;
let current = null;  // the id of the row somebody is at, and its place, for when it is gone
let place = 0;

function mark(row) {
  for (const one of list().querySelectorAll(".row-current")) one.classList.remove("row-current");
  if (!row) return;
  row.classList.add("row-current");
  current = row.dataset.row;
  place = rows().indexOf(row);
}

function at() {
  return rowOf(document.activeElement) ?? rows().find((row) => row.dataset.row === current) ?? null;
}

function goTo(row) {
  if (!row) return;
  row.querySelector(".row-link").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function move(by) {
  const there = rows();
  const here = there.indexOf(at());
  goTo(here < 0 ? there[0] : there[Math.min(Math.max(here + by, 0), there.length - 1)]);
}

const ACTS = {
  down: () => move(1),
  up: () => move(-1),
  open: () => (at() ?? rows()[0])?.querySelector(".row-link").click(),
  act: () => {
    const row = at() ?? rows()[0];
    const does = row?.querySelector("[data-does]");
    if (does) does.click();
    else if (row) toast("这一件现在不能领取。", "info");
  },
};

addEventListener("click", (event) => {
  const asked = event.target.closest?.("[data-acts]");
  if (asked) ACTS[asked.dataset.acts]();
});
addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (row) mark(row);
});
// A click anywhere in a row that is not on something else opens it.
addEventListener("click", (event) => {
  const row = rowOf(event.target);
  if (!row || event.target.closest("a, button, form") || String(getSelection())) return;
  row.querySelector(".row-link").click();
});

// Filters that say nothing stay out of the address.
addEventListener("submit", (event) => {
  if (!event.target.matches("[data-filters]")) return;
  for (const field of event.target.elements) if (field.name && !field.value.trim()) field.disabled = true;
});
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("[data-filters] :disabled")) field.disabled = false;
});

let asking = false;
export async function refresh() {
  if (asking) return;
  asking = true;
  try {
    await htmx.ajax("GET", location.pathname + location.search, { target: "#queue-list", swap: "outerHTML" });
  } finally {
    asking = false;
  }
}

let before = new Set();
let focused = null;
addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "queue-list") return;
  before = new Set(rows().map((row) => row.dataset.row));
  const row = rowOf(document.activeElement);
  focused = row && row.dataset.row;
});
addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "queue-list") return;
  const there = rows();
  const same = there.find((row) => row.dataset.row === current);
  if (focused && !rowOf(document.activeElement)) goTo(same ?? there[Math.min(place, there.length - 1)]);
  else mark(same);
  const fresh = there.filter((row) => !before.has(row.dataset.row));
  for (const row of fresh) row.classList.add("row-fresh");
  const gone = [...before].filter((id) => !there.some((row) => row.dataset.row === id)).length;
  if (fresh.length || gone) {
    const told = [fresh.length && `新列出 ${fresh.length} 件`, gone && `移出 ${gone} 件`].filter(Boolean);
    document.getElementById("queue-said").textContent = `列表已更新：${told.join("，")}。`;
  }
});
addEventListener("queue-changed", refresh);
addEventListener("htmx:responseError", refresh);  // somebody was faster: show how it stands

follow(() => list().dataset.mark, refresh);

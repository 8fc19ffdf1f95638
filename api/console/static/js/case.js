// The case page: checks and boxes lead to each other, tabs, pages, the panes of the viewer.
import { countDown } from "./case_decision.js";
import { correct } from "./case_fields.js";
import { picture, show } from "./case_images.js";
import { Pane } from "./case_viewer.js";
import { toast } from "./console.js";

const page = document.getElementById("case");
const thumbs = [...page.querySelectorAll(".thumb")];
const sheets = thumbs.map((thumb) => ({
  id: thumb.dataset.sheet,
  address: thumb.dataset.address,
  width: Number(thumb.dataset.width),
  height: Number(thumb.dataset.height),
  kind: thumb.querySelector(".thumb-kind").textContent,
  thumb,
}));
const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
const panes = [...page.querySelectorAll(".pane")].map((element) => new Pane(element, page.dataset.viewer, pickedBox));
let active = panes[0];
let contrast = false;

// --- pages

const failed = () => toast("页面图像没有取到，请刷新后重试。", "bad");

function open(sheet, pane = active) {
  if (!sheet) return Promise.resolve();
  const title = page.querySelector("[data-title]");
  if (pane === active) title.textContent = sheet.kind;
  for (const one of thumbs) one.removeAttribute("aria-current");
  for (const one of panes) {
    const shown = one === pane ? sheet : one.wanted;
    if (shown && !one.element.hidden) shown.thumb.setAttribute("aria-current", "true");
  }
  if (pane === active) sheet.thumb.scrollIntoView({ block: "nearest", inline: "nearest" });
  return pane.open(sheet).then(() => pane.contrast(contrast)).catch(failed);
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    const sheet = byId.get(entry.target.dataset.sheet);
    picture(sheet).then((address) => show(entry.target.querySelector("img"), address)).catch(() => {});
  }
});

function step(by) {
  const at = sheets.indexOf(active.wanted);
  open(sheets[Math.min(Math.max(at + by, 0), sheets.length - 1)]);
}

function use(pane) {
  active = pane;
  for (const one of panes) one.element.classList.toggle("pane-on", one === pane);
  if (pane.wanted) page.querySelector("[data-title]").textContent = pane.wanted.kind;
}

function pair(on) {
  const [first, second] = panes;
  second.element.hidden = !on;
  page.querySelector("[data-view=pair]").setAttribute("aria-pressed", String(on));
  page.classList.toggle("case-pair", on);
  if (!on) {
    use(first);
    return open(first.wanted);
  }
  use(second);
  const other = sheets[(sheets.indexOf(first.wanted) + 1) % sheets.length];
  return open(second.wanted ?? other);
}

function view(action, button) {
  if (action === "previous") step(-1);
  else if (action === "next") step(1);
  else if (action === "pair") pair(panes[1].element.hidden);
  else if (action === "boxes") {
    const on = page.classList.toggle("case-bare");
    button.setAttribute("aria-pressed", String(!on));
  } else if (action === "contrast") {
    contrast = !contrast;
    button.setAttribute("aria-pressed", String(contrast));
    for (const pane of panes) pane.contrast(contrast);
  } else active.act(action);
}

// --- checks

const checks = () => [...page.querySelectorAll(".check")];
const shownChecks = () => checks().filter((check) => check.getClientRects().length > 0);
const current = () => page.querySelector(".check-on");
let place = 0;

const narrow = matchMedia("(max-width: 900px)");

function choose(check, { jump = true, at = 0, scroll = true } = {}) {
  if (!check) return;
  tab("checks");
  const folded = check.closest("details");
  if (folded) folded.open = true;
  for (const one of checks()) {
    one.classList.toggle("check-on", one === check);
    if (one === check) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  if (scroll) {
    check.scrollIntoView({ block: "nearest" });
    check.focus({ preventScroll: true });
  }
  const goals = [...check.querySelectorAll("[data-goes]")];
  place = goals.length ? at % goals.length : 0;
  light(new Set(goals.map((one) => one.dataset.goesBox).filter(Boolean)));
  for (const one of goals) one.classList.toggle("place-on", one === goals[place] && jump);
  if (jump && goals.length) go(goals[place]);
}

function light(boxes) {
  for (const pane of panes) pane.light(boxes);
}

async function go(goal) {
  const sheet = byId.get(goal.dataset.goes);
  const box = goal.dataset.goesBox;
  const there = panes.find((one) => one.wanted === sheet && !one.element.hidden);
  if (there) use(there);
  await open(sheet);
  if (box) {
    if (!active.lit?.has(box)) light(new Set([box]));
    active.go(box);
  } else active.act("fit");
}

function pickedBox(box) {
  const numbers = box.dataset.checks.split(" ").filter(Boolean);
  light(new Set([box.dataset.box]));
  const now = numbers.indexOf(current()?.dataset.check);
  const next = numbers[(now + 1) % numbers.length];
  if (next) choose(document.getElementById(`check-${next}`), { jump: false });
  light(new Set([box.dataset.box]));
  if (next) return;
  const field = page.querySelector(`#pane-fields [data-goes-box="${box.dataset.box}"]`);
  if (!field) return;
  tab("fields");
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

// --- tabs

function tab(key) {
  page.dataset.tab = key;
  for (const one of page.querySelectorAll("[data-tab]")) {
    const on = one.dataset.tab === key;
    one.setAttribute("aria-selected", String(on));
    one.tabIndex = on ? 0 : -1;
    document.getElementById(`pane-${one.dataset.tab}`).hidden = !on;
  }
  document.getElementById(`pane-${key}`).dispatchEvent(new Event("opened"));
}

page.querySelector("[role=tablist]").addEventListener("keydown", (event) => {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  const all = [...page.querySelectorAll("[data-tab]")];
  const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
  event.preventDefault();
  event.stopPropagation();
  tab(next.dataset.tab);
  next.focus();
});

// --- what is clicked

page.addEventListener("click", (event) => {
  const from = event.target;
  const thumb = from.closest(".thumb");
  if (thumb) open(byId.get(thumb.dataset.sheet));
  const tool = from.closest("[data-view]");
  if (tool) view(tool.dataset.view, tool);
  const chosen = from.closest("[data-tab]");
  if (chosen) tab(chosen.dataset.tab);
  const goal = from.closest("[data-goes]");
  const check = from.closest(".check");
  if (goal && narrow.matches) page.querySelector(".viewer").scrollIntoView({ block: "start" });
  if (check && goal) choose(check, { scroll: !narrow.matches, at: [...check.querySelectorAll("[data-goes]")].indexOf(goal) });
  else if (goal) go(goal);
  else if (check && !getSelection().toString()) choose(check);
  const stepper = from.closest("[data-step]");
  if (stepper) {
    const all = shownChecks();
    const at = all.indexOf(current());
    const wanted = at < 0 ? 0 : at + Number(stepper.dataset.step);
    choose(all[Math.min(Math.max(wanted, 0), all.length - 1)]);
  }
  if (from.closest("[data-corrects-this]")) correctThis();
  if (from.closest("[data-evidence]")) choose(current() ?? shownChecks()[0], { at: current() ? place + 1 : 0 });
});
page.addEventListener("pane-used", (event) => use(panes.find((one) => one.element === event.target)));
for (const pane of panes) pane.element.addEventListener("pointerdown", () => use(pane), { capture: true });

// The field that is looked at: of the chosen evidence, else the last one that was gone to.
function correctThis() {
  const box = [...(active.lit ?? [])].length === 1 ? [...active.lit][0] : page.querySelector(".place-on")?.dataset.goesBox;
  tab("fields");
  const value = box && page.querySelector(`#pane-fields [data-goes-box="${box}"]`);
  correct(value?.closest(".read-row").querySelector("[data-corrects]") ?? page.querySelector("[data-corrects]"));
}

// What the server sends anew is drawn anew.
addEventListener("htmx:afterSettle", (event) => {
  for (const pane of panes) pane.draw();
  throughQueue();
  countDown();
  if (event.target.id !== "side" && event.detail.target?.id !== "side") return;
  tab("checks");
  document.getElementById("changed")?.focus();
});

// The queue as it was filtered: back to it, and on through it.
const BEFORE = "menshen.queue";
const came = document.referrer ? new URL(document.referrer) : null;
if (came?.origin === location.origin && came.pathname === "/console/queue") sessionStorage.setItem(BEFORE, came.search);
const filters = new URLSearchParams(sessionStorage.getItem(BEFORE) ?? "");
filters.delete("cursor");
filters.delete("start");
const back = page.querySelector("[data-back]");
back.href += filters.size ? `?${filters}` : "";

function throughQueue() {
  const next = page.querySelector("[data-next]");
  if (!next) return;
  const address = new URL(next.href);
  for (const [name, value] of filters) address.searchParams.set(name, value);
  next.href = address.href;
}

// --- begin

const first = sheets[0];
const wanting = page.querySelector(".group-unmet .check, .group-unknown .check");
if (first) {
  open(first).then(() => {
    for (const sheet of sheets) seen.observe(sheet.thumb);
    if (wanting && !page.dataset.tab && !current()) choose(wanting, { scroll: !narrow.matches });
  });
}
throughQueue();
countDown();

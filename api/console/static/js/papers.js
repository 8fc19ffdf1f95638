// Papers of a case on their way in: dropped, chosen or taken with a camera; each is looked at (precheck) before it is
// sent, and what cannot be read is asked about. Nothing is lost by an error: the file stays in its row until it is
// taken in or taken away.
import { openDialog } from "./console.js";
import { camera, hasCamera } from "./camera.js";

const desk = document.querySelector("[data-papers]");
const AT_ONCE = 2;
const TRIES = 4;
const QUIET_MS = 1500;
const rows = new Set();
let working = 0;
let wantedKinds = [];
let retaken = null;
let replaced = null;  // the file on the server in whose place the next one stands

const KIND = new Map([...desk?.querySelector("[data-kinds]").content.querySelectorAll("option") ?? []].map((one) => [one.value, one.textContent]));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function add(file, kinds = [], instead = null, replaces = instead?.spoilt ?? instead?.replaces ?? "") {
  const element = desk.querySelector("[data-row]").content.firstElementChild.cloneNode(true);
  const row = { element, file, kinds, replaces, kind: "", state: "waiting", picture: "" };
  element.querySelector(".paper-name").textContent = file.name;
  if (file.type.startsWith("image/") && !/heic|heif|tiff/.test(file.type)) {
    row.picture = URL.createObjectURL(file);
    const image = new Image();
    image.src = row.picture;
    image.alt = "";
    element.querySelector(".thumb").replaceChildren(image);
  }
  if (instead) {
    instead.element.replaceWith(element);
    drop(instead);
  } else desk.querySelector("[data-rows]").append(element);
  rows.add(row);
  say(row, "waiting", "");
  if (file.size > Number(desk.dataset.most)) {
    ask(row, "bad", [`文件超过 ${Math.floor(Number(desk.dataset.most) / 1048576)} MB，请压缩或分开后再添加。`], [["retake", "换一个"], ["away", "去掉"]]);
  } else if (!file.size) ask(row, "bad", ["文件是空的，请重新选择。"], [["retake", "换一个"], ["away", "去掉"]]);
  turn();
}

function drop(row) {
  if (row.picture) URL.revokeObjectURL(row.picture);
  rows.delete(row);
  row.element.remove();
  told();
}

function say(row, state, words) {
  row.state = state;
  row.element.dataset.state = state;
  const badge = desk.querySelector("[data-badges]").content.querySelector(`[data-is=${state}]`).cloneNode(true);
  row.element.querySelector("[data-badge]").replaceChildren(badge);
  row.element.querySelector("[data-words]").textContent = words;
  const asked = row.element.querySelector("[data-ask]");
  asked.hidden = true;
  asked.replaceChildren();
  told();
}

function ask(row, state, hints, ways) {
  say(row, state, hints.join(""));
  const asked = row.element.querySelector("[data-ask]");
  for (const [way, label] of ways) {
    if (way === "kind") {
      asked.append(kindChoice(row, label));
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = `btn btn-sm${asked.childElementCount ? "" : " btn-primary"}`;
    button.textContent = label;
    button.dataset.way = way;
    button.addEventListener("click", () => answer(row, way));
    asked.append(button);
  }
  asked.hidden = false;
  loud(`${row.file.name}：${hints.join("")}`);
  if (matchMedia("(max-width: 640px)").matches) row.element.scrollIntoView({ block: "center" });
}

function kindChoice(row, label) {
  const choice = document.createElement("select");
  choice.className = "form-select form-select-sm";
  choice.setAttribute("aria-label", `${row.file.name} 是哪种材料`);
  const first = new Option(label, "");
  choice.append(first, ...desk.querySelector("[data-kinds]").content.cloneNode(true).children);
  const wanted = new Set(row.kinds.length ? row.kinds : [...document.querySelectorAll("[data-item]")].flatMap((one) => one.dataset.item.split(" ")));
  for (const option of [...choice.options].slice(1)) if (wanted.has(option.value)) first.after(option);
  choice.addEventListener("change", () => { if (choice.value) { row.kind = choice.value; send(row); } });
  return choice;
}

function answer(row, way) {
  if (way === "away") drop(row);
  else if (way === "retake") {
    retaken = row;
    pick(row.kinds, row.file.camera);
  } else if (way === "again") { row.state = "waiting"; say(row, "waiting", ""); turn(); }
  else send(row);
}

function turn() {
  for (const row of rows) {
    if (working >= AT_ONCE) return;
    if (row.state !== "waiting") continue;
    working += 1;
    look(row).finally(() => { working -= 1; turn(); });
  }
}

async function look(row) {
  say(row, "looking", "正在检查是否清楚…");
  let found = null;
  try {
    const answered = await post(desk.dataset.precheck, row, {});
    if (answered.status === 401) return again(row);
    if (answered.ok) found = await answered.json();
    else if (![503, 429, 408].includes(answered.status)) return refused(row, await problem(answered));
  } catch { /* the network failed, or nobody looks: sending tells which */ }
  if (!rows.has(row)) return undefined;
  if (found) return judge(row, found);
  row.kind = row.kinds.length === 1 ? row.kinds[0] : "";
  return send(row);
}

function judge(row, found) {
  if (found.refused) return ask(row, "bad", found.hints, [["retake", "重拍或换一个"], ["away", "去掉"]]);
  const kind = found.kind === "unknown" ? "" : found.kind;
  row.kind = kind || (row.kinds.length === 1 ? row.kinds[0] : "");
  if (!found.readable) {
    return ask(row, "retake", found.hints, [["retake", "重拍"], ["send", "仍然使用"], ["away", "去掉"]]);
  }
  if (row.kinds.length && kind && !row.kinds.includes(kind)) {
    return ask(row, "ask", [`看起来是${KIND.get(kind)}，不是${row.kinds.map((one) => KIND.get(one)).join("或")}。`],
      [["send", `作为${KIND.get(kind)}收下`], ["retake", "换一个"], ["away", "去掉"]]);
  }
  if (!row.kind) return ask(row, "ask", ["清楚可读，但没有认出是哪种材料。"], [["kind", "请选择材料类型"], ["send", "不确定，直接收下"], ["away", "去掉"]]);
  row.hints = found.hints;
  return send(row);
}

async function send(row) {
  say(row, "sending", row.kind ? KIND.get(row.kind) ?? "" : "");
  for (let turn_ = 1; turn_ <= TRIES; turn_ += 1) {
    let answered = null;
    try {
      answered = await post(desk.dataset.upload, row, { ...(row.kind && { kind: row.kind }), ...(row.replaces && { replaces: row.replaces }) });
    } catch { /* tried again below */ }
    if (answered?.status === 401) return again(row);
    if (answered?.ok) return kept(row, await answered.json());
    if (answered && ![503, 429, 408, 502, 504].includes(answered.status)) return refused(row, await problem(answered));
    await pause(Number(answered?.headers.get("Retry-After") ?? 0) * 1000 || QUIET_MS * turn_);
  }
  return ask(row, "bad", ["没有传上去，请检查网络。文件还在这里。"], [["send", "再试一次"], ["away", "去掉"]]);
}

function kept(row, added) {
  const words = [KIND.get(row.kind) ?? "材料类型待识别"];
  if (added.pages > 1) words.push(`${added.pages} 页`);
  if (added.duplicate) words.push(`与已收的“${added.first?.name ?? ""}”内容相同，只存一份`);
  if (row.hints?.length) words.push(...row.hints);
  const before = row.replaces && added.id !== row.replaces ? desk.querySelector(`[data-file="${row.replaces}"]`) : null;
  if (added.refused) {  // it is in the case all the same: the next one takes its place
    row.spoilt = added.id;
    return refused(row, `${added.refused.message}${added.refused.remedy}`);
  }
  if (before) words.push(`代替“${before.querySelector(".paper-name").textContent}”`);
  before?.remove();
  say(row, "kept", words.join(" · "));
  desk.dataset.changed = "";
  for (const item of document.querySelectorAll("[data-item]")) {
    if (!item.dataset.item.split(" ").includes(row.kind)) continue;
    item.classList.add("item-given");
    item.querySelector("[data-item-state]").textContent = "，已有";
  }
  loud(`${row.file.name} 已收：${KIND.get(row.kind) ?? ""}`);
  told();
  return undefined;
}

function refused(row, words) { ask(row, "bad", [words], [["retake", "换一个"], ["away", "去掉"]]); }
function again(row) { ask(row, "bad", ["登录已过期。请在新窗口登录后再试，文件还在这里。"], [["again", "再试一次"], ["away", "去掉"]]); }

async function problem(answered) {
  const body = await answered.json().catch(() => ({}));
  return `${body.detail ?? "没有收下。"}${body.remedy ?? "请稍后再试。"}`;
}

function post(address, row, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", row.file, row.file.name);
  return fetch(address, { method: "POST", body: form, headers: { "X-CSRF-Token": desk.dataset.token, Accept: "application/json" } });
}

function loud(words) { desk.querySelector("[data-told]").textContent = words; }
const busy = () => [...rows].filter((row) => ["waiting", "looking", "sending"].includes(row.state));
const open = () => [...rows].filter((row) => ["ask", "retake", "bad"].includes(row.state));
const missing = () => [...document.querySelectorAll("[data-item][data-needed]:not(.item-given)")].map((item) => item.dataset.title);

function told() {
  const left = desk.querySelector("[data-left]");
  const words = [];
  if (busy().length) words.push(`${busy().length} 个文件正在处理`);
  if (open().length) words.push(`${open().length} 个文件等您看一下`);
  if (!busy().length && missing().length) words.push(`还缺 ${missing().length} 种材料`);
  const mends = "mends" in desk.dataset;
  const waits = mends ? "changed" in desk.dataset : desk.querySelector(".paper-kept, [data-state=kept]");
  left.textContent = words.join("，") || (mends && !waits ? "补交或更换材料后，再次提交" : "材料齐了，可以提交");
  desk.querySelector("[data-submit] button").disabled = busy().length > 0 || !waits;
}

function pick(kinds, byCamera) {
  wantedKinds = kinds;
  if (byCamera) shoot();
  else desk.querySelector("[data-input]").click();
}

function shoot() {
  if (hasCamera()) camera(taken);
  else desk.querySelector("[data-shot]").click();
}

function taken(file) {
  file.camera = true;
  place(file);
}

function place(file) {
  add(file, wantedKinds, retaken, replaced ?? undefined);
  retaken = null;
  replaced = null;
}

function start() {
  const input = desk.querySelector("[data-input]");
  const shot = desk.querySelector("[data-shot]");
  for (const one of [input, shot]) {
    one.addEventListener("change", () => {
      for (const file of one.files) {
        file.camera = one === shot;
        place(file);
      }
      one.value = "";
    });
    one.addEventListener("cancel", () => { retaken = null; replaced = null; });
  }
  addEventListener("click", (event) => {
    const from = event.target instanceof Element ? event.target : null;
    const takes = from?.closest("[data-takes]");
    const instead = from?.closest("[data-replaces]");
    if (takes || instead || from?.closest("[data-choose], [data-camera]")) { retaken = null; replaced = instead?.dataset.replaces ?? null; }
    if (instead) pick(instead.dataset.kind ? [instead.dataset.kind] : [], false);
    if (takes) pick(takes.dataset.takes.split(" "), "byCamera" in takes.dataset);
    else if (from?.closest("[data-choose]")) pick([], false);
    else if (from?.closest("[data-camera]")) pick([], true);
    else if (from?.closest("[data-submit-anyway]")) submit(true);
  });
  for (const name of ["dragenter", "dragover"]) {
    addEventListener(name, (event) => { event.preventDefault(); desk.querySelector("[data-drop]").classList.add("drop-over"); });
  }
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) desk.querySelector("[data-drop]").classList.remove("drop-over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    desk.querySelector("[data-drop]").classList.remove("drop-over");
    for (const file of event.dataTransfer.files) add(file);
  });
  addEventListener("paste", (event) => { for (const file of event.clipboardData?.files ?? []) add(file); });
  addEventListener("beforeunload", (event) => { if (busy().length || open().length) event.preventDefault(); });
  desk.querySelector("[data-submit]").addEventListener("submit", (event) => {
    if ("sure" in event.target.dataset) return;
    event.preventDefault();
    setTimeout(() => submit(false));  // a form does not submit itself again while this event is under way
  });
  told();
}

function submit(anyway) {
  const lacks = missing();
  const form = desk.querySelector("[data-submit]");
  if (busy().length) return;
  if (!anyway && (lacks.length || open().length)) {
    const words = [];
    if (lacks.length) words.push(`还没有：${lacks.join("；")}。`);
    if (open().length) words.push(`有 ${open().length} 个文件没有收下，提交后不会带上。`);
    document.querySelector("[data-missing-words]").replaceChildren(...words.map((one) => Object.assign(document.createElement("p"), { textContent: one })));
    openDialog(document.getElementById("missing"));
    return;
  }
  document.getElementById("missing").close();
  for (const row of open()) drop(row);
  form.dataset.sure = "";
  form.requestSubmit();
}

if (desk) start();

// A folder, zip or list with its files on the way in: every file by tus, some at a time, each tried again until it is
// there. What has arrived stays: the same folder chosen again goes on where it stopped.
const form = document.querySelector("[data-hand-in]");
const AT_ONCE = 3;
const PIECE = 8 * 1048576;
const TRIES = 6;
const NOISE = /(^|\/)(\.|~\$|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
const LIST = /\.(xlsx|csv|tsv|json)$/i;
const there = new Map([...document.querySelectorAll("[data-there] li")].map((one) => [one.dataset.path, Number(one.dataset.size)]));
let rows = [];
let batch = form?.dataset.batch ?? "";
let sending = false;

const part = (name) => form.querySelector(`[data-${name}]`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const size = (bytes) => (bytes >= 1048576 ? `${(bytes / 1048576).toFixed(bytes >= 104857600 ? 0 : 1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`);
const sum = (list) => list.reduce((all, row) => all + row.file.size, 0);

class Turned extends Error {  // turned away for good: trying again does not help
  constructor(words, over = false) { super(words); this.over = over; }
}

function take(found) {
  const kept = found.filter(({ path }) => !NOISE.test(path));
  if (!kept.length) return warn(["里面没有文件，请重新选择。"]);
  rows = kept.sort((a, b) => a.path.localeCompare(b.path)).map((one) => ({ ...one, sent: 0, state: "waiting" }));
  part("drop").hidden = true;
  part("chosen").hidden = false;
  part("rows").replaceChildren(...rows.map(drawn));
  for (const row of rows) if (there.get(row.path) === row.file.size) say(row, "kept");
  part("sum").textContent = `共 ${rows.length} 个文件，${size(sum(rows))}`;
  warn(faults());
  told();
  part("send").focus();
  return undefined;
}

function faults() {
  const zips = rows.filter(({ path }) => /\.zip$/i.test(path));
  const words = [];
  if (zips.length && rows.length > 1) words.push("压缩包要单独报送：请只选这一个压缩包，或先解开再选文件夹。");
  if (rows.some(({ path }) => /\.(rar|7z)$/i.test(path))) words.push("只能读 ZIP 压缩包，RAR、7z 请解开后选择文件夹。");
  if (!zips.length && !rows.some(({ path }) => LIST.test(path) || path.endsWith("case.yaml"))) {
    words.push("没有看到清单。请把清单（Excel、CSV）和材料放在同一个文件夹里，再选这个文件夹。");
  }
  const empty = rows.filter(({ file }) => !file.size);
  if (empty.length) words.push(`有 ${empty.length} 个空文件，不会上传：${empty.slice(0, 3).map((one) => one.path).join("、")}。`);
  for (const row of empty) say(row, "kept");
  return words;
}

function warn(words) {
  const box = part("warn");
  box.hidden = !words.length;
  part("warn-words").replaceChildren(...words.map((one) => Object.assign(document.createElement("p"), { textContent: one })));
  if (words.length) part("chosen").hidden = false;
}

function drawn(row) {
  row.element = part("row").content.firstElementChild.cloneNode(true);
  row.element.querySelector(".sent-name").textContent = row.path;
  row.element.querySelector(".sent-size").textContent = size(row.file.size);
  row.element.querySelector("progress").setAttribute("aria-label", `${row.path} 的进度`);
  say(row, "waiting");
  return row.element;
}

function say(row, state) {
  row.state = state;
  row.element.dataset.state = state;
  row.element.querySelector("[data-badge]").replaceChildren(part("badges").content.querySelector(`[data-is=${state}]`).cloneNode(true));
  if (state === "kept") row.sent = row.file.size;
  row.element.querySelector("progress").value = row.file.size ? row.sent / row.file.size : 1;
}

function told() {
  const kept = rows.filter((row) => row.state === "kept").length;
  const bad = rows.filter((row) => row.state === "bad").length;
  const whole = part("whole");
  whole.hidden = !sending && !kept;
  whole.max = Math.max(1, sum(rows));
  whole.value = rows.reduce((all, row) => all + row.sent, 0);
  const words = sending ? `已传 ${kept} / ${rows.length} 个文件` : bad ? `${bad} 个文件没有传到，已传的不会丢` : kept ? `其中 ${kept} 个已经在这里，不再重传` : "传完自动开始核对";
  part("left").textContent = words;
  part("send").disabled = sending || !rows.length;
  part("clear").hidden = sending;
  part("send-words").textContent = bad && !sending ? "重试没有传到的" : "开始报送";
}

async function send() {
  if (sending) return;
  sending = true;
  warn([]);
  for (const row of rows) if (row.state === "bad") say(row, "waiting");
  told();
  part("told").textContent = "开始上传";
  try {
    if (!batch) await open();
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (rows.every((row) => row.state === "kept")) return await submit();
  } catch (error) {
    warn([error.message]);
  }
  sending = false;
  told();
  const bad = rows.filter((row) => row.state === "bad").length;
  if (bad) part("told").textContent = `${bad} 个文件没有传到`;
  return undefined;
}

async function work() {
  let row;
  while (sending && (row = rows.find((one) => one.state === "waiting"))) {
    say(row, "sending");
    try {
      await upload(row);
      say(row, "kept");
    } catch (error) {
      say(row, "bad");
      row.element.querySelector(".sent-size").textContent = error.message;
      if (error.over) sending = false;
    }
    told();
  }
}

async function open() {
  const fields = new FormData(form);
  const defaults = {};
  for (const name of ["policy", "submitted_on"]) if (fields.get(name)) defaults[name] = fields.get(name);
  const answer = await asked("POST", "/v1/batches", { "Content-Type": "application/json" }, JSON.stringify({ defaults }));
  batch = JSON.parse(answer.responseText).id;
  history.replaceState(null, "", form.dataset.goes + batch);
}

async function submit() {
  await asked("POST", `/v1/batches/${batch}/submit`);
  sending = false;
  location.assign(form.dataset.goes + batch);
}

async function upload(row) {
  const stated = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const made = await asked("POST", "/v1/uploads/", { "Tus-Resumable": "1.0.0", "Upload-Length": String(row.file.size), "Upload-Metadata": `batch ${stated(batch)},filename ${stated(row.path)}` });
  const place = new URL(made.getResponseHeader("Location"), location.href).pathname;
  let at = 0;
  let tries = 0;
  while (at < row.file.size) {
    try {
      const piece = row.file.slice(at, at + PIECE);
      const head = { "Tus-Resumable": "1.0.0", "Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream" };
      const answer = await once("PATCH", place, head, piece, (loaded) => { row.sent = at + loaded; moved(row); });
      at = Number(answer.getResponseHeader("Upload-Offset"));
      tries = 0;
    } catch (error) {
      if (error instanceof Turned || (tries += 1) >= TRIES) throw error;
      await pause(error.wait ?? 1000 * 2 ** tries);
      const seen = await asked("HEAD", place, { "Tus-Resumable": "1.0.0" });
      at = Number(seen.getResponseHeader("Upload-Offset"));
    }
    row.sent = at;
    moved(row);
  }
}

let drawing = false;
function moved(row) {
  row.element.querySelector("progress").value = row.sent / row.file.size;
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; told(); });
}

async function asked(method, address, headers = {}, body = null) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(method, address, headers, body);
    } catch (error) {
      if (error instanceof Turned || tries >= TRIES) throw error;
      await pause(error.wait ?? 1000 * 2 ** tries);
    }
  }
}

function once(method, address, headers, body, on) {  // fetch does not tell how much of a body has gone out
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries({ ...headers, "X-CSRF-Token": form.dataset.token, Accept: "application/json" })) request.setRequestHeader(name, value);
    if (on) request.upload.addEventListener("progress", (event) => on(event.loaded));
    request.addEventListener("load", () => (request.status < 300 ? done(request) : failed(trouble(request))));
    for (const name of ["error", "abort", "timeout"]) request.addEventListener(name, () => failed(new Error("网络中断，请检查后重试。")));
    request.send(body);
  });
}

function trouble(request) {
  let told = {};
  try { told = JSON.parse(request.responseText); } catch { /* an answer without a body */ }
  const words = `${told.detail ?? "没有传到。"}${told.remedy ?? ""}`;
  if (request.status === 401) return new Turned("登录已过期。请在新窗口登录，再回到这里点“重试”。", true);
  const again = [408, 409, 423, 429, 500, 502, 503, 504, 507].includes(request.status);
  if (!again) return new Turned(words, request.status === 403);
  const error = new Error(words);
  const wait = Number(request.getResponseHeader("Retry-After"));
  if (wait) error.wait = Math.min(wait, 60) * 1000;
  return error;
}

async function dropped(items) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

async function walk(entry, found) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
    return;
  }
  const reader = entry.createReader();
  for (;;) {  // a reader gives a hundred entries at a time
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const one of some) await walk(one, found);
  }
}

function start() {
  const chosen = (files) => take([...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
  for (const [button, input] of [["folder", "input-folder"], ["files", "input-files"]]) {
    part(button).addEventListener("click", () => part(input).click());
    part(input).addEventListener("change", () => { if (part(input).files.length) chosen(part(input).files); });
  }
  part("clear").addEventListener("click", () => {
    rows = [];
    for (const input of ["input-folder", "input-files"]) part(input).value = "";
    part("chosen").hidden = true;
    part("drop").hidden = false;
    part("folder").focus();
  });
  for (const name of ["dragenter", "dragover"]) addEventListener(name, (event) => { event.preventDefault(); part("drop").classList.add("drop-over"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) part("drop").classList.remove("drop-over"); });
  addEventListener("drop", async (event) => {
    event.preventDefault();
    part("drop").classList.remove("drop-over");
    if (sending) return;
    try { take(await dropped(event.dataTransfer.items)); } catch { warn(["没有读到文件夹的内容，请改用“选择文件夹”。"]); }
  });
  addEventListener("beforeunload", (event) => { if (sending) event.preventDefault(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
}

if (form) start();

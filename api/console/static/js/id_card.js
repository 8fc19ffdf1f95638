// A photo of an ID card fills name and number of the form. The photo goes nowhere but to the reader, and is shown
// beside the fields for comparing until the page is left.
import { camera, hasCamera } from "./camera.js";

const MOST = 20 * 1048576;
const form = document.querySelector("form[data-reads-cards]");
let wanted = null;  // the part of the form that waits for a photo
let shown = "";

const say = (part, words, tone = "soft") => {
  const line = part.querySelector("[data-card-say]");
  line.textContent = words;
  line.className = `say ${tone === "bad" ? "say-wrong" : ""}`;
};

async function read(part, file) {
  if (file.size > MOST || !file.size) return say(part, "照片过大或是空的，请换一张。", "bad");
  picture(part, file);
  say(part, "正在读取身份证…");
  part.setAttribute("aria-busy", "true");
  const body = new FormData();
  body.append("file", file, "card.jpg");
  try {
    const answer = await fetch("/v1/precheck/id-card", { method: "POST", body, headers: { "X-CSRF-Token": form.elements.csrf.value, Accept: "application/json" } });
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) return fill(part, told);
    if (answer.status === 401) return say(part, "登录已过期，请在新窗口登录后再试；已填的内容都在。", "bad");
    return say(part, answer.status === 503 ? "现在忙不过来，请稍后再试，或直接填写。" : `${told.detail ?? "没有读出。"}${told.remedy ?? "请直接填写。"}`, "bad");
  } catch {
    return say(part, "没有连上服务器，请检查网络，或直接填写。", "bad");
  } finally {
    part.removeAttribute("aria-busy");
  }
}

function fill(part, told) {
  const filled = [];
  for (const [name, words] of [["name", "姓名"], ["id_number", "身份证号"]]) {
    if (!told[name]) continue;
    const field = form.elements.namedItem(`${part.dataset.card}${name}`);
    field.value = told[name];
    field.classList.add("filled");
    field.addEventListener("input", () => field.classList.remove("filled"), { once: true });
    filled.push(words);
  }
  const words = filled.length ? `已填好${filled.join("和")}，请对照证件${told.sure ? "" : "仔细"}核对，有误可直接改。` : "";
  say(part, `${words}${told.hint}`, told.hint ? "bad" : "soft");
  if (!told.hint) form.elements.namedItem(part.dataset.card ? "agent_id_number" : "insured_place")?.focus();
}

function picture(part, file) {
  if (shown) URL.revokeObjectURL(shown);
  shown = /heic|heif|tiff|pdf/.test(file.type) ? "" : URL.createObjectURL(file);
  const image = part.querySelector("[data-card-photo]");
  image.hidden = !shown;
  if (shown) image.src = shown;
}

function start() {
  for (const part of form.querySelectorAll("[data-card]")) {
    const shot = part.querySelector("[data-card-shot]");
    const input = part.querySelector("[data-card-input]");
    part.querySelector("[data-card-camera]").addEventListener("click", () => {
      wanted = part;
      if (hasCamera()) camera((file) => { document.getElementById("camera").close(); read(wanted, file); });
      else shot.click();
    });
    part.querySelector("[data-card-file]").addEventListener("click", () => input.click());
    for (const one of [shot, input]) one.addEventListener("change", () => { if (one.files[0]) read(part, one.files[0]); one.value = ""; });
    part.addEventListener("dragover", (event) => event.preventDefault());
    part.addEventListener("drop", (event) => { event.preventDefault(); if (event.dataTransfer.files[0]) read(part, event.dataTransfer.files[0]); });
  }
}

if (form) start();

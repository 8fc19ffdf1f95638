// What every page does: dialogs, messages, menus, printing, and the keys of the page.
import { listKeys } from "./keys.js";

const STAYS_MS = { good: 6000, info: 6000, doubt: 12000 };  // what went wrong stays until it is dismissed

addEventListener("click", (event) => {
  const from = event.target;
  if (!(from instanceof Element)) return;
  const opens = from.closest("[data-opens]");
  if (opens) openDialog(document.getElementById(opens.dataset.opens));
  if (from.closest("[data-closes]") || (from instanceof HTMLDialogElement && from.open && outside(from, event))) {
    from.closest("dialog")?.close();
  }
  from.closest("[data-dismisses]")?.closest("[data-toast]")?.remove();
  if (from.closest("[data-prints]")) print();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(from)) menu.open = false;
  }
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
});

// A form that changes something is sent once, however often it is clicked; one that brings a file (data-brings) leaves
// the page as it is, and may be sent again.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || "brings" in form.dataset) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

function outside(dialog, event) {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

export function openDialog(dialog) {
  if (!dialog || dialog.open) return;
  const here = dialog.querySelector("[data-keys-here]");
  if (here) listKeys(here);
  dialog.showModal();
}

export function toast(words, tone = "info") {
  const note = document.createElement("div");
  note.className = `toast-note toast-${tone}`;
  note.dataset.toast = tone;
  const said = document.createElement("div");
  said.className = "toast-words";
  said.textContent = words;
  const shut = document.createElement("button");
  shut.type = "button";
  shut.className = "icon-btn";
  shut.dataset.dismisses = "";
  shut.setAttribute("aria-label", "关闭提示");
  shut.textContent = "×";
  note.append(said, shut);
  document.getElementById("toasts").append(note);
  return note;
}

new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      const stays = node instanceof HTMLElement ? STAYS_MS[node.dataset.toast] : undefined;
      if (stays) setTimeout(() => node.remove(), stays);
    }
  }
}).observe(document.getElementById("toasts"), { childList: true });

addEventListener("htmx:sendError", () => toast("没有连上服务器，请检查网络后重试。", "bad"));
addEventListener("htmx:timeout", () => toast("服务器没有及时答复，请重试。", "bad"));

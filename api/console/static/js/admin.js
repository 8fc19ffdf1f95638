// The administration: copying what is shown once, and fields that belong to one choice only.
import { toast } from "./console.js";

addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-copies]") : null;
  if (!button) return;
  const words = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(words.textContent.trim());
    const told = button.querySelector("[data-copied]");
    told.textContent = told.dataset.copied;
  } catch {  // not over https, or the browser forbids it: mark it, to be copied by hand
    getSelection().selectAllChildren(words);
    toast("浏览器不允许自动复制，已为您选中，请按 Ctrl+C。", "info");
  }
});

addEventListener("change", (event) => {
  const choice = event.target;
  if (!(choice instanceof HTMLSelectElement) || !choice.dataset.showsFor) return;
  document.getElementById(choice.dataset.shows).hidden = choice.value !== choice.dataset.showsFor;
});

// Runs before the page is painted: dark where the person chose it, else as the system prefers.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = root.dataset.bsTheme;
  const follow = () => { root.dataset.bsTheme = dark.matches ? "dark" : "light"; };
  if (!chosen) {
    follow();
    dark.addEventListener("change", follow);
  }
  addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    dark.removeEventListener("change", follow);
    const next = root.dataset.bsTheme === "dark" ? "light" : "dark";
    root.dataset.bsTheme = next;
    document.cookie = `menshen_theme=${next}; path=/console; max-age=31536000; samesite=lax`;
  });
})();

// Hears that the queue changed, while the page is looked at: a hidden page holds no connection.
const LEAST_MS = 3000;  // between two looks
const words = (text, on) => {
  const line = document.getElementById("queue-live");
  line.classList.toggle("live-on", on);
  line.querySelector("[data-live-words]").textContent = text;
};

export function follow(mark, look) {
  let source = null;
  let last = 0;
  let due = 0;

  function changed(event) {
    if (event?.lastEventId === mark() || due) return;
    due = setTimeout(async () => {
      due = 0;
      last = Date.now();
      try {
        await look();
      } catch { /* htmx has told the person */ }
    }, Math.max(0, last + LEAST_MS - Date.now()));
  }

  function open() {
    if (source || document.hidden) return;
    source = new EventSource(`/console/queue/live?mark=${encodeURIComponent(mark())}`);
    source.addEventListener("open", () => words("列表随变化自动更新", true));
    source.addEventListener("changed", changed);
    source.addEventListener("error", () => {
      words("自动更新已中断，正在重新连接", false);
      if (source?.readyState === EventSource.CLOSED) {
        shut();
        changed();  // where the session has ended, this leads to signing in
        setTimeout(open, 10_000);
      }
    });
  }

  function shut() {
    source?.close();
    source = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? shut() : open()));
  addEventListener("pagehide", shut);
  addEventListener("pageshow", open);
  open();
}

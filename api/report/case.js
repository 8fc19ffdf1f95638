"use strict";
(function () {
  var wide = window.matchMedia("(min-width: 861px)");
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".box"));

  if (!wide.matches) { document.querySelectorAll("#met").forEach(function (one) { one.open = false; }); }

  function clear() {
    document.querySelectorAll(".active").forEach(function (one) { one.classList.remove("active"); });
  }
  function show(check, scroll) {
    clear();
    var folded = check.closest("details");
    if (folded) { folded.open = true; }
    check.classList.add("active");
    var number = check.id.slice("check-".length);
    var mine = boxes.filter(function (box) {
      return box.getAttribute("data-checks").split(" ").indexOf(number) >= 0;
    });
    mine.forEach(function (box) { box.classList.add("active"); });
    if (scroll && wide.matches && mine.length) { mine[0].scrollIntoView({ block: "center" }); }
  }
  document.querySelectorAll(".check").forEach(function (check) {
    check.addEventListener("click", function (event) {
      show(check, !event.target.closest("a"));
    });
    check.addEventListener("keydown", function (event) {
      if (event.target === check && event.key === "Enter") { show(check, true); }
    });
    check.addEventListener("focus", function () {
      if (check.matches(":focus-visible")) { show(check, true); }
    });
  });
  boxes.forEach(function (box) {
    box.addEventListener("click", function () {
      var check = document.querySelector(box.getAttribute("href"));
      if (check) { show(check, false); }
    });
  });
})();

/* 按键:只按页面上已有的按钮(data-key),不做按钮做不到的事。 */
(function () {
  "use strict";
  var pending = null;
  function all(what) { return Array.prototype.slice.call(document.querySelectorAll(what)); }
  function typing(node) { return /^(TEXTAREA|SELECT)$/.test(node.tagName) || (node.tagName === "INPUT" && !/^(radio|checkbox|submit)$/.test(node.type)); }

  function select(step) {
    var rows = all("[data-row]");
    if (!rows.length) { return false; }
    var at = rows.findIndex(function (r) { return r.classList.contains("on"); });
    var next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    rows.forEach(function (r) { r.classList.remove("on"); r.removeAttribute("aria-current"); });
    next.classList.add("on");
    next.setAttribute("aria-current", "true");
    next.scrollIntoView({ block: "nearest" });
    return true;
  }
  function open() {
    var row = document.querySelector("[data-row].on a");
    if (row) { row.click(); }
    return Boolean(row);
  }
  function sheet() {
    var box = document.getElementById("keys");
    if (!box) { return; }
    var list = box.querySelector("ul");
    list.textContent = "";
    all("[data-key]").forEach(function (node) {
      var item = document.createElement("li"), key = document.createElement("kbd"), words = document.createElement("span");
      key.textContent = node.getAttribute("data-key").toUpperCase();
      words.textContent = node.getAttribute("data-words") || node.textContent.replace(/\s*[A-Z0-9]$/, "").trim();
      item.appendChild(key); item.appendChild(words); list.appendChild(item);
    });
    box.hidden = !box.hidden;
  }
  function press(node) {
    var form = document.getElementById("decision");
    if (node.hasAttribute("data-reason")) {
      node.checked = true;
      if (pending) { pending.click(); }
      return;
    }
    if (node.hasAttribute("data-asks") && form && !form.querySelector("[data-reason]:checked")) {
      pending = node;
      form.classList.add("ask");
      return;
    }
    pending = null;
    if (node.tagName === "INPUT") { node.focus(); } else { node.click(); }
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) { return; }
    if (event.key === "Escape") { document.activeElement.blur(); pending = null; all(".ask").forEach(function (n) { n.classList.remove("ask"); }); }
    if (typing(event.target)) { return; }
    var key = event.key.toLowerCase(), node = document.querySelector('[data-key="' + (/^[a-z0-9/]$/.test(key) ? key : "none") + '"]');
    if (event.key === "?") { sheet(); } else if (node) { press(node); }
    else if (key === "j" || key === "k") { if (!select(key === "j" ? 1 : -1)) { return; } }
    else if (event.key === "Enter" && /^(BODY|MAIN)$/.test(event.target.tagName)) { if (!open()) { return; } }
    else { return; }
    event.preventDefault();
  });
  document.addEventListener("click", function (event) {
    var node = event.target.closest("[data-do]");
    if (!node) { return; }
    if (node.getAttribute("data-do") === "print") { window.print(); }
    if (node.getAttribute("data-do") === "keys") { sheet(); }
  });
  document.addEventListener("change", function (event) { if (event.target.hasAttribute("data-submits")) { event.target.form.requestSubmit(); } });
}());

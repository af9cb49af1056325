
"use strict";
// The page is whole without this script. It adds filters, keys, and the way
// between a passage and its finding. It writes no markup and stores nothing.
(() => {
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const bar = byId("bar");

  const marks = new Map(); // by number of the passage
  for (const mark of all("mark[data-ids]")) {
    for (const ref of mark.dataset.ids.split(" ")) {
      if (!marks.has(ref)) marks.set(ref, []);
      marks.get(ref).push(mark);
    }
  }
  const links = new Map(); // from a passage back to its finding, by card
  for (const link of all("a.ref")) {
    const card = link.dataset.ref.split(".")[0];
    if (!links.has(card)) links.set(card, []);
    links.get(card).push(link);
  }
  const passages = new Map(); // element that marks the beginning -> number
  const cards = all(".card").map((element) => {
    const refs = all(".go", element).map((a) => {
      const ref = a.textContent.slice(1, -1);
      passages.set(a.hash.slice(1), ref);
      return ref;
    });
    const card = { element, refs, document: element.closest(".doc"), shown: true };
    const claim = element.querySelector(".claim").textContent;
    // A card with one finding is that finding.
    const parts = element.matches(".finding") ? [element] : all(".finding", element);
    const heads = all(".head", element);
    card.findings = parts.map((part, i) => ({
      element: part, head: heads[i], card, shown: true,
      data: part.dataset, suppressed: "suppressed" in part.dataset,
      text: (part === element ? part.textContent : heads[i].textContent + claim + part.textContent).toLowerCase(),
    }));
    return card;
  });
  const findings = cards.flatMap((card) => card.findings);
  const byElement = new Map(findings.map((finding) => [finding.element, finding]));

  // Filters.
  const text = byId("text");
  const boxes = all("#severity input");
  const selects = ["verdict", "category", "status"].map(byId);
  const suppressed = byId("suppressed");
  const count = byId("count");

  function filter() {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const showAll = suppressed !== null && suppressed.checked;
    const facets = [
      { key: "severity", passes: (f) => severities.has(f.data.severity), counts: new Map() },
      ...selects.map((select) => ({
        key: select.id, passes: (f) => select.value === "" || f.data[select.id] === select.value, counts: new Map(),
      })),
    ];
    let shown = 0, total = 0;
    for (const finding of findings) {
      finding.shown = false;
      if (finding.suppressed && !showAll) continue;
      total++;
      if (!wanted.every((word) => finding.text.includes(word))) continue;
      // A word's count is what would be shown if it were chosen: all other
      // filters hold.
      const failed = facets.filter((facet) => !facet.passes(finding));
      finding.shown = failed.length === 0;
      if (finding.shown) shown++;
      for (const facet of failed.length === 0 ? facets : failed.length === 1 ? failed : []) {
        const value = finding.data[facet.key];
        facet.counts.set(value, (facet.counts.get(value) || 0) + 1);
      }
    }
    for (const box of boxes) {
      box.parentElement.querySelector("[data-count]").textContent = facets[0].counts.get(box.value) || 0;
    }
    selects.forEach((select, i) => {
      for (const option of select.options) {
        if (option.value) option.textContent = option.dataset.words + " (" + (facets[i + 1].counts.get(option.value) || 0) + ")";
      }
    });
    document.body.classList.toggle("all", showAll);
    show(shown < total);
    count.textContent = shown + " of " + total + " shown";
    byId("none").hidden = shown > 0 || total === 0;
  }

  // show hides what does not match: findings, cards without any, their marks
  // and, while a filter is on, documents without any.
  function show(narrowed) {
    const busy = new Set();
    const visible = new Set();
    for (const card of cards) {
      card.shown = false;
      for (const finding of card.findings) {
        if (finding.element.hidden === finding.shown) finding.element.hidden = finding.head.hidden = !finding.shown;
        card.shown = card.shown || finding.shown;
      }
      if (card.element.hidden === card.shown) card.element.hidden = !card.shown;
      if (card.shown) {
        busy.add(card.document);
        card.refs.forEach((ref) => visible.add(ref));
        const fold = card.element.querySelector(".fold");
        if (fold) fold.open = true;
      }
      for (const link of links.get(card.element.dataset.card) || []) link.hidden = !card.shown;
    }
    for (const mark of all("mark[data-ids]")) {
      mark.classList.toggle("off", !mark.dataset.ids.split(" ").some((ref) => visible.has(ref)));
    }
    for (const part of all(".doc")) part.hidden = narrowed && !busy.has(part);
    if (current && !current.shown) select(null);
  }

  function reset() {
    text.value = "";
    boxes.forEach((box) => { box.checked = true; });
    selects.forEach((choice) => { choice.value = ""; });
    filter();
  }

  // The finding that the keys speak of.
  let current = null;
  let lit = [];

  function light(refs) {
    lit.forEach((mark) => mark.classList.remove("on"));
    lit = refs.flatMap((ref) => marks.get(ref) || []);
    lit.forEach((mark) => mark.classList.add("on"));
  }

  function select(finding) {
    if (current) {
      current.element.classList.remove("current");
      current.element.removeAttribute("aria-current");
    }
    current = finding;
    light(finding ? finding.card.refs : []);
    if (!finding) return;
    finding.element.classList.add("current");
    finding.element.setAttribute("aria-current", "true");
  }

  function address(id) {
    if (location.hash !== "#" + id) history.pushState(null, "", "#" + id);
  }

  // The pane of an article that scrolls by itself goes to the passage and
  // leaves the page where it is.
  function paneTo(element) {
    const pane = element.closest(".text");
    if (!pane || pane.scrollHeight <= pane.clientHeight + 1 || getComputedStyle(pane).overflowY !== "auto") return false;
    const within = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += within - pane.clientHeight / 4;
    return true;
  }

  function unfold(element) {
    for (let part = element.parentElement; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
  }

  function toFinding(finding, focus) {
    if (!finding.shown) {
      if (finding.suppressed && suppressed) suppressed.checked = true;
      reset();
    }
    unfold(finding.element);
    select(finding);
    const first = lit[0];
    if (first) {
      unfold(first);
      paneTo(first);
    }
    if (focus) finding.element.focus({ preventScroll: true });
    const top = finding === finding.card.findings[0] ? finding.card.element : finding.element;
    const box = top.getBoundingClientRect();
    const room = innerHeight - bar.offsetHeight;
    // A card that is wholly in view stays where it is.
    if (box.top < bar.offsetHeight || finding.element.getBoundingClientRect().bottom > innerHeight) {
      const tall = finding.element.getBoundingClientRect().bottom - box.top > room;
      scrollBy(0, (tall ? finding.element.getBoundingClientRect().top : box.top) - bar.offsetHeight - 12);
    }
  }

  function toPassage(anchor) {
    const ref = passages.get(anchor.id);
    const card = cards.find((c) => c.refs.includes(ref));
    if (card && !card.shown) {
      if (card.findings[0].suppressed && suppressed) suppressed.checked = true;
      reset();
    }
    unfold(anchor);
    if (card && (!current || current.card !== card)) select(card.findings.find((f) => f.shown) || card.findings[0]);
    light([ref]);
    const inPane = paneTo(anchor);
    const box = (inPane ? anchor.closest(".text") : anchor).getBoundingClientRect();
    if (box.top < 0 || box.top > innerHeight - 80) anchor.scrollIntoView({ block: "center" });
    const back = all("a.ref").find((a) => a.dataset.ref === ref);
    if (back) back.focus({ preventScroll: true });
  }

  // go follows an address within the page; false leaves it to the browser.
  function go(id) {
    const element = id && byId(id);
    if (!element) return false;
    if (byElement.has(element)) toFinding(byElement.get(element), true);
    else if (passages.has(id)) toPassage(element);
    else {
      if (element.classList.contains("doc") && element.hidden) reset();
      unfold(element);
      element.scrollIntoView();
      if (element.classList.contains("b")) paneTo(element);
    }
    return true;
  }

  function step(by) {
    const list = findings.filter((finding) => finding.shown);
    if (list.length === 0) return;
    const at = current ? list.indexOf(current) : -1;
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
    toFinding(list[next], true);
    history.replaceState(null, "", "#" + list[next].element.id);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (link) {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const id = link.hash.slice(1);
      if (go(id)) {
        event.preventDefault();
        address(id);
      }
      return;
    }
    const part = event.target.closest && event.target.closest(".finding");
    if (part && byElement.has(part) && getSelection().isCollapsed) select(byElement.get(part));
  });
  addEventListener("hashchange", () => go(location.hash.slice(1)));

  const keys = byId("keys");
  const help = () => { if (!keys.open) keys.showModal(); };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const target = event.target;
    if (event.key === "Escape" && target === text) {
      text.blur();
      return;
    }
    if (target.closest("input, select, textarea")) return;
    switch (event.key) {
      case "j": step(1); break;
      case "k": step(-1); break;
      case "/": text.focus(); text.select(); break;
      case "?": help(); break;
      case "Enter":
        // Links, buttons and folds keep their own Enter.
        if (target.closest("a, button, summary")) return;
        // falls through
      case "o": {
        const first = current && current.card.element.querySelector(".go");
        if (!first) return;
        const id = first.hash.slice(1);
        go(id);
        address(id);
        break;
      }
      default: return;
    }
    event.preventDefault();
  });
  byId("help").addEventListener("click", help);
  byId("close").addEventListener("click", () => keys.close());
  byId("reset").addEventListener("click", reset);
  for (const control of [text, ...boxes, ...selects, suppressed]) {
    if (control) control.addEventListener("input", filter);
  }

  // Paper shows what folds hide, but for suppressed findings.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("details:not(.fold)").filter((part) => !part.open);
    unfolded.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => unfolded.forEach((part) => { part.open = false; }));

  const measure = () => {
    const sticky = getComputedStyle(bar).position === "sticky";
    root.style.setProperty("--bar", (sticky ? bar.offsetHeight : 0) + "px");
  };
  root.classList.add("js");
  bar.hidden = false;
  measure();
  addEventListener("resize", measure);
  filter();
  if (location.hash.length > 1) go(location.hash.slice(1));
})();

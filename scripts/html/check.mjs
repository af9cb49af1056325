// Opens the pages that `go test -run TestWritePages ./checker/report` wrote, in
// Chromium, and checks what only a browser can tell:
//
//   HTML_PAGES=$pages go test -count=1 -run TestWritePages ./checker/report
//   node check.mjs $pages
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { withBrowser } from "./browser.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node check.mjs FOLDER");
  process.exit(2);
}
const names = [
  "labour", "copies", "no_article", "another_article", "none", "nothing",
  "suppressed", "suppressed_shown", "hostile", "overlap", "many",
];
const addressOf = (name) => pathToFileURL(resolve(join(folder, name + ".html"))).href;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let passed = 0, failed = 0;
async function check(name, work) {
  const start = performance.now();
  try {
    await work();
    passed++;
    if (process.env.TIMES) console.log(`${Math.round(performance.now() - start)} ms ${name}`);
  } catch (error) {
    failed++;
    console.error(`FAIL ${name}\n${error.stack}`);
  }
}

// watched opens a page and collects what must not happen on it.
async function watched(context) {
  const page = await context.newPage();
  const seen = [];
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) seen.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => seen.push(`error: ${e}`));
  page.on("dialog", (d) => { seen.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (!r.url().startsWith("file:")) seen.push(`request: ${r.url()}`); });
  await page.addInitScript(() => {
    window.owned = 0;
    window.own = () => { window.owned++; };
    document.addEventListener("securitypolicyviolation", (e) => console.error("policy: " + e.violatedDirective));
  });
  page.quiet = async () => {
    assert.deepEqual(seen, []);
    assert.equal(await page.evaluate(() => window.owned), 0, "text of the article ran");
  };
  return page;
}

// In the page: the element that the keys speak of, and what is in view.
const current = (page) => page.evaluate(() => document.querySelector(".finding.current")?.id ?? "");
const shown = (page) => page.evaluate(() => Array.from(document.querySelectorAll(".finding"))
  .filter((f) => f.checkVisibility()).map((f) => f.id));
const lit = (page) => page.evaluate(() => Array.from(document.querySelectorAll("mark.on"))
  .map((m) => Array.from(m.childNodes).filter((n) => n.nodeType === 3).map((n) => n.data).join("")).join("|"));
const inView = (page, selector) => page.evaluate((s) => {
  const box = document.querySelector(s).getBoundingClientRect();
  const pane = document.querySelector(s).closest(".text")?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  return box.top >= Math.max(0, pane.top) - 1 && box.top < Math.min(innerHeight, pane.bottom);
}, selector);

await withBrowser({}, async (context) => {
  const page = await watched(context);

  for (const name of names) {
    for (const colorScheme of ["light", "dark"]) {
      await check(`${name}, ${colorScheme}: nothing for axe to find`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.goto(addressOf(name));
        await page.keyboard.press("j");
        // The folds hold text, too.
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
        if (name === "many") { // the same card five hundred times: twenty are enough
          await page.evaluate(() => document.querySelectorAll(".doc:not(:nth-of-type(-n+3))").forEach((d) => d.remove()));
        }
        const found = await page.evaluate(async (source) => {
          (0, eval)(source);
          const result = await window.axe.run(document, { resultTypes: ["violations"] });
          return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html + " " + n.failureSummary).join(" | ")}`);
        }, axe).catch(async () => {
          throw new Error("axe could not run under the page's policy");
        });
        assert.deepEqual(found, []);
        await page.quiet();
      });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });

  await check("hostile text stays text", async () => {
    await page.goto(addressOf("hostile"));
    for (const kind of ["mouseover", "click", "focus", "load", "error"]) {
      await page.evaluate((k) => document.querySelectorAll("*").forEach((e) => {
        if (!e.closest("a")) e.dispatchEvent(new Event(k));
      }), kind);
    }
    assert.equal(await page.evaluate(() => document.scripts.length + document.images.length), 1);
    assert.match(await page.textContent(".text"), /The <b>first<\/b> paragraph says <\/script>.*‹U\+202E›gnp/s);
    await page.quiet();
  });

  await check("passages that overlap are drawn as they lie", async () => {
    await page.goto(addressOf("overlap"));
    const first = await page.evaluate(() => Array.from(document.querySelectorAll(".text .b")[0].querySelectorAll("mark"))
      .map((m) => [m.dataset.ids, Array.from(m.childNodes).filter((n) => n.nodeType === 3).map((n) => n.data).join("")]));
    assert.deepEqual(first, [
      ["1.1", "ship left "], ["1.1 2", "the "], ["1.1 2 3 4", "harbour"], ["1.1 2", " with coal"], ["2", " and iron ore"], ["5", "on board."],
    ]);
    for (const [key, text] of [["j", "ship left |the |harbour| with coal|cargo was unloaded at night"],
      ["j", "the |harbour| with coal| and iron ore"], ["j", "harbour"], ["j", "harbour"], ["j", "on board.|The captain said"]]) {
      await page.keyboard.press(key);
      assert.equal(await lit(page), text);
    }
    assert.deepEqual(await page.evaluate(() => Array.from(document.querySelectorAll("a.ref")).map((a) => a.textContent)),
      ["[3]", "[4]", "[1.1]", "[2]", "[5]", "[1.2]"]);
    await page.quiet();
  });

  await check("keys: j and k, Enter and o, / and ?", async () => {
    await page.goto(addressOf("overlap"));
    const ids = await shown(page);
    assert.equal(ids.length, 5);
    for (const [key, at] of [["j", 0], ["j", 1], ["k", 0], ["k", 0], ["j", 1], ["j", 2], ["j", 3], ["j", 4], ["j", 4]]) {
      await page.keyboard.press(key);
      assert.equal(await current(page), ids[at], `after ${key}`);
      assert.equal(await page.evaluate(() => document.activeElement.id), ids[at]);
      assert.ok(await inView(page, "#" + ids[at]));
      assert.equal(await page.evaluate(() => location.hash), "#" + ids[at]);
    }
    for (let i = 0; i < 4; i++) await page.keyboard.press("k");
    await page.keyboard.press("o");
    assert.equal(await page.evaluate(() => location.hash), "#p-1-1");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "[1.1]");
    await page.keyboard.press("Enter"); // back, from the number
    assert.equal(await page.evaluate(() => location.hash), "#" + ids[0]);
    await page.keyboard.press("Enter"); // to the passage, from the finding
    assert.equal(await page.evaluate(() => location.hash), "#p-1-1");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "text");
    await page.keyboard.type("jk?o");
    assert.equal(await page.inputValue("#text"), "jk?o");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    assert.ok(await page.evaluate(() => document.getElementById("keys").open));
    await page.keyboard.press("Escape");
    assert.ok(!await page.evaluate(() => document.getElementById("keys").open));
    await page.quiet();
  });

  await check("deep links lead both ways and open what is folded", async () => {
    const ids = await (async () => { await page.goto(addressOf("overlap")); return shown(page); })();
    await page.goto("about:blank");
    await page.goto(addressOf("overlap") + "#" + ids[3]);
    assert.equal(await current(page), ids[3]);
    assert.ok(await inView(page, "#" + ids[3]));
    await page.goto("about:blank");
    await page.goto(addressOf("overlap") + "#p-1-2"); // sixty paragraphs further down
    assert.equal(await lit(page), "cargo was unloaded at night");
    assert.ok(await inView(page, "#p-1-2"));
    assert.equal(await current(page), ids[0]);
    await page.click("a.ref[data-ref='5']");
    assert.equal(await current(page), ids[4]);
    await page.click(`#${ids[4]} a.go`);
    assert.equal(await lit(page), "on board.|The captain said");
    assert.ok(await inView(page, "#p-5"));
    await page.goBack();
    assert.equal(await current(page), ids[4]);
    // A link to a finding that the filter hides shows it.
    await page.fill("#text", "no finding has these words");
    assert.deepEqual(await shown(page), []);
    assert.ok(await page.isVisible("#none"));
    await page.evaluate((id) => { location.hash = "#" + id; }, ids[2]);
    await page.waitForFunction((id) => document.querySelector(".finding.current")?.id === id, ids[2]);
    assert.equal((await shown(page)).length, 5);
    await page.goto("about:blank");
    await page.goto(addressOf("suppressed"));
    const hidden = await page.evaluate(() => document.querySelector("[data-suppressed]").id);
    assert.ok(!(await shown(page)).includes(hidden));
    await page.evaluate((id) => { location.hash = "#" + id; }, hidden);
    await page.waitForFunction((id) => document.querySelector(".finding.current")?.id === id, hidden);
    assert.ok(await page.isVisible(`#${hidden} .grounds`));
    await page.quiet();
  });

  await check("a link to the last of five hundred findings leads there", async () => {
    await page.goto(addressOf("many"));
    const last = (await page.evaluate(() => Array.from(document.querySelectorAll(".finding")).at(-1).id));
    const passage = await page.evaluate(() => Array.from(document.querySelectorAll("a.go")).at(-1).hash);
    for (const [hash, target] of [["#" + last, "#" + last], [passage, "mark.on"]]) {
      await page.goto("about:blank");
      await page.goto(addressOf("many") + hash);
      assert.equal(await current(page), last);
      await page.waitForTimeout(200); // documents above are laid out, and must not push it away
      assert.ok(await inView(page, target), hash);
    }
    await page.keyboard.press("k");
    await page.waitForTimeout(200);
    assert.ok(await inView(page, ".finding.current"));
    await page.quiet();
  });

  await check("filters and their counts", async () => {
    await page.goto(addressOf("many"));
    const count = () => page.textContent("#count");
    const chip = (severity) => page.textContent(`#severity label.${severity} [data-count]`);
    assert.equal(await count(), "500 of 500 shown");
    assert.equal(await chip("high"), "100");
    await page.uncheck("#severity input[value=critical]");
    await page.uncheck("#severity input[value=info]");
    assert.equal(await count(), "300 of 500 shown");
    assert.equal((await shown(page)).length, 300);
    assert.equal(await chip("critical"), "100", "what would be shown if it were chosen");
    await page.selectOption("#status", "alleged");
    const alleged = (await shown(page)).length;
    assert.equal(await count(), `${alleged} of 500 shown`);
    assert.ok(alleged > 0 && alleged < 300);
    await page.fill("#text", "KESTREL7k cargo");
    const some = await shown(page);
    assert.ok(some.length > 0 && some.length < 20);
    assert.equal(await page.evaluate(() => Array.from(document.querySelectorAll(".doc")).filter((d) => d.checkVisibility()).length), 1);
    assert.equal(await page.evaluate(() => Array.from(document.querySelectorAll("a.ref")).filter((a) => a.checkVisibility()).length), some.length);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.equal(await current(page), some[1]);
    await page.click("#reset");
    assert.equal(await count(), "500 of 500 shown");
    for (let i = 0; i < 30; i++) await page.keyboard.press("j");
    assert.ok(await inView(page, ".finding.current"));
    assert.equal(await page.getAttribute("#count", "aria-live"), "polite");
    await page.quiet();
  });

  await check("suppressed findings show when asked for", async () => {
    await page.goto(addressOf("suppressed"));
    assert.equal((await shown(page)).length, 1);
    assert.equal(await page.textContent("#count"), "1 of 1 shown");
    assert.match(await page.textContent(".outcome"), /1 finding suppressed/);
    await page.check("#suppressed");
    assert.equal((await shown(page)).length, 2);
    assert.ok(await page.isVisible("text=waived: an old case"));
    await page.uncheck("#suppressed");
    assert.equal((await shown(page)).length, 1);
    await page.goto(addressOf("suppressed_shown"));
    assert.equal((await shown(page)).length, 2);
    await page.quiet();
  });

  await check("forced colours keep passages and the chosen finding apart", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(addressOf("overlap"));
    await page.keyboard.press("j");
    const style = await page.evaluate(() => {
      const mark = getComputedStyle(document.querySelector("mark")), body = getComputedStyle(document.body);
      return { differs: mark.backgroundColor !== body.backgroundColor, outline: getComputedStyle(document.querySelector(".current")).outlineStyle };
    });
    assert.deepEqual(style, { differs: true, outline: "solid" });
    await page.emulateMedia({ forcedColors: "none" });
    await page.quiet();
  });

  await check("narrow: one column, nothing wider than the screen", async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    for (const name of names) {
      await page.goto(addressOf(name));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
    }
    await page.goto(addressOf("overlap"));
    const [left, right] = await page.evaluate(() => [".text", ".cards"].map((s) => document.querySelector(s).getBoundingClientRect().top));
    assert.ok(right > left + 100);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.quiet();
  });

  await check("prints: folds open, links spelled out, nothing cut", async () => {
    await page.goto(addressOf("labour"));
    await page.emulateMedia({ media: "print" });
    const text = await page.evaluate(() => document.body.innerText);
    assert.match(text, /https:\/\/undocs\.org\/en\/S\/RES\/2397/);
    assert.match(text, /#:~:text=/);
    assert.ok(await page.evaluate(() => Array.from(document.querySelectorAll("details:not(.fold) > :not(summary)")).every((e) => e.getBoundingClientRect().height > 0)));
    assert.ok(await page.evaluate(() => {
      const pane = document.querySelector(".text"), cards = document.querySelector(".cards");
      return pane.scrollHeight <= pane.clientHeight + 1 && cards.getBoundingClientRect().top >= pane.getBoundingClientRect().bottom;
    }));
    assert.ok(!await page.isVisible("#text"));
    for (const name of ["labour", "many"]) {
      await page.goto(addressOf(name));
      const pdf = await page.pdf({ format: "A4" });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    }
    await page.emulateMedia({ media: null });
    await page.quiet();
  });
});

await withBrowser({ javaScriptEnabled: false }, async (context) => {
  await check("without JavaScript all is there to read", async () => {
    const page = await watched(context);
    await page.goto(addressOf("overlap"));
    assert.equal(await page.locator(".finding").count(), 5);
    for (const finding of await page.locator(".finding").all()) assert.ok(await finding.isVisible());
    assert.ok(!await page.isVisible("#bar"));
    await page.click("a.ref[data-ref='1.2']");
    assert.match(page.url(), /#f-/);
    await page.goto(addressOf("suppressed"));
    await page.click(".fold > summary");
    assert.ok(await page.isVisible("text=waived: an old case"));
  });
});

// The links into the live article: the address of the document with the text
// fragment of a passage. The article is served here as its site would serve it.
const article = await readFile(join(folder, "served.html"));
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end(article);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
await withBrowser({}, async (context) => {
  await check("links into the live article scroll to the passage", async () => {
    const page = await context.newPage();
    await page.goto(addressOf("overlap"));
    const links = await page.evaluate(() => Array.from(document.querySelectorAll(".passage")).map((p) => ({
      href: p.querySelector("a[rel]")?.href ?? "", rel: p.querySelector("a[rel]")?.rel, quote: p.querySelector("b").textContent,
    })));
    assert.equal(links.length, 6);
    for (const { href, rel } of links) {
      assert.match(href, /^http:\/\/news\.example\/served#:~:text=/);
      assert.equal(rel, "noopener noreferrer nofollow");
    }
    const far = links.find((l) => l.quote === "cargo was unloaded at night");
    const { port } = server.address();
    await page.goto("about:blank");
    await page.goto(`http://127.0.0.1:${port}/served` + far.href.slice(far.href.indexOf("#")));
    await page.waitForFunction(() => scrollY > 500, null, { timeout: 5000 });
    assert.ok(await page.evaluate(() => {
      const last = Array.from(document.querySelectorAll("p")).at(-1).getBoundingClientRect();
      return last.top >= 0 && last.bottom <= innerHeight && "fragmentDirective" in document;
    }));
    const before = page.url().split("#")[0];
    await page.goto("about:blank");
    await page.goto(before + "#:~:text=these%20words%20are%20not%20there");
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => scrollY), 0, "a page scrolls to anything");
  });
});
server.close();

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

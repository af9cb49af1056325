// Makes pictures of reports for people to look at:
//
//   node screenshots.mjs FOLDER REPORT.html…
//
// Of each report: light, dark, narrow, as it prints (one page high picture and
// a PDF), and with a finding chosen.
import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { withBrowser } from "./browser.mjs";

const [folder, ...reports] = process.argv.slice(2);
if (!folder || reports.length === 0) {
  console.error("usage: node screenshots.mjs FOLDER REPORT.html…");
  process.exit(2);
}
await mkdir(folder, { recursive: true });

await withBrowser({}, async (context) => {
  const page = await context.newPage();
  for (const report of reports) {
    const name = basename(report, ".html");
    const shot = (kind) => page.screenshot({ path: join(folder, `${name}-${kind}.png`) });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, media: "screen" });
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(pathToFileURL(resolve(report)).href);
      await shot(colorScheme);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(pathToFileURL(resolve(report)).href);
    for (let i = 0; i < 2; i++) await page.keyboard.press("j");
    await shot("chosen");
    await page.evaluate(() => document.getElementById("standard").scrollIntoView());
    await shot("standard");
    await page.goto("about:blank");
    await page.setViewportSize({ width: 400, height: 860 });
    await page.goto(pathToFileURL(resolve(report)).href);
    await shot("narrow");
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 800, height: 1130 });
    await shot("print");
    await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4" });
  }
});

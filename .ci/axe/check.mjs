// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0
//
// Opens printable files in a browser and fails on what must not be:
//
//   node check.mjs [--pdf FOLDER] FILE[=PAGES]…
//
// any request, any script, a serious or critical finding of axe-core, text
// that is cut or reaches over its edge, on the screen, on paper or in the PDF
// at the file's own size, on A4 and on Letter. PAGES is how many it must have.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const args = process.argv.slice(2);
const kept = args[0] === "--pdf" ? args.splice(0, 2)[1] : "";
const folder = kept || mkdtempSync(join(tmpdir(), "paper-"));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failed = 0;
const taken = new Set();
for (const arg of args) {
  const [, file, pages] = arg.match(/^(.*?)(?:=(\d+))?$/);
  const wrong = [];
  const context = await browser.newContext({ offline: true });
  try {
    await check(context, resolve(file), Number(pages || 0), (s) => wrong.push(s));
  } catch (e) {
    wrong.push(String(e));
  }
  await context.close();
  for (const s of wrong.slice(0, 12)) console.error(`FAILED: ${file}: ${s}`);
  failed += wrong.length > 0;
}
await browser.close();
if (!kept) rmSync(folder, { recursive: true });
console.log(`${args.length - failed} of ${args.length} sheets are sound`);
process.exit(failed ? 1 : 0);

async function check(context, file, wanted, wrong) {
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  page.on("request", (r) => {
    if (r.url().split("#")[0] !== url && !r.url().startsWith("data:")) wrong(`asks for ${r.url().slice(0, 100)}`);
  });
  page.on("console", (m) => { if (m.type() === "error") wrong(`complains: ${m.text().slice(0, 200)}`); });
  page.on("pageerror", (e) => wrong(`breaks: ${e}`));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(url);
  for (const s of await page.evaluate(forbidden)) wrong(s);

  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const v of found.violations) {
    const s = `axe ${v.id} (${v.impact}): ${v.help}: ${v.nodes[0].html.slice(0, 120)}`;
    if (v.impact === "serious" || v.impact === "critical") wrong(s);
    else console.log(`note: ${basename(file)}: ${s}`);
  }

  for (const width of [1280, 800, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const s of await page.evaluate(cut)) wrong(`${width} px wide: ${s}`);
  }
  await page.emulateMedia({ media: "print" });
  const own = await page.evaluate(() => {
    const of = (name) => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(name));
    return Math.floor(((of("--paper-width") || 210) - 2 * (of("--margin") || 12)) * 96 / 25.4);
  });
  await page.setViewportSize({ width: own, height: 900 });
  for (const s of await page.evaluate(cut)) wrong(`on paper: ${s}`);

  const text = await page.evaluate(() => document.body.innerText);
  let title = basename(file, ".html");
  if (taken.has(title)) title = `${basename(dirname(file))}-${title}`;
  taken.add(title);
  for (const [name, size] of [["own", { preferCSSPageSize: true }], ["A4", { format: "A4" }], ["Letter", { format: "Letter" }]]) {
    const pdf = join(folder, `${title}-${name}.pdf`);
    await page.pdf({ path: pdf, ...size });
    inPDF(pdf, text, wanted, (s) => wrong(`PDF, ${name} size: ${s}`));
  }
}

// forbidden lists what a file must not have. It runs in the page.
function forbidden() {
  const out = [];
  // Pictures lie in the file; a link leads into it, or to a file beside it.
  const inside = (e, to) => e.localName === "a" ? /^(#|[\w-][\w.-]*(\/[\w-][\w.-]*)*$)/.test(to) : to.startsWith("data:image/");
  for (const e of document.querySelectorAll("*")) {
    if (/^(script|link|iframe|object|embed|form|base)$/i.test(e.localName)) out.push(`has a <${e.localName}>`);
    for (const a of e.attributes) {
      if (/^on/i.test(a.name)) out.push(`has ${a.name} at <${e.localName}>`);
      if (/^(src|srcset|href|xlink:href|action|data|background|poster)$/i.test(a.name) && !inside(e, a.value)) {
        out.push(`has ${a.name}=${a.value.slice(0, 60)}`);
      }
    }
  }
  return out;
}

// cut lists texts that reach over the edge of a box around them, or of the
// page, and boxes that would scroll sideways. It runs in the page.
function cut() {
  const out = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) out.push(`the page is ${root.scrollWidth} px wide, ${root.clientWidth} fit`);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const within = n.parentElement;
    if (!n.data.trim() || !within.checkVisibility() || within.closest(".aloud")) continue;
    range.selectNodeContents(n);
    const r = range.getBoundingClientRect();
    if (r.left < -1 || r.right > root.clientWidth + 1) out.push(`over the page's edge: ${n.data.slice(0, 60)}`);
    for (let e = within; e !== document.body; e = e.parentElement) {
      const display = getComputedStyle(e).display;
      if (display === "inline" || display === "contents") continue;
      const b = e.getBoundingClientRect();
      // A line's box is lower than its letters' where lines stand close.
      if (r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 4 || r.bottom > b.bottom + 4) {
        out.push(`over the edge of <${e.localName} class="${e.className}">: ${n.data.slice(0, 60)}`);
        break;
      }
    }
  }
  for (const e of document.querySelectorAll("body *")) {
    if (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1 && !e.closest(".aloud")) out.push(`<${e.localName} class="${e.className}"> is cut sideways`);
  }
  return out;
}

// inPDF compares what is in the PDF with what is on the page: every letter as
// often, every word in one piece where it is on one line, all of it on paper.
function inPDF(pdf, text, wanted, wrong) {
  const run = (...a) => execFileSync(a[0], a.slice(1), { encoding: "utf8", maxBuffer: 1 << 28 });
  const pages = Number(run("pdfinfo", pdf).match(/^Pages:\s+(\d+)/m)[1]);
  if (wanted && pages !== wanted) wrong(`${pages} pages, should be ${wanted}`);
  const plain = (s) => s.normalize("NFKC").replace(/[\s\u00ad]+/g, "");
  const there = plain(run("pdftotext", "-raw", "-nopgbrk", pdf, "-"));
  const count = (s) => { const m = new Map(); for (const c of s) m.set(c, (m.get(c) || 0) + 1); return m; };
  // Other scripts are checked where there are fonts for them: on the page.
  const latin = (c) => /[\p{Script=Latin}\p{Nd}!-/:-@¿¡“”«»’…]/u.test(c);
  const have = count(there);
  for (const [c, n] of count(plain(text))) {
    if (latin(c) && (have.get(c) || 0) < n) wrong(`"${c}" is there ${have.get(c) || 0} times, should be ${n}`);
  }
  for (const word of new Set(text.normalize("NFKC").split(/\s+/))) {
    if ([...word].length <= 40 && [...word].every(latin) && !there.includes(word)) wrong(`"${word}" is missing`);
  }
  const boxes = run("pdftotext", "-bbox", pdf, "-");
  let width = 0, height = 0;
  for (const line of boxes.split("\n")) {
    const p = line.match(/<page width="([\d.]+)" height="([\d.]+)"/);
    if (p) [width, height] = [Number(p[1]), Number(p[2])];
    const w = line.match(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</);
    if (w && (w[1] < 0 || w[2] < 0 || w[3] > width || w[4] > height)) wrong(`beyond the paper: ${w[5].slice(0, 40)}`);
  }
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0
//
// Copies whole badges from their sheets into forms, as people do:
//
//   node copy.mjs FOLDER…
//
// each with copy.html and form.json, the controls of a form in its order. Every
// box is selected once with one click and once with the keys, copied, and
// pasted into its control, which takes no more than its limit. What arrives
// must be what belongs there, to the letter, and nothing is ever typed. The
// sheet runs without scripts and without a network.
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failed = 0, copied = 0;
const folders = process.argv.slice(2);
for (const folder of folders) {
  const wrong = [];
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
  try {
    await copy(context, resolve(folder), (s) => wrong.push(s));
  } catch (e) {
    wrong.push(String(e));
  }
  await context.close();
  for (const s of wrong.slice(0, 8)) console.error(`FAILED: ${basename(dirname(folder))}/${basename(folder)}: ${s}`);
  failed += wrong.length > 0;
}
await browser.close();
console.log(`${folders.length - failed} of ${folders.length} badges were copied into their forms, ${copied} texts`);
process.exit(failed ? 1 : 0);

async function copy(context, folder, wrong) {
  const controls = JSON.parse(readFileSync(join(folder, "form.json"), "utf8"));
  const url = pathToFileURL(join(folder, "copy.html")).href;
  const sheet = await context.newPage();
  sheet.on("request", (r) => { if (r.url() !== url && !r.url().startsWith("data:")) wrong(`asks for ${r.url()}`); });
  sheet.on("console", (m) => { if (m.type() === "error") wrong(`complains: ${m.text().slice(0, 200)}`); });
  await sheet.goto(url);
  const form = await context.newPage();

  const boxes = sheet.locator(".box");
  if (await boxes.count() !== controls.length) wrong(`has ${await boxes.count()} boxes for ${controls.length} controls`);
  const before = await sheet.locator("a").count(); // links that Tab passes on its way
  for (const way of ["click", "keys"]) {
    await sheet.bringToFront();
    await sheet.goto(url);
    await form.setContent(page(controls));
    let tabs = 0;
    for (const [i, c] of controls.entries()) {
      await sheet.bringToFront();
      if (way === "click") await boxes.nth(i).click({ position: { x: 12, y: 12 } });
      else {
        do await sheet.keyboard.press("Tab"); while (!(await focused(boxes.nth(i))) && ++tabs < before + controls.length);
        await sheet.keyboard.press("Control+A");
      }
      await sheet.keyboard.press("Control+C");
      await form.bringToFront();
      const control = form.locator(`#c${i}`);
      await control.focus();
      await form.keyboard.press("Control+V");
      const got = await control.inputValue();
      if (got !== c.text) wrong(`${way}: “${c.label}” got ${JSON.stringify(got).slice(0, 120)}, should be ${JSON.stringify(c.text).slice(0, 120)}`);
      copied++;
    }
  }
}

function focused(box) {
  return box.evaluate((e) => e === e.ownerDocument.activeElement);
}

// page is a form with those controls. A browser that is given no limit sets none.
function page(controls) {
  const safe = (s) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const one = (c, i) => {
    const limit = c.limit ? ` maxlength="${c.limit}"` : "";
    return `<p><label for="c${i}">${safe(c.label)}</label>${c.lines ? `<textarea id="c${i}"${limit}></textarea>` : `<input id="c${i}"${limit}>`}</p>`;
  };
  return `<!DOCTYPE html><html lang="en"><title>Form</title><form>${controls.map(one).join("")}</form></html>`;
}

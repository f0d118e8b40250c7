// The pages of examples/portal in a real browser.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../../examples/portal/serve.mjs';
import { AS_OF, KIND, RECORD, door } from './door.mjs';

const SHOTS = fileURLToPath(new URL('../../../target/npm/', import.meta.url));
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
let browser;
let site;

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  site = await serve();
});
after(async () => {
  await browser?.close();
  site?.server.close();
});

/** A page whose errors fail the test. */
async function open(name) {
  const page = await browser.newPage({ viewport: { width: 900, height: 1100 } });
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(site.url + name);
  await page.waitForSelector('.gongkai-status', { state: 'attached' });
  return { page, wrong: () => wrong };
}

test('a page without modules shows findings as the clerk types, offline', async () => {
  const { page, wrong } = await open('');
  await page.context().setOffline(true);
  await page.fill('[name=行政许可决定书文号]', '甘农许〔2016〕3号');
  await page.fill('[name=许可决定日期]', '2016-07-22');
  await page.fill('[name=统一社会信用代码]', '916200007202575099');
  await page.fill('[name=d_credit]', '2016-08-05');
  const late = page.locator('.gongkai-finding[data-path="/published/credit-gansu"]');
  const shown = await late.innerText();
  assert.match(shown, /2016-08-02/);
  assert.match(shown, /逾期3个工作日/);
  assert.equal(await page.getAttribute('[name=d_credit]', 'aria-invalid'), 'true');
  await page.screenshot({ path: `${SHOTS}portal.png`, fullPage: true });
  await page.fill('[name=d_credit]', '2016-08-02');
  assert.equal(await late.count(), 0);
  assert.equal(await page.getAttribute('[name=d_credit]', 'aria-invalid'), null);
  assert.deepEqual(wrong(), []);
});

test('a page in another encoding, opened from disk, shows the same findings', async () => {
  const folder = fileURLToPath(new URL('../../../target/npm/disk/', import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  cpSync(fileURLToPath(new URL('../../../target/npm/gongkai/classic/', import.meta.url)), folder, { recursive: true });
  const lines = '<meta charset="gbk"><script src="form.js"></script>'
    + '<script src="portal.js" data-form="#f" data-kind="administrative-license" data-profile="gansu-2016" data-as-of="2016-09-01"></script>'
    + '<form id="f"><input name="decision_date"><input name="published.credit-gansu"></form>';
  writeFileSync(`${folder}page.html`, lines);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(`${folder}page.html`).href);
  await page.waitForSelector('.gongkai-status', { state: 'attached' });
  assert.equal(await page.evaluate(() => document.characterSet), 'GBK');
  await page.fill('[name=decision_date]', '2016-07-22');
  await page.fill('[name="published.credit-gansu"]', '2016-08-05');
  const shown = await page.locator('.gongkai-finding[data-path="/published/credit-gansu"]').innerText();
  assert.match(shown, /逾期3个工作日/);
  assert.match(shown, /期限 2016-08-02/);
});

test('a click right after typing reaches its button, and an emptied form is judged anew', async () => {
  const { page, wrong } = await open('');
  await page.fill('[name=许可决定日期]', '2016-07-22');
  await page.fill('[name=d_credit]', '2016-08-05');
  const before = await page.locator('.gongkai-finding').elementHandles();
  await page.dispatchEvent('[name=d_credit]', 'change');
  for (const notice of before) assert.ok(await notice.evaluate((element) => element.isConnected));
  await page.click('button[type=reset]');
  await page.waitForFunction(() => document.querySelectorAll('.gongkai-finding').length === 1);
  assert.equal(await page.inputValue('[name=d_credit]'), '');
  assert.deepEqual(wrong(), []);
});

test('a page with modules draws the form from the packs', async () => {
  const { page, wrong } = await open('modern.html');
  await page.fill('[name=decision_date]', '2016-07-22');
  await page.fill('[name="published.credit-gansu"]', '2016-08-05');
  const shown = await page.locator('.gongkai-finding[data-path="/published/credit-gansu"]').innerText();
  assert.match(shown, /2016-08-02/);
  await page.screenshot({ path: `${SHOTS}modern.png`, fullPage: true });
  assert.deepEqual(wrong(), []);
});

test('the engine in the page and in its worker answers the same bytes as in Node', async () => {
  await door.init();
  const expected = Array.from(new door.Engine({ profile: 'gansu-2016' }).checkRaw(KIND, RECORD, AS_OF));
  const page = await browser.newPage();
  await page.goto(`${site.url}page.css`);
  const answers = await page.evaluate(async ([kind, record, asOf]) => {
    const web = await import('/gongkai/web.js');
    const worker = await import('/gongkai/worker.js');
    const here = await web.createEngine({ profile: 'gansu-2016', kind });
    const there = await worker.createEngine({ profile: 'gansu-2016', kind });
    const raws = [here.checkRaw(kind, record, asOf), await there.checkRaw(kind, record, asOf)];
    there.free();
    return raws.map((raw) => Array.from(raw));
  }, [KIND, RECORD, AS_OF]);
  assert.deepEqual(answers, [expected, expected]);
});

// How long a page in Chromium waits for its first judgement once it has the module, and for a long article.

import { chromium } from 'playwright-core';
import { serve } from '../../examples/portal/serve.mjs';

const ROUNDS = 7;
const site = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
for (const [entry, module] of [['web.js', 'gongkai.wasm'], ['form.js', 'form.wasm']]) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await inFreshPage(entry, module));
  const best = (name) => Math.min(...rounds.map((times) => times[name])).toFixed(1);
  console.log(`${module}: first judgement after ${best('ready')} ms, `
    + `an article of 10,000 characters screened in ${best('first')} ms at first, ${best('again')} ms then`);
}
await browser.close();
site.server.close();

async function inFreshPage(entry, module) {
  const page = await browser.newPage();
  await page.goto(`${site.url}page.css`);
  const times = await page.evaluate(measure, [entry, module]);
  await page.close();
  return times;
}

/** Runs in the page. */
async function measure([entry, module]) {
  const { createEngine } = await import(`/gongkai/${entry}`);
  const [kind, screened] = ['administrative-license', 'policy-document'];
  const files = [module, `extracts/${kind}.bin`, `extracts/${screened}.bin`];
  const [wasm, ...extracts] = await Promise.all(files.map(async (name) =>
    (await fetch(`/gongkai/${name}`)).arrayBuffer()));
  const opened = (options, extract) => createEngine({ profile: 'gansu-2016', ...options }, { module: wasm, extract });
  const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const start = performance.now();
  const engine = await opened({ kind }, extracts[0]);
  engine.check(kind, { decision_date: '2016-07-22' }, '2016-09-01');
  const ready = performance.now() - start;
  const sentence = '本局对辖区内兽药经营企业开展检查，查处问题三起，责令限期改正，相关情况现予公布。';
  const article = sentence.repeat(10_000 / sentence.length);
  const screening = await opened({ kind: screened }, extracts[1]);
  const [first, again] = [0, 1].map(() => timed(() => screening.screen(article, '2016-09-01')));
  return { ready, first, again };
}

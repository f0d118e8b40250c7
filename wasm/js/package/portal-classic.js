// For pages without modules: `<script src="portal.js" data-form="#form" data-kind="…">` after `gongkai.js`.

import { attach } from './portal.js';

const script = document.currentScript;
const { form: selector, kind, profile, asOf, lang } = script.dataset;

async function start() {
  const form = document.querySelector(selector ?? 'form[data-kind]');
  if (!form) throw new Error(`portal.js: no form ${selector ?? 'form[data-kind]'}`);
  const of = kind ?? form.dataset.kind;
  const engine = await globalThis.gongkai.createEngine({ kind: of, ...(profile && { profile }) });
  form.gongkai = attach(form, engine, { kind: of, asOf, lang });
  form.dispatchEvent(new CustomEvent('gongkai-ready', { bubbles: true }));
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();

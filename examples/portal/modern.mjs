// Draws the whole form from the packs, with modules.

import { createEngine } from './gongkai/form.js';
import { attach } from './gongkai/portal.js';

const kind = 'administrative-license';
const engine = await createEngine({ profile: 'gansu-2016', kind });
const form = document.querySelector('#license');
form.append(...engine.schema(kind).fields.map(row));
attach(form, engine, { kind, asOf: '2016-09-01' });

function row({ id, label, required, options, help }) {
  const line = document.createElement('label');
  const name = document.createElement('span');
  name.textContent = label.zh;
  if (required) name.append(' ', Object.assign(document.createElement('i'), { textContent: '*' }));
  const input = document.createElement(options ? 'select' : 'input');
  input.name = id;
  if (help) input.title = help.zh;
  if (options) input.append(new Option('', ''), ...options.map(({ code, label: { zh } }) => new Option(zh, code)));
  line.append(name, input);
  return line;
}

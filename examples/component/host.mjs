// A host in Node: `node examples/component/host.mjs`, after `make component`.
// jco has written the component as a module; elsewhere: npx @bytecodealliance/jco transpile gongkai.wasm -o node

import { judge } from '../../target/component/node/gongkai.js';

const text = (name, value) => ({ name, value: { tag: 'text', val: value } });

const engine = judge.Engine.open({ profile: 'gansu-2016', packs: [], lists: [] });
const item = { tag: 'fields', val: [
  text('decision_number', '甘农许〔2016〕3号'),
  text('decision_date', '2016-07-22'),
  text('published.credit-gansu', '2016-08-05'),
] };
const report = engine.check('administrative-license', item, '2016-09-01');
for (const { code, due, happened, message } of report.findings.filter(({ due }) => due)) {
  console.log(code, due, happened ?? '-', message.zh);
}

// Shows findings beside the fields of a form as someone types.

/** Words of the page; everything about law comes from the engine. */
const WORDS = {
  zh: { due: '期限', good: '未发现问题', found: (n) => `发现 ${n} 项，请查看标出的栏目` },
  en: { due: 'due', good: 'nothing found', found: (n) => `${n} found; see the marked fields` },
};

const STYLE = `
.gongkai-finding{display:block;margin:.25em 0 0;padding:.3em .6em;border-left:3px solid #b45309;background:#fff7ed;color:#7c2d12;font-size:.9em;line-height:1.5}
.gongkai-finding[data-verdict=breached]{border-color:#b91c1c;background:#fef2f2;color:#7f1d1d}
.gongkai-finding[data-verdict=pending]{border-color:#1d4ed8;background:#eff6ff;color:#1e3a8a}
.gongkai-finding small{display:block;opacity:.85}
`;

/**
 * Attaches to a form: judges at every change and puts each finding under its field.
 *
 * An input belongs to the field named by its `data-field` or `name`: the field's id, its path, or any of the
 * column names the packs know. Returns `{ judge, detach }`.
 */
export function attach(form, engine, { kind, asOf, lang = 'zh' } = {}) {
  const fields = bind(form, engine.schema(kind).fields);
  const show = shower(form, fields, lang === 'en' ? 'en' : 'zh');
  let judged;
  const judge = () => {
    const record = recordOf(fields);
    const report = engine.check(kind, record, asOf || new Date());
    judged = JSON.stringify(record);
    show(report);
    form.dispatchEvent(new CustomEvent('gongkai-report', { bubbles: true, detail: report }));
    return report;
  };
  // What is drawn anew can move away from under a click, so nothing is while the record stays the same.
  const follow = () => JSON.stringify(recordOf(fields)) === judged || judge();
  // The fields are emptied after the event.
  const afterwards = () => setTimeout(follow);
  const listeners = { input: follow, change: follow, reset: afterwards };
  addStyle(form.ownerDocument);
  for (const [event, listener] of Object.entries(listeners)) form.addEventListener(event, listener);
  judge();
  return {
    judge,
    detach() {
      for (const [event, listener] of Object.entries(listeners)) form.removeEventListener(event, listener);
      show({ findings: [] });
    },
  };
}

/** The inputs of each field that the form has: path to `{ field, input }`. */
function bind(form, fields) {
  const names = new Map();
  for (const field of fields) {
    for (const name of [...(field.columns ?? []), field.path, field.id]) names.set(name, field);
  }
  const bound = new Map();
  for (const input of form.elements) {
    const field = names.get(input.dataset.field ?? input.name);
    if (field && !bound.has(field.path)) bound.set(field.path, { field, input });
  }
  return bound;
}

/** What the form holds, as a record; an empty input is left out. */
function recordOf(bound) {
  const record = {};
  for (const { field, input } of bound.values()) {
    const value = valueOf(input);
    if (value !== '') place(record, field.path.slice(1).split('/'), value);
  }
  return record;
}

function valueOf(input) {
  if (input.type === 'checkbox') return input.checked;
  if (input.type === 'radio') return input.form.elements.namedItem(input.name).value;
  return input.value.trim();
}

function place(record, [name, ...rest], value) {
  if (rest.length === 0) record[name] = value;
  else place((record[name] ??= {}), rest, value);
}

/** Puts findings under their fields, and those of no field of the form under the form. */
function shower(form, bound, lang) {
  const document = form.ownerDocument;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'gongkai-status';
  form.append(status);
  let shown = [];
  return ({ findings }) => {
    for (const element of shown) element.remove();
    for (const { input } of bound.values()) input.removeAttribute('aria-invalid');
    shown = findings.map((finding) => {
      const element = notice(document, finding, lang);
      const input = bound.get(finding.path)?.input;
      if (!input) {
        status.before(element);
        return element;
      }
      if (finding.verdict === 'breached') input.setAttribute('aria-invalid', 'true');
      place_after(input, element);
      return element;
    });
    status.textContent = findings.length ? WORDS[lang].found(findings.length) : WORDS[lang].good;
  };
}

function place_after(input, element) {
  const label = input.closest('label');
  let last = label ?? input;
  while (last.nextElementSibling?.classList.contains('gongkai-finding')) last = last.nextElementSibling;
  last.after(element);
}

function notice(document, finding, lang) {
  const element = document.createElement('span');
  element.className = 'gongkai-finding';
  element.dataset.rule = finding.rule;
  element.dataset.path = finding.path;
  element.dataset.verdict = finding.verdict;
  const due = finding.due ? `（${WORDS[lang].due} ${finding.due}）` : '';
  element.textContent = finding.message[lang] + due;
  const remedy = document.createElement('small');
  remedy.textContent = `${finding.remedy[lang]} · ${finding.cite.instrument[lang]} ${finding.cite.clause}`;
  element.append(remedy);
  return element;
}

function addStyle(document) {
  if (document.querySelector('style[data-gongkai]')) return;
  const style = document.createElement('style');
  style.dataset.gongkai = '';
  style.textContent = STYLE;
  document.head.append(style);
}

// Looks for words in the index of the site; runs in the page that is open and asks nobody.
"use strict";

const MOST = 200;
const box = document.getElementById("q");
const list = document.getElementById("results");
const count = document.getElementById("count");
const own = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const other = own === "zh" ? "en" : "zh";

const folded = (text) => text.normalize("NFKC").toLowerCase();
for (const entry of INDEX) {
  entry.title = folded(`${entry.zh} ${entry.en}`);
  entry.all = `${entry.title} ${folded(entry.words)}`;
}

/** Lower is better: all words in the title, the first word at its beginning. */
function rank(entry, words) {
  if (folded(entry.words).split(" ").includes(words[0])) return 0;
  if (!words.every((word) => entry.title.includes(word))) return 3;
  return folded(entry[own]).startsWith(words[0]) ? 1 : 2;
}

function item(entry) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = entry.path;
  link.textContent = entry[own] || entry[other];
  const beside = document.createElement("span");
  beside.className = "other";
  beside.lang = other === "zh" ? "zh-CN" : "en";
  beside.textContent = entry[other];
  const code = document.createElement("code");
  code.textContent = entry.section === "rules" ? entry.words.split(" ")[0] : "";
  const of = document.createElement("span");
  of.className = "quiet";
  of.textContent = entry.of ? entry.of[own] : "";
  line.append(code, " ", link, " ", of, " ", beside);
  return line;
}

function search() {
  const words = folded(box.value).split(/\s+/).filter(Boolean);
  const found = words.length ? INDEX.filter((entry) => words.every((word) => entry.all.includes(word))) : [];
  const ranked = found.map((entry) => [rank(entry, words), entry]).sort((a, b) => a[0] - b[0]);
  list.replaceChildren(...ranked.slice(0, MOST).map(([, entry]) => item(entry)));
  const text = found.length ? `${found.length} ${count.dataset.count}` : count.dataset.none;
  count.textContent = words.length ? text : "";
}

box.value = new URLSearchParams(location.search).get("q") || "";
box.addEventListener("input", search);
box.focus();
search();

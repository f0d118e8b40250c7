"use strict";
(() => {
  const words = document.getElementById("words");
  const verdict = document.getElementById("verdict");
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("#findings tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const fits = (!verdict.value || row.dataset.verdict === verdict.value)
        && wanted.every((word) => texts[index].includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = `${count} / ${rows.length}`;
  };
  words.addEventListener("input", filter);
  verdict.addEventListener("change", filter);
  filter();
})();

/** The page's only script: the filter, which is out of sight without it. Plain, as it is read by the browser alone. */
export const SCRIPT = `
'use strict';
{
  const form = document.getElementById('filter');
  const words = document.getElementById('filter-words');
  const state = document.getElementById('filter-state');
  const shown = document.getElementById('filter-shown');
  const all = Array.from(document.querySelectorAll('article'), (element) => ({
    element,
    states: element.dataset.states.split('|'),
  }));
  let timer = 0;
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    let count = 0;
    for (const one of all) {
      one.text ??= one.element.textContent.toLowerCase();
      const fits =
        (state.value === '' || one.states.includes(state.value)) && wanted.every((word) => one.text.includes(word));
      one.element.hidden = !fits;
      if (fits) count += 1;
    }
    shown.textContent = count + ' of ' + all.length + ' citations shown';
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(filter, 120);
  });
  form.hidden = false;
}
`;

// Narrows the list of topics to those that hold a word. The whole list is there without it.

const place = document.querySelector('[data-topic-filter]');
const groups = [...document.querySelectorAll('.choice-group')];
if (place && groups.length > 0) offerFilter();

function offerFilter() {
  place.className = 'topic-filter';
  place.innerHTML =
    '<label class="usa-label" for="topic-filter">Find a topic</label>' +
    '<input class="usa-input" id="topic-filter" type="search" autocomplete="off">' +
    '<div class="usa-hint" role="status"></div>';
  const input = place.querySelector('input');
  input.addEventListener('input', () => narrow(input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}

function narrow(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const group of groups) {
    const category = group.querySelector('.choice-group__label').textContent;
    const choices = [...group.querySelectorAll('.usa-radio')];
    for (const choice of choices) {
      const haystack = `${category} ${choice.textContent}`.toLowerCase();
      const isChosen = choice.querySelector('input').checked;
      choice.hidden = !isChosen && !words.every((word) => haystack.includes(word));
      if (!choice.hidden) count += 1;
    }
    group.hidden = choices.every((choice) => choice.hidden);
  }
  const topics = count === 1 ? 'topic' : 'topics';
  place.querySelector('[role="status"]').textContent = words.length === 0 ? '' : `${count} ${topics}`;
}

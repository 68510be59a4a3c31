// Small comforts. Every page works without them.

document.querySelector('[data-takes-focus]')?.focus();

for (const button of document.querySelectorAll('[data-show-password]')) {
  const input = document.getElementById(button.getAttribute('aria-controls'));
  const word = button.querySelector('[data-toggle-word]');
  const show = (isShown) => {
    input.type = isShown ? 'text' : 'password';
    word.textContent = isShown ? button.dataset.hidePassword : button.dataset.showPassword;
  };
  button.hidden = false;
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form?.addEventListener('submit', () => show(false));
}

for (const textarea of document.querySelectorAll('[data-count-limit]')) {
  const limit = Number(textarea.dataset.countLimit);
  const message = document.getElementById(`${textarea.id}-count`);
  const spoken = document.createElement('div');
  spoken.className = 'usa-sr-only';
  spoken.setAttribute('role', 'status');
  message.after(spoken);
  let pause;
  const tell = () => {
    const left = limit - textarea.value.length;
    const count = Math.abs(left).toLocaleString('en-US');
    const words = `${count} ${Math.abs(left) === 1 ? 'character' : 'characters'}`;
    message.textContent = left < 0 ? `You are ${words} over the limit` : `You have ${words} left`;
    message.classList.toggle('character-count--over', left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => {
      spoken.textContent = message.textContent;
    }, 1000);
  };
  textarea.addEventListener('input', tell);
  if (textarea.value !== '') tell();
}

// A second click while the first is on its way sends nothing. The server files once in any case.
const SENDING_MS = 3000;
for (const form of document.querySelectorAll('form[method="post"]:not([data-uploads])')) {
  let sentAt = Number.NEGATIVE_INFINITY;
  form.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < SENDING_MS) event.preventDefault();
    else sentAt = event.timeStamp;
  });
}

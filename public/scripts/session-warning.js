// Warns two minutes before an unused session ends. Other tabs of the portal count as use.

const WARNING_SECONDS = 120;
const ACTIVE_AT = 'portal-active-at';

const dialog = document.querySelector('[data-session-warning]');
if (dialog) watchSession(dialog);

function watchSession(warning) {
  const idleSeconds = Number(warning.dataset.idleSeconds);
  const timeLeft = warning.querySelector('[data-time-left]');
  const problem = warning.querySelector('[data-problem]');

  noteUse();
  setInterval(check, 1000);
  document.addEventListener('visibilitychange', check);
  warning.querySelector('[data-stay]').addEventListener('click', stay);
  warning.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay();
  });

  function check() {
    const left = Math.round(idleSeconds - (Date.now() - lastUse()) / 1000);
    if (left < 0) return leave();
    if (left > WARNING_SECONDS) return warning.close();
    timeLeft.textContent = inWords(left);
    if (!warning.open) warning.showModal();
  }

  async function stay() {
    problem.textContent = '';
    try {
      const answer = await fetch('/session/extend', {
        method: 'POST',
        headers: { 'x-csrf-token': warning.dataset.token },
      });
      if (!answer.ok) return leave();
      noteUse();
      warning.close();
    } catch {
      problem.textContent = 'We could not reach the portal. Check your connection and try again.';
    }
  }
}

/** What is on the screen may be about a member: it goes when the session does. */
function leave() {
  location.replace(location.pathname + location.search);
}

function noteUse() {
  localStorage.setItem(ACTIVE_AT, String(Date.now()));
}

function lastUse() {
  return Number(localStorage.getItem(ACTIVE_AT) ?? Date.now());
}

function inWords(seconds) {
  const minutes = Math.ceil(seconds / 60);
  if (seconds > 60) return `${minutes} minutes`;
  if (seconds > 20) return 'a minute';
  return `${seconds} seconds`;
}

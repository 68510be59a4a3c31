// Sends chosen or dropped files one by one, with progress and a reason for each that is not taken. Without it the
// form sends them all at once and answers with the same page.

const form = document.querySelector('form[data-uploads]');
if (form) takeOver(form);

function takeOver(uploadForm) {
  const input = uploadForm.querySelector('input[type=file]');
  const button = uploadForm.querySelector('button[type=submit]');
  const progress = document.createElement('ul');
  progress.className = 'uploads';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  uploadForm.append(progress, status);

  let isSending = false;
  const begin = async (files) => {
    if (isSending || files.length === 0) return;
    isSending = true;
    button.disabled = true;
    progress.replaceChildren();
    status.textContent = '';
    let added = 0;
    for (const file of files) if (await sendOne(uploadForm, input.name, file, progress)) added += 1;
    input.value = '';
    button.disabled = false;
    isSending = false;
    status.textContent = summary(added, files.length);
  };

  uploadForm.addEventListener('submit', (event) => {
    if (input.files.length === 0) return;
    event.preventDefault();
    begin([...input.files]);
  });
  acceptDrops(uploadForm, begin);
  window.addEventListener('beforeunload', (event) => {
    if (isSending) event.preventDefault();
  });
}

function acceptDrops(target, begin) {
  const hint = document.createElement('p');
  hint.className = 'cell-hint';
  hint.textContent = 'You can also drop files here.';
  target.querySelector('input[type=file]').after(hint);
  target.classList.add('drop-zone');
  target.addEventListener('dragover', (event) => {
    event.preventDefault();
    target.classList.add('drop-zone--over');
  });
  target.addEventListener('dragleave', () => target.classList.remove('drop-zone--over'));
  target.addEventListener('drop', (event) => {
    event.preventDefault();
    target.classList.remove('drop-zone--over');
    begin([...event.dataTransfer.files]);
  });
}

/** True when the file was taken. */
async function sendOne(uploadForm, fieldName, file, progress) {
  const line = lineFor(file.name);
  progress.append(line.item);
  const body = new FormData();
  for (const field of uploadForm.querySelectorAll('input[type=hidden]')) body.append(field.name, field.value);
  body.append(fieldName, file);
  const answer = await post(uploadForm.action, body, (part) => line.show(part));
  const page = new DOMParser().parseFromString(answer?.text ?? '', 'text/html');
  const fault = faultIn(answer, page);
  line.end(fault);
  if (!fault) renew(page);
  return !fault;
}

function post(address, body, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(loaded / Math.max(total, 1)),
    );
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', () => resolve(null));
    request.send(body);
  });
}

/** Why the file was not taken, in the words of the page that answered; empty: it was. */
function faultIn(answer, page) {
  if (answer?.status === 200 && page.querySelector('[data-renewed=files]')) return '';
  const error = page
    .querySelector('.usa-error-message')
    ?.textContent.replace(/^\s*Error:\s*/, '')
    .trim();
  return error || page.querySelector('main h1 + p')?.textContent.trim() || 'It could not be sent. Try again.';
}

/** The list of files and the way onward become those of the page that answered. */
function renew(page) {
  for (const part of document.querySelectorAll('[data-renewed]')) {
    const fresh = page.querySelector(`[data-renewed=${part.dataset.renewed}]`);
    if (fresh) part.replaceWith(fresh);
  }
}

function lineFor(name) {
  const item = document.createElement('li');
  const label = document.createElement('span');
  const bar = document.createElement('progress');
  const words = document.createElement('span');
  label.textContent = name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', `Sending ${name}`);
  item.append(label, bar, words);
  return {
    item,
    show: (part) => {
      bar.value = part;
      words.textContent = part < 1 ? `${Math.floor(part * 100)} %` : 'being checked';
    },
    end: (fault) => {
      bar.remove();
      words.textContent = fault ? fault.replace(`${name}: `, '') : 'added';
      item.classList.toggle('uploads__fault', fault !== '');
    },
  };
}

function summary(added, all) {
  if (added === all) return all === 1 ? 'The file is added.' : `${all} files are added.`;
  return `${added} of ${all} files added. The others are listed above with the reason.`;
}

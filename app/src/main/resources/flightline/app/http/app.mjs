// The page works without this. With it, answers come as they are written, documents open beside the answer, and nothing typed is lost.
const beside = document.querySelector('#beside');
const csrf = document.querySelector('meta[name=csrf]').content;
let opener = null;

/** Tells a screen reader. */
function say(words) {
  const said = document.querySelector('#said');
  said.textContent = '';
  setTimeout(() => { said.textContent = words; }, 50);
}

/** Asks for a part of a page. */
async function part(address, options = {}) {
  const headers = { 'X-Part': '1', ...(csrf ? { 'X-CSRF-Token': csrf } : {}), ...options.headers };
  const response = await fetch(address, { ...options, headers });
  if (response.status === 401) throw new Error('signed out');
  return response;
}

/** What stood in the way of asking, in words. */
function hindrance(fault, else_) {
  if (fault.message !== 'signed out') return trouble('The server cannot be reached', else_);
  const notice = trouble('You are signed out', 'What you typed is still here: copy it, sign in, and send it again. ');
  const link = document.createElement('a');
  link.href = '/sign-in';
  link.target = '_blank';
  link.textContent = 'Sign in';
  notice.lastElementChild.append(link);
  return notice;
}

function trouble(title, why) {
  const notice = document.createElement('div');
  notice.className = 'notice warning';
  notice.setAttribute('role', 'alert');
  const strong = document.createElement('strong');
  strong.textContent = title;
  const p = document.createElement('p');
  p.textContent = why;
  notice.append(strong, p);
  return notice;
}

function fields(form, submitter) {
  const data = new FormData(form, submitter);
  return new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
}

/** Hands over the events of a stream as they come. */
async function events(response, meet) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += value;
    let end;
    while ((end = rest.indexOf('\n\n')) >= 0) {
      let name = '';
      const data = [];
      for (const line of rest.slice(0, end).split('\n')) {
        if (line.startsWith('event: ')) name = line.slice(7);
        else if (line.startsWith('data: ')) data.push(line.slice(6));
      }
      rest = rest.slice(end + 2);
      meet(name, data.join('\n'));
    }
  }
}

/** Parts of an answer, from the top; what a model writes comes last and stands where it is read. */
const SLOTS = ['warnings', 'repeats', 'causes', 'checks', 'said', 'conflicts', 'precedents'];
/** How to stop an answer that is still coming, by its box. */
const coming = new WeakMap();

function waiting(place, text, stopping) {
  const box = document.createElement('div');
  box.className = 'waiting';
  const words = document.createElement('p');
  words.textContent = 'Looking through the documents: ' + text;
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'quiet';
  stop.textContent = 'Stop';
  stop.addEventListener('click', () => stopping.abort());
  const early = document.createElement('div');
  early.className = 'early';
  const heading = document.createElement('h2');
  heading.className = 'unseen';
  heading.textContent = 'The answer so far';
  early.append(heading);
  for (const slot of SLOTS) {
    const part = document.createElement('div');
    part.dataset.slot = slot;
    early.append(part);
  }
  box.append(words, stop, early);
  place.append(box);
  return box;
}

// A field may be called like a property of its form, so the address is read as an attribute.
async function ask(form, submitter) {
  const text = form.querySelector('[name=text]');
  if (!text.value.trim()) {
    form.submit();
    return;
  }
  const place = document.querySelector('[data-answers]');
  const keep = place.dataset.answers === 'keep';
  if (!keep) place.replaceChildren();
  document.querySelector('[data-problem]')?.remove();
  const stopping = new AbortController();
  const box = waiting(place, text.value, stopping);
  const early = box.querySelector('.early');
  coming.set(box, stopping);
  place.setAttribute('aria-busy', 'true');
  const button = form.querySelector('button:not([type])');
  button.disabled = true;
  keepTyped(form, true);
  say('Looking through the documents');
  try {
    const response = await part(form.getAttribute('action'), {
      method: 'POST', body: fields(form, submitter), headers: { Accept: 'text/event-stream' }, signal: stopping.signal,
    });
    const type = response.headers.get('Content-Type') ?? '';
    if (!type.startsWith('text/event-stream')) {
      if (response.ok || !type.startsWith('text/html')) throw new Error('the server said ' + response.status);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const why = page.querySelector('[data-problem] p, .notice p')?.textContent ?? 'The server said ' + response.status;
      box.replaceWith(trouble('There is a problem', why));
      return;
    }
    let answered = false;
    await events(response, (name, html) => {
      const said = early.querySelector('[data-slot=said]');
      if (name === 'extracts') {
        early.dataset.model = '1';
        box.firstElementChild.textContent = 'The model is writing: ' + text.value;
        said.innerHTML = '<h3>The documents’ own words; the model is writing</h3>' + html;
        say('The first parts are there; the model is writing');
      } else if (name === 'statement') {
        if (!early.dataset.written) {
          early.dataset.written = '1';
          said.innerHTML = '<h3>' + ('model' in early.dataset ? 'Checked so far' : keep ? 'Answer' : 'What the documents say') + '</h3>';
        }
        said.insertAdjacentHTML('beforeend', html);
      } else if (name === 'answer') {
        answered = true;
        const before = box.previousElementSibling;
        box.outerHTML = html;
        settled(before ? before.nextElementSibling : place.firstElementChild, 'model' in early.dataset);
      } else early.querySelector('[data-slot="' + name + '"]')?.insertAdjacentHTML('beforeend', html);
    });
    if (!answered) box.replaceWith(trouble('The answer broke off', 'Ask again; if it happens again, tell the administrator.'));
    else if (keep) {
      text.value = '';
      // A dialogue has an address, which going back leads to.
      history.replaceState(history.state, '', '/ask?dialogue=' + encodeURIComponent(form.querySelector('[name=dialogue]').value));
      keepTyped(form, false);
      document.querySelector('[data-after-dialogue]').hidden = false;
      document.querySelectorAll('.open').forEach((one) => one.remove());
    } else document.querySelectorAll('.open').forEach((one) => one.remove());
  } catch (fault) {
    box.replaceWith(fault.name === 'AbortError'
      ? trouble('Stopped', 'Nothing more is shown. What was asked stands in the log.')
      : hindrance(fault, 'Look whether it runs and whether this device is connected, then ask again.'));
  } finally {
    place.removeAttribute('aria-busy');
    button.disabled = false;
  }
}

/**
 * Keeps what was typed with this page in the history of this tab, and nowhere else: others use the tablet too. All of it comes
 * back, or nothing does; a complaint that came back without its aircraft would be answered for every aircraft.
 */
function keepTyped(form, asked) {
  const values = {};
  for (const field of typedFields(form)) values[field.name] = field.value;
  history.replaceState({ ...history.state, typed: { whose: csrf, asked, values } }, '');
}

function typedFields(form) {
  return form.querySelectorAll('textarea[name], input[type=text][name]');
}

/** Brings back what was typed before going back to this page, or loading it again, where the same person is still signed in. */
function bringBack(form) {
  const typed = history.state?.typed;
  if (!typed) return;
  // The same address entered once more is a new beginning, though some browsers keep what belongs to the page.
  const anew = performance.getEntriesByType('navigation')[0]?.type === 'navigate';
  if (anew || typed.whose !== csrf) {
    history.replaceState(null, '');
    return;
  }
  for (const field of typedFields(form)) field.value = typed.values[field.name] ?? '';
  const place = document.querySelector('[data-answers]');
  if (!typed.asked || place.childElementCount) return;
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.textContent = 'What you asked is here again; its answer is not kept. Press '
    + form.querySelector('button:not([type])').textContent + ' to have it again.';
  place.append(hint);
}

const asking = document.querySelector('form[data-ask]');
if (asking) {
  bringBack(asking);
  // Not at each letter: browsers bear a hundred such changes in half a minute.
  let soon = 0;
  const now = () => {
    clearTimeout(soon);
    keepTyped(asking, false);
  };
  asking.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(now, 400);
  });
  asking.addEventListener('change', now);
}

/**
 * An answer is there: read it out from its heading, and show it from its top.
 * reading: its parts were there before and are being read, so that nothing may jump.
 */
function settled(answer, reading = false) {
  const heading = answer.querySelector('.asked');
  if (!reading || document.activeElement === document.body) heading?.focus({ preventScroll: true });
  if (!reading) answer.scrollIntoView({ block: 'start' });
  say(reading ? 'The answer is whole' : 'The answer is there');
}

async function step(form, submitter) {
  // A check may be answered while a model still writes; then nobody waits for it any more.
  const answer = form.closest('.answer, .waiting');
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await part(form.getAttribute('action'), { method: 'POST', body: fields(form, submitter) });
    const html = await response.text();
    if (!response.ok) {
      form.querySelector('.notice')?.remove();
      form.insertAdjacentHTML('afterbegin', html);
      return;
    }
    answer.insertAdjacentHTML('afterend', html);
    const next = answer.nextElementSibling;
    answer.remove();
    coming.get(answer)?.abort();
    settled(next);
    say('Answered; the causes are ranked anew');
  } catch (fault) {
    form.prepend(hindrance(fault, 'Your answer was not taken. Tap again when the device is connected.'));
  } finally {
    form.removeAttribute('aria-busy');
  }
}

async function quietly(form, submitter) {
  try {
    const response = await part(form.getAttribute('action'), { method: 'POST', body: fields(form, submitter) });
    const html = await response.text();
    if (response.ok) {
      form.insertAdjacentHTML('afterend', html);
      form.nextElementSibling.focus();
      form.remove();
    } else {
      form.querySelector('.notice')?.remove();
      form.insertAdjacentHTML('afterbegin', html);
    }
  } catch (fault) {
    form.prepend(hindrance(fault, 'Nothing was kept. Try again when the device is connected.'));
  }
}

/** Opens a place beside the answer. */
async function open(address, from) {
  opener = from ?? opener;
  beside.hidden = false;
  document.body.classList.add('two');
  beside.innerHTML = '<div class="bar-top"><button type="button" class="quiet" data-close>Close</button></div><div class="inside" aria-busy="true"><p class="hint">Opening…</p></div>';
  const inside = beside.querySelector('.inside');
  try {
    inside.innerHTML = await (await part(address)).text();
    inside.removeAttribute('aria-busy');
    inside.querySelector('h2')?.focus({ preventScroll: true });
    await shown(inside);
  } catch (fault) {
    inside.replaceChildren(hindrance(fault, 'It cannot be opened now.'));
  }
}

/** A place is on the page: show its PDF, or scroll to the cited words. */
async function shown(inside) {
  const pdf = inside.querySelector('[data-pdf]');
  if (pdf) await (await import('/assets/pdf.mjs')).show(pdf);
  else inside.querySelector('mark')?.scrollIntoView({ block: 'center' });
}

function close() {
  beside.hidden = true;
  beside.replaceChildren();
  document.body.classList.remove('two');
  opener?.focus();
  opener = null;
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  const act = 'ask' in form.dataset ? ask : 'step' in form.dataset ? step : 'quiet' in form.dataset ? quietly
    : 'lookForm' in form.dataset ? look : null;
  if (!act) return;
  event.preventDefault();
  act(form, event.submitter);
});

async function look(form, submitter) {
  document.documentElement.dataset.look = submitter.value;
  for (const one of form.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === submitter));
  await fetch(form.getAttribute('action'), { method: 'POST', body: fields(form, submitter), redirect: 'manual' });
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (event.target.closest('[data-close]')) close();
  const link = event.target.closest('a[data-place], a[data-part]');
  if (link) {
    event.preventDefault();
    open(link.href, 'place' in link.dataset ? link : null);
  }
  const record = event.target.closest('a.mark[href^="#r"]');
  if (record) {
    const target = record.closest('.answer, .waiting')?.querySelector(record.getAttribute('href'));
    if (target) {
      event.preventDefault();
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
    }
  }
  if (event.target.closest('[data-print]')) window.print();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !beside.hidden) close();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('[data-ask] textarea'))
    event.target.form.requestSubmit();
});

/** A section that changes by itself is looked at again until it no longer says so. */
function again(section) {
  if (!section?.dataset.again) return;
  setTimeout(async () => {
    if (document.hidden || section.contains(document.activeElement)) return again(section);
    try {
      const page = new DOMParser().parseFromString(await (await part(section.dataset.again)).text(), 'text/html');
      const now = page.getElementById(section.id);
      if (!now) return;
      section.replaceWith(now);
      if (!now.dataset.again) say('It is done');
      again(now);
    } catch {
      again(section);
    }
  }, 2000);
}
again(document.querySelector('[data-again]'));

const place = document.querySelector('main .place');
if (place) shown(place);
document.querySelector('[data-problem]')?.focus();
if (document.querySelector('[data-upload], [data-import]')) import('/assets/upload.mjs');

export { part, trouble, say };

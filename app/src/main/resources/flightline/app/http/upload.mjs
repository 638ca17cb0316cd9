// Brings documents and records in: bytes go up as they are, and the page tells how far they are and what became of them.
import { say } from '/assets/app.mjs';

const csrf = document.querySelector('meta[name=csrf]').content;

/** Sends bytes and tells how far it is, from 0 to 1. */
function send(address, body, headers, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (csrf) request.setRequestHeader('X-CSRF-Token', csrf);
    request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* said by the status */ }
      if (request.status < 300) done(answer);
      else failed(new Error(answer.detail ?? 'the server said ' + request.status));
    });
    request.addEventListener('error', () => failed(new Error('the server cannot be reached')));
    request.send(body);
  });
}

/** Waits for a job and tells how far it is. */
async function finished(job, progress) {
  for (;;) {
    if (!['waiting', 'running'].includes(job.state)) return job;
    progress(job.progress?.total ? job.progress.done / job.progress.total : null, job.progress?.doing ?? '');
    await new Promise((on) => setTimeout(on, 400));
    const response = await fetch('/api/v1/jobs/' + encodeURIComponent(job.id));
    if (!response.ok) throw new Error('the server said ' + response.status);
    job = await response.json();
  }
}

function row(list, name) {
  const item = document.createElement('li');
  const title = document.createElement('strong');
  title.textContent = name;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', name);
  const words = document.createElement('span');
  words.className = 'hint';
  item.append(title, ' ', bar, ' ', words);
  list.append(item);
  return {
    at(share, text) {
      if (share === null) bar.removeAttribute('value');
      else bar.value = share;
      words.textContent = text;
    },
    end(text, good) {
      bar.remove();
      words.textContent = text;
      if (!good) item.classList.add('fault');
      say(name + ': ' + text);
    },
  };
}

async function carry(list, name, address, body, headers, told) {
  const line = row(list, name);
  try {
    const answer = await send(address, body, headers, (share) => line.at(share, 'on its way'));
    const job = answer.state ? await finished(answer, (share, doing) => line.at(share, doing)) : { state: 'done', result: answer };
    if (job.state === 'done') line.end(told(job.result ?? {}), true);
    else line.end(job.why || job.state, false);
  } catch (fault) {
    line.end(fault.message, false);
  }
}

function fates(result) {
  const words = (result.files ?? []).map((one) => [one.fate ?? one.outcome, one.why ?? one.reason].filter(Boolean).join(': '));
  return words.join('; ') || 'done';
}

const drop = document.querySelector('[data-upload]');
if (drop) {
  const list = drop.querySelector('[data-progress]');
  const take = async (files) => {
    for (const file of files)
      await carry(list, file.name, drop.dataset.upload + '?name=' + encodeURIComponent(file.name), file,
        { 'Content-Type': 'application/octet-stream' }, fates);
    const again = document.createElement('p');
    again.innerHTML = '<a class="button quiet" href="/library">Show the library as it is now</a>';
    list.after(again);
  };
  drop.querySelector('input[type=file]').addEventListener('change', (event) => take([...event.target.files]));
  drop.addEventListener('dragover', (event) => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    take([...event.dataTransfer.files]);
  });
}

const records = document.querySelector('[data-import]');
if (records) {
  const part = (name) => records.querySelector('[data-' + name + ']');
  const own = () => part('mapping').value === 'own';
  const reset = () => { part('take').hidden = true; part('rows').replaceChildren(); };
  part('mapping').addEventListener('change', () => { part('own').hidden = !own(); reset(); });
  part('file').addEventListener('change', reset);

  const order = async () => {
    const file = part('file').files[0];
    if (!file) throw new Error('choose a file first');
    if (!own())
      return ['?mapping=' + encodeURIComponent(part('mapping').value) + '&name=' + encodeURIComponent(file.name), file,
        { 'Content-Type': 'application/octet-stream' }];
    if (!part('yaml').files[0]) throw new Error('choose the YAML file of the mapping first');
    const form = new FormData();
    form.append('mapping', await part('yaml').files[0].text());
    form.append('file', file, file.name);
    return ['', form, {}];
  };

  part('look-over').addEventListener('click', async () => {
    reset();
    try {
      const [query, body, headers] = await order();
      const seen = await send(records.dataset.import + '/preview' + query, body, headers, () => {});
      part('rows').replaceChildren(table(seen));
      part('take').hidden = !(seen.records ?? []).length;
      say('The first rows are shown');
    } catch (fault) {
      const notice = document.createElement('div');
      notice.className = 'notice warning';
      notice.setAttribute('role', 'alert');
      notice.textContent = fault.message;
      part('rows').replaceChildren(notice);
    }
  });
  part('take').addEventListener('click', async () => {
    const [query, body, headers] = await order();
    part('take').hidden = true;
    await carry(part('progress'), part('file').files[0].name, records.dataset.import + query, body, headers, (result) =>
      (result.files ?? []).map((one) => one.taken + ' taken, ' + one.unchanged + ' unchanged, ' + one.badRows + ' bad').join('; ') || 'done');
  });
}

/** First rows, one column for each field that any of them has. */
function table(seen) {
  const rows = seen.records ?? [];
  const holder = document.createElement('div');
  for (const one of seen.bad ?? []) {
    const fault = document.createElement('p');
    fault.className = 'fault';
    fault.textContent = one;
    holder.append(fault);
  }
  const names = [...new Set(rows.flatMap((one) => Object.keys(one).filter((name) => String(one[name] ?? '').trim())))];
  if (!names.length) return holder;
  const frame = document.createElement('div');
  frame.className = 'table';
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', 'First rows as the mapping reads them');
  frame.tabIndex = 0;
  const sheet = document.createElement('table');
  const head = sheet.createTHead().insertRow();
  for (const name of names) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    head.append(cell);
  }
  const body = sheet.createTBody();
  for (const one of rows) {
    const line = body.insertRow();
    for (const name of names) line.insertCell().textContent = typeof one[name] === 'object' ? JSON.stringify(one[name]) : one[name] ?? '';
  }
  frame.append(sheet);
  holder.append(frame);
  return holder;
}

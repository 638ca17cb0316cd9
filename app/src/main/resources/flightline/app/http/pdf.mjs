// Shows one page of a PDF at a time, with the cited words marked where they stand.
import * as pdfjs from '/assets/pdfjs/build/pdf.min.mjs';

pdfjs.GlobalWorkerOptions.workerSrc = '/assets/pdfjs/build/pdf.worker.min.mjs';
const KEPT = 3;
const files = new Map();

function file(address) {
  if (!files.has(address)) {
    if (files.size >= KEPT) {
      const [oldest, task] = files.entries().next().value;
      files.delete(oldest);
      task.then((document) => document.destroy());
    }
    files.set(address, pdfjs.getDocument({
      url: address, isEvalSupported: false, useWasm: false, enableXfa: false, disableRange: true, disableStream: true,
      cMapUrl: '/assets/pdfjs/cmaps/', cMapPacked: true, standardFontDataUrl: '/assets/pdfjs/standard_fonts/',
      wasmUrl: '/assets/pdfjs/wasm/', iccUrl: '/assets/pdfjs/iccs/',
    }).promise);
  }
  return files.get(address);
}

function button(words, act) {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = 'quiet';
  one.textContent = words;
  one.addEventListener('click', act);
  return one;
}

const plain = (text) => text.normalize('NFKC').replace(/[\s\u00ad]+/g, '').toLowerCase();

/** Spans of the cited words: those in the box whose letters stand in the quotation. */
function mark(layer, quote, box) {
  const wanted = plain(quote);
  const frame = box?.getBoundingClientRect();
  for (const span of layer.querySelectorAll('span')) {
    const letters = plain(span.textContent);
    if (!letters || !wanted.includes(letters) && !letters.includes(wanted)) continue;
    const at = span.getBoundingClientRect();
    const middle = (at.top + at.bottom) / 2;
    if (frame && (middle < frame.top - 2 || middle > frame.bottom + 2 || at.right < frame.left || at.left > frame.right)) continue;
    span.classList.add('cited');
  }
}

/** @param host says which file, page, box (left, bottom, right, top in points) and quotation */
export async function show(host) {
  const note = host.querySelector('[data-pdf-note]');
  let document_;
  try {
    document_ = await file(host.dataset.pdf);
  } catch (fault) {
    files.delete(host.dataset.pdf);
    note.textContent = 'The PDF cannot be shown (' + fault.message + '); its text is below.';
    host.dataset.state = 'failed';
    host.parentElement.querySelector('details')?.setAttribute('open', '');
    return;
  }
  const cited = Number(host.dataset.page) || 1;
  const corners = host.dataset.box ? host.dataset.box.split(' ').map(Number) : null;
  let number = cited;
  let zoom = 1;
  const tools = document.createElement('div');
  tools.className = 'tools';
  const where = document.createElement('span');
  where.setAttribute('role', 'status');
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.tabIndex = 0;
  sheet.setAttribute('role', 'region');
  sheet.setAttribute('aria-label', 'Page of the PDF');
  const turn = (by) => { number = Math.min(document_.numPages, Math.max(1, number + by)); return draw(); };
  const scale = (by) => { zoom = Math.min(4, Math.max(0.5, zoom * by)); return draw(); };
  tools.append(button('Page before', () => turn(-1)), where, button('Next page', () => turn(1)),
    button('Smaller', () => scale(0.8)), button('Larger', () => scale(1.25)),
    button('To the citation', () => { number = cited; return draw(); }));
  host.replaceChildren(tools, sheet);
  let drawing = 0;

  async function draw() {
    const mine = ++drawing;
    host.dataset.state = 'drawing';
    const page = await document_.getPage(number);
    const base = page.getViewport({ scale: 1 });
    const factor = Math.max(0.3, (sheet.clientWidth - 2) / base.width) * zoom;
    const viewport = page.getViewport({ scale: factor });
    const dense = Math.min(window.devicePixelRatio || 1, 2);
    const leaf = document.createElement('div');
    leaf.className = 'leaf';
    leaf.style.setProperty('--total-scale-factor', factor);
    leaf.style.width = viewport.width + 'px';
    leaf.style.height = viewport.height + 'px';
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width * dense);
    canvas.height = Math.floor(viewport.height * dense);
    canvas.setAttribute('aria-hidden', 'true');
    leaf.append(canvas);
    await page.render({ canvas, viewport, transform: dense === 1 ? null : [dense, 0, 0, dense, 0, 0] }).promise;
    const layer = document.createElement('div');
    layer.className = 'textLayer';
    leaf.append(layer);
    await new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport }).render();
    if (mine !== drawing) return;
    sheet.replaceChildren(leaf);
    where.textContent = 'Page ' + number + ' of ' + document_.numPages;
    if (number === cited) {
      const box = frame(leaf, viewport);
      mark(layer, host.dataset.quote ?? '', box);
      (box ?? layer.querySelector('.cited'))?.scrollIntoView({ block: 'center' });
    }
    host.dataset.state = 'shown';
    host.dataset.shown = number;
  }

  /** Points count from the lower left corner of the page as it is seen, pixels from the upper left. */
  function frame(leaf, viewport) {
    if (!corners) return null;
    const [x1, y1, x2, y2] = viewport.convertToViewportRectangle(corners);
    const box = document.createElement('div');
    box.className = 'citedbox';
    box.style.left = Math.min(x1, x2) - 4 + 'px';
    box.style.top = Math.min(y1, y2) - 3 + 'px';
    box.style.width = Math.abs(x2 - x1) + 8 + 'px';
    box.style.height = Math.abs(y2 - y1) + 6 + 'px';
    leaf.append(box);
    return box;
  }

  await draw();
}

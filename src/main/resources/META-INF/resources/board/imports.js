// What is taken in: tables and workbooks that people keep, tried before anything is written.
import { call, download } from './api.js';
import { backToOpener, closed, focusOn, opened } from './forms.js';
import { html, nothing } from './lit.js';
import { drawn, set, state } from './model.js';
import { number, t } from './words.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LISTS = { assets: 'assets', units: 'units', routes: 'routes', restrictions: 'restrictions', phases: 'phases', bases: 'bases', exits: 'exits', waypoints: 'waypoints', airServices: 'air-services' };
const EVENING = 'reports,departures,counts,permissions';
const MOST = 100;
/** Reads the mission anew. */
let anew = () => {};

/** @typedef {keyof typeof LISTS | 'evening' | 'mission'} What */
const kinds = () => /** @type {What[]} */ ([...(state.mayPlan ? /** @type {(keyof typeof LISTS)[]} */ (Object.keys(LISTS)) : []), ...(state.mayReport ? ['evening'] : []), 'mission']);

export const importButton = () =>
  state.mayPlan || state.mayReport || state.phase === 'empty' ? html`<button class="no-print" id="import" @click=${open}>${t('import')}</button>` : nothing;

function open() {
  set({ table: { what: kinds()[0], file: null, tried: null, wrong: null, busy: false } });
  opened('import-dialog', 'select');
}

function close() {
  closed('import-dialog');
  set({ table: null });
  backToOpener();
}

/** @param {boolean} only whether it is only tried */
async function send(only) {
  const { what, file } = state.table;
  set({ table: { ...state.table, busy: true } });
  const type = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : XLSX;
  const whole = what === 'mission';
  const path = whole ? '/dataset' : what === 'evening' ? '/reports' : `/${LISTS[what]}`;
  try {
    const answer = await call(`${path}${only ? '?validateOnly=true' : ''}`, {
      method: whole ? 'PUT' : 'POST',
      file,
      headers: { 'Content-Type': type, ...(whole ? { 'If-Match': '*' } : {}) },
    });
    if (only) return set({ table: { ...state.table, busy: false, tried: answer, wrong: null } });
    close();
    if (what !== 'evening') await anew();
    set({ notice: { text: t(what === 'evening' ? 'onRecord' : 'takenIn', { file: file.name }) } });
  } catch (e) {
    set({ table: { ...state.table, busy: false, tried: null, wrong: e } });
  }
  drawn(() => focusOn('#import-outcome'));
}

async function template() {
  const { what } = state.table;
  const lists = what === 'mission' ? '' : `?lists=${what === 'evening' ? EVENING : what}`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await download(`/template${lists}`, XLSX));
  link.download = `${what}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const place = (f) => (f.cell ? `${f.sheet ? `${f.sheet}!` : ''}${f.cell}` : f.sheet ?? f.pointer);

const faults = (list) => html`<div class="scroll" tabindex="0" role="region" aria-label=${t('faults')}><table>
  <thead><tr><th scope="col">${t('where')}</th><th scope="col">${t('whatIsWrong')}</th></tr></thead>
  <tbody>${list.slice(0, MOST).map((f) => html`<tr><td>${place(f)}</td><td>${f.detail}</td></tr>`)}</tbody>
</table></div>`;

function outcome() {
  const { tried, wrong } = state.table;
  if (wrong) {
    return html`<div id="import-outcome" tabindex="-1"><p class="bad" role="alert">${wrong.problem?.errors?.length ? t('mendThese', { n: number(wrong.problem.errors.length) }) : wrong.message}</p>
      ${wrong.problem?.errors?.length ? faults(wrong.problem.errors) : nothing}</div>`;
  }
  if (!tried) return nothing;
  const rows = tried.rows === undefined ? t('goodFile') : t('wouldBe', { rows: number(tried.rows), created: number(tried.created), replaced: number(tried.replaced), unchanged: number(tried.unchanged) });
  return html`<div id="import-outcome" tabindex="-1"><p role="status">${rows}</p>${tried.warnings?.length ? faults(tried.warnings) : nothing}</div>`;
}

/** @param {() => Promise<void>} begin reads the mission anew */
export function importDialog(begin) {
  anew = begin;
  if (!state.table) return nothing;
  const { what, file, tried, busy } = state.table;
  const again = (more) => set({ table: { ...state.table, tried: null, wrong: null, ...more } });
  return html`<dialog id="import-dialog" aria-labelledby="import-title" @cancel=${(e) => { e.preventDefault(); close(); }}>
    <form @submit=${(e) => { e.preventDefault(); send(true); }}>
      <h2 id="import-title">${t('importTitle')}</h2>
      <p class="soft">${t('importHow')}</p>
      <label>${t('what')} <select name="what" @change=${(e) => again({ what: e.target.value })}>${kinds().map((k) => html`<option value=${k} ?selected=${k === what}>${t(`import${k}`)}</option>`)}</select></label>
      <p><button type="button" class="link" @click=${template}>${t('template')}</button></p>
      <label>${t('file')} <input type="file" name="file" required accept=".csv,.xlsx" @change=${(e) => again({ file: e.target.files[0] ?? null })} /></label>
      ${outcome()}
      <p class="buttons"><button type="submit" ?disabled=${!file || busy}>${t('tryIt')}</button>
        <button type="button" class="primary" id="take-in" ?disabled=${!tried || busy} @click=${() => send(false)}>${t('takeIn')}</button>
        <button type="button" @click=${close}>${t('cancel')}</button></p>
    </form>
  </dialog>`;
}

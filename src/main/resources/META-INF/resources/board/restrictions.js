// What may not move on a day: on the map, in words below it, and as rows of the planning dialog.
import { fieldOf, valueOf } from './forms.js';
import { html, nothing, svg } from './lit.js';
import { dayInWords, dayOf, nameOf, restrictionsOf, set, state } from './model.js';
import { number, t } from './words.js';

/** @typedef {import('./model.js').Schemas} Schemas */
/** @typedef {import('./model.js').Plan} Plan */
/** @typedef {import('./model.js').Restriction} Restriction */
/** @type {Schemas['RestrictionKind'][]} */
const KINDS = ['MOVEMENT_BAN', 'FLIGHT_BAN', 'ROUTE_CLOSURE', 'BASE_BLOCKADE', 'BORDER_CLOSURE'];

/** @param {Restriction} r @param {number} day */
const on = (r, day) => dayOf(r.from) <= day && day <= dayOf(r.to);
/** @param {Restriction} r */
const movesNothing = (r) => !r.movements?.length && (!r.affects?.length || r.affects.includes('MOVEMENTS'));
/** @param {Restriction} r */
const basesOf = (r) => [...(r.bases ?? []), ...state.bases.filter((b) => r.regions?.includes(b.region)).map((b) => b.code)];

/** The roads that no convoy may use, and the bases that nothing leaves, on a day. @param {Plan | null} plan @param {number} day */
export function barredOn(plan, day) {
  const now = restrictionsOf(plan).filter((r) => on(r, day) && movesNothing(r) && (!r.modes?.length || r.modes.some((m) => m !== 'AIR')));
  const roads = new Set(now.flatMap((r) => r.routes ?? []));
  const bases = new Set(now.flatMap(basesOf));
  const all = now.some((r) => !r.routes?.length && !basesOf(r).length);
  return { road: (id) => all || roads.has(id), base: (code) => all || bases.has(code) };
}

/** The sign of a closed road, half way along it. */
export const cross = (x, y) => svg`<path class="barred" transform="translate(${x} ${y})" d="M-5-5 5 5M-5 5 5-5" />`;

const LINES = 6;

/** @type {Schemas['Mode'][]} */
const MODES = ['ROAD', 'AIR', 'RIVER'];

/** The restrictions of a day in words. @param {Plan | null} plan @param {number} day */
export function restrictionsInWords(plan, day) {
  const now = restrictionsOf(plan).filter((r) => on(r, day));
  if (!now.length) return nothing;
  const where = (/** @type {Restriction} */ r) => {
    const names = [...basesOf(r).map(nameOf), ...(r.routes ?? []), ...(r.movements ?? [])];
    return names.length ? names.slice(0, LINES).join(', ') + (names.length > LINES ? ` ${t('andMore', { n: number(names.length - LINES) })}` : '') : t('everywhere');
  };
  const what = (/** @type {Restriction} */ r) => [...(r.modes ?? []).map((m) => t(`mode${m}`)), ...(r.affects ?? []).map((a) => t(`affects${a}`))].join(', ');
  return html`<ul class="restrictions" aria-label=${t('restrictions')}>${now.slice(0, LINES).map(
    (r) => html`<li><b>${r.kind ? t(`kind${r.kind}`) : r.id}</b>${what(r) ? ` (${what(r)})` : ''}: ${where(r)}, ${t('until', { day: dayInWords(r.to) })}${r.factor ? html`; ${t('isLeft', { percent: number(Math.round(100 * r.factor)) })}` : nothing}</li>`,
  )}${now.length > LINES ? html`<li class="soft">${t('andMore', { n: number(now.length - LINES) })}</li>` : nothing}</ul>`;
}

/** The rows of a form, each by its number; one that was taken out leaves its place empty. */
const kept = () => state.dialog.rows.flatMap((row, i) => (row ? [i] : []));

/** What a form assumes of restrictions. @param {HTMLFormElement} form @returns {Schemas['Assumptions']} */
export function restrictionsAssumed(form) {
  const value = (name) => valueOf(form, name);
  const rows = kept().map((i, n) => {
    const [list, id] = value(`where${i}`).split(' ');
    const modes = MODES.filter((m) => m === value(`mode${i}`));
    return { id: `BOARD-${n + 1}`, kind: KINDS.find((k) => k === value(`kind${i}`)), ...(id ? { [list]: [id] } : {}), ...(modes.length ? { modes } : {}), from: value(`from${i}`), to: value(`to${i}`) };
  });
  const lifted = state.restrictions.filter((r) => fieldOf(form, `holds ${r.id}`)?.checked === false).map((r) => r.id);
  return { ...(rows.length ? { restrictions: rows } : {}), ...(lifted.length ? { liftedRestrictions: lifted } : {}) };
}

/** Whether a fault of the service stands in a row. @param {string} pointer */
export const isInRow = (pointer) => pointer.startsWith('/assumptions/restrictions/');

function errorsOf(n) {
  const start = `/assumptions/restrictions/${n}`;
  return Object.entries(state.dialog.errors).filter(([p]) => p === start || p.startsWith(`${start}/`));
}

/** The part of the planning dialog for restrictions. */
export function restrictionRows() {
  const change = (rows) => set({ dialog: { ...state.dialog, rows } });
  const add = () => change([...state.dialog.rows, true]);
  const remove = (i) => change(state.dialog.rows.map((row, at) => row && at !== i));
  const row = (i, n) => {
    const errors = errorsOf(n);
    const bad = (field) => (errors.some(([p]) => p.endsWith(field)) ? 'true' : 'false');
    return html`<fieldset><legend>${t('restriction', { n: number(n + 1) })}</legend>
      <label>${t('what')} <select name="kind${i}">${KINDS.map((k) => html`<option value=${k}>${t(`kind${k}`)}</option>`)}</select></label>
      <label>${t('where')} <select name="where${i}"><option value="">${t('everywhere')}</option>
        <optgroup label=${t('importbases')}>${state.bases.map((b) => html`<option value="bases ${b.code}">${nameOf(b.code)}</option>`)}</optgroup>
        <optgroup label=${t('importroutes')}>${[...state.routes.values()].map((r) => html`<option value="routes ${r.id}">${nameOf(r.from)} – ${nameOf(r.to)}</option>`)}</optgroup></select></label>
      <label>${t('modes')} <select name="mode${i}"><option value="">${t('allModes')}</option>${MODES.map((m) => html`<option value=${m}>${t(`mode${m}`)}</option>`)}</select></label>
      <label>${t('fromDay')} <input name="from${i}" placeholder="YYYY-MM-DD" maxlength="10" aria-invalid=${bad('/from')} /></label>
      <label>${t('toDay')} <input name="to${i}" placeholder="YYYY-MM-DD" maxlength="10" aria-invalid=${bad('/to')} /></label>
      ${errors.map(([, detail]) => html`<p class="bad" role="alert">${detail}</p>`)}
      <button type="button" @click=${() => remove(i)}>${t('takeOut')}</button></fieldset>`;
  };
  const order = kept();
  return html`<details class="rows" ?open=${order.length > 0}><summary>${t('restrictions')}</summary>
    ${state.restrictions.map((r) => html`<label class="check"><input type="checkbox" name="holds ${r.id}" checked /> <span>${r.kind ? `${t(`kind${r.kind}`)}, ` : ''}${r.id}, ${dayInWords(r.from)} – ${dayInWords(r.to)}</span></label>`)}
    ${state.dialog.rows.map((there, i) => (there ? row(i, order.indexOf(i)) : nothing))}
    <button type="button" id="add-restriction" @click=${add}>${t('addRestriction')}</button></details>`;
}

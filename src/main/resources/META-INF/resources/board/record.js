// What was reported: where everything stands against the plan, and the forms to report more.
import { call, Refused } from './api.js';
import { backToOpener, closed, focusOn, opened, valueOf } from './forms.js';
import { html, nothing } from './lit.js';
import { dayInWords, dayOf, drawn, isoOf, nameOf, set, state } from './model.js';
import { date, number, t } from './words.js';

/** @typedef {import('./model.js').Schemas} Schemas */
/** @type {Exclude<Schemas['MovementReport']['kind'], 'DIVERTED' | 'VOID'>[]} */
const KINDS = ['DISPATCHED', 'AT_BASE', 'DEPARTED', 'ARRIVED', 'HALTED', 'RESUMED', 'TURNED_BACK', 'CANCELLED'];
const LINES = 8;
let waiting = 0;

/** Asks how things stand on the day that is shown, once the day has come to rest. */
export function askSituation() {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const day = isoOf(state.day);
    const situation = await call(`/situation?on=${day}`).catch(() => state.situation);
    if (day === isoOf(state.day)) set({ situation });
  }, 300);
}

export function situation() {
  const s = state.situation;
  if (!s?.asOf) {
    return state.mayReport && state.plan
      ? html`<section class="situation no-print" id="situation"><h2>${t('reported')}</h2><p>${t('nothingReported')} ${reportButton()}</p></section>`
      : nothing;
  }
  const way = Object.entries(s.underWay);
  const { people, loads } = s.totals;
  return html`<section class="situation" id="situation">
    <h2>${t('reported')} · ${date(s.on)} <small class="soft">${t(s.basis === 'FORECAST' ? 'forecast' : 'record', { day: date(s.asOf) })}</small> ${reportButton()}</h2>
    <dl class="facts">
      <dt>${t('people')}</dt><dd>${t('peopleNow', { remaining: number(people.remaining), gone: number(people.gone), dead: number(people.dead) })}</dd>
      <dt>${t('loads')}</dt><dd>${t('loadsNow', { there: number(loads.atBases + loads.inYards), gone: number(loads.gone), lost: number(loads.lost) })}</dd>
      ${s.permissions.pending.length || s.permissions.refused.length
        ? html`<dt>${t('permissions')}</dt><dd>${t('permissionsNow', { pending: number(s.permissions.pending.length), due: number(s.permissions.dueToday.length), refused: number(s.permissions.refused.length) })}</dd>`
        : nothing}
    </dl>
    ${byBase(s)}
    <h3>${t('underWay')}</h3>
    ${way.length
      ? html`<ul>${way.slice(0, LINES).map(([id, m]) => html`<li>${id}: ${t(`state${m.state}`)}, ${nameOf(m.base)} – ${nameOf(m.destination)}, ${number(m.people)} ${t('people').toLowerCase()}${m.injured ? html`, <b class="bad">${t('injured', { n: number(m.injured) })}</b>` : nothing}; ${t('expected', { day: date(m.plannedArrival, false) })}</li>`)}</ul>`
      : html`<p>${t('noConvoys')}</p>`}
    <h3>${t('overdueTitle')}</h3>
    ${s.overdue.length
      ? html`<ul>${s.overdue.slice(0, LINES).map((o) => html`<li>${o.movement}, ${nameOf(o.base)}: ${date(o.plannedDeparts, false)}, <b class="bad">+${o.days}</b></li>`)}</ul>
          ${s.overdue.length > LINES ? html`<p class="soft">${t('andMore', { n: number(s.overdue.length - LINES) })}</p>` : nothing}`
      : html`<p>${t('nothingOverdue')}</p>`}
  </section>`;
}

/** What was planned for each base against what is there. @param {Schemas['Situation']} s */
function byBase(s) {
  const rows = Object.entries(s.bases).filter(([, b]) => b.planned);
  if (!rows.length) return nothing;
  const both = (now, planned) => html`${number(now)}${now === planned ? nothing : html` <b>(${number(planned)})</b>`}`;
  const closes = (c) => {
    const day = c.actual ?? c.forecast ?? c.planned;
    return html`${day ? dayInWords(day) : '–'}${c.daysLate ? html` <b class=${c.daysLate > 0 ? 'bad' : 'ok'}>${c.daysLate > 0 ? '+' : '−'}${number(Math.abs(c.daysLate))}</b>` : nothing}`;
  };
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('byBase')}><table>
    <caption>${t('byBase')}</caption>
    <thead><tr><th scope="col">${t('base')}</th><th scope="col">${t('stages')}</th><th scope="col">${t('people')}</th><th scope="col">${t('loads')}</th><th scope="col">${t('closes')}</th></tr></thead>
    <tbody>${rows.map(([code, b]) => html`<tr><th scope="row">${nameOf(code)}</th>
      <td>${t(b.actual.stage)}${b.actual.stage === b.planned.stage ? nothing : html` <b>(${t(b.planned.stage)})</b>`}</td>
      <td>${both(b.actual.people, b.planned.people)}</td><td>${both(b.actual.loads, b.planned.loads)}</td><td>${closes(b.closure)}</td></tr>`)}</tbody></table></div>`;
}

const reportButton = () =>
  state.mayReport ? html`<button class="no-print" id="report" @click=${openReport}>${t('report')}</button>` : nothing;

function openReport() {
  set({ report: { errors: {}, other: null } });
  opened('report-dialog', 'select');
}

function closeReport() {
  closed('report-dialog');
  set({ report: null });
  backToOpener();
}

/** Movements that somebody may have something to say of, the nearest to the day first. */
function candidates() {
  const under = state.situation?.underWay ?? {};
  const out = (m) => (m.id in under ? 1 : 0);
  const near = (m) => Math.abs(dayOf(m.departs) - state.day);
  return [...state.plan.movements].sort((a, b) => out(b) - out(a) || near(a) - near(b)).slice(0, 60);
}

async function send(form) {
  const value = (name) => valueOf(form, name);
  const whole = (name) => (value(name) === '' ? {} : { [name]: Number(value(name)) });
  const people = value('people') === '' ? {} : { people: { uniformed: Number(value('people')) } };
  try {
    await call(`/movements/${encodeURIComponent(value('movement'))}/reports`, {
      method: 'POST',
      body: { kind: value('kind'), at: value('at'), ...people, ...whole('loads'), ...whole('vehicles'), ...(value('remarks') ? { remarks: value('remarks') } : {}) },
    });
    closeReport();
    set({ notice: { text: t('onRecord') } });
    askSituation();
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    /** @type {Record<string, string>} */
    const errors = {};
    for (const error of e.problem.errors ?? []) errors[error.pointer.split('/')[1] ?? ''] = error.detail;
    set({ report: { errors, other: e.problem.errors ? (errors[''] ?? null) : e.message } });
    drawn(() => focusOn('#report-dialog [aria-invalid="true"]'));
  }
}

export function reportDialog() {
  if (!state.report) return nothing;
  const { errors } = state.report;
  const submit = (e) => { e.preventDefault(); send(e.target.closest('form')); };
  const field = (name, label, input) => html`<label>${label} ${input(errors[name] ? 'true' : 'false')}</label>${errors[name] ? html`<p class="bad" role="alert">${errors[name]}</p>` : nothing}`;
  return html`<dialog id="report-dialog" aria-labelledby="report-title" @cancel=${(e) => { e.preventDefault(); closeReport(); }}>
    <form @submit=${submit} novalidate>
      <h2 id="report-title">${t('report')}</h2>
      ${field('movement', t('movement'), () => html`<select name="movement">${candidates().map((m) => html`<option value=${m.id}>${m.id}, ${date(m.departs, false)}</option>`)}</select>`)}
      ${field('kind', t('what'), () => html`<select name="kind">${KINDS.map((k) => html`<option value=${k}>${t(`report${k}`)}</option>`)}</select>`)}
      ${field('at', t('reportAt'), (i) => html`<input name="at" value="${isoOf(state.day)}T12:00:00Z" aria-invalid=${i} />`)}
      ${field('people', t('people'), (i) => html`<input name="people" inputmode="numeric" aria-invalid=${i} />`)}
      ${field('loads', t('loads'), (i) => html`<input name="loads" inputmode="numeric" aria-invalid=${i} />`)}
      ${field('vehicles', t('vehicles'), (i) => html`<input name="vehicles" inputmode="numeric" aria-invalid=${i} />`)}
      ${field('remarks', t('remarks'), (i) => html`<input name="remarks" maxlength="2000" aria-invalid=${i} />`)}
      ${state.report.other ? html`<p class="bad" role="alert">${state.report.other}</p>` : nothing}
      <p class="buttons"><button type="submit" class="primary">${t('send')}</button><button type="button" @click=${closeReport}>${t('cancel')}</button></p>
    </form>
  </dialog>`;
}

async function sign(base, step) {
  try {
    await call(`/bases/${base}/handover/steps`, { method: 'POST', body: { step, at: `${isoOf(state.day)}T12:00:00Z` } });
    set({ notice: { text: t('onRecord') } });
  } catch (e) {
    set({ notice: { text: e.message, bad: true } });
  }
  askSituation();
}

/** The next step of a base's handover, to be signed. @param {string} base */
export function nextStep(base) {
  const handover = state.situation?.bases?.[base]?.handover;
  if (!state.mayReport || !handover?.next) return nothing;
  return html`<p class="no-print"><button @click=${() => sign(base, handover.next)}>${t('sign', { step: t(`step${handover.next}`), day: date(isoOf(state.day)) })}</button></p>`;
}

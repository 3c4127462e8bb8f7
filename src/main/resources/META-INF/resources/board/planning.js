// Asking for a plan, watching it being made, stopping it, comparing two, and putting one in force.
import { call, follow, Refused } from './api.js';
import { backToOpener, closed, fieldOf, focusOn, opened, valueOf } from './forms.js';
import { html, nothing } from './lit.js';
import { closings, dayOf, drawn, nameOf, read, readDays, set, state } from './model.js';
import { isInRow, restrictionRows, restrictionsAssumed } from './restrictions.js';
import { date, number, t, tn } from './words.js';

/** @typedef {import('./model.js').Schemas} Schemas */
/** @type {Schemas['Preset'][]} */
const PRESETS = ['BALANCED', 'FASTEST', 'SAFEST', 'LEAST_WRITE_OFF', 'CHEAPEST', 'GENTLE'];
const ENDED = (s) => s !== 'QUEUED' && s !== 'SOLVING';

export function openDialog() {
  set({ dialog: { errors: {}, other: null, rows: [] } });
  opened('plan-dialog', 'input');
}

function closeDialog() {
  closed('plan-dialog');
  set({ dialog: null });
  backToOpener();
}

/** @param {HTMLFormElement} form @returns {Schemas['ScheduleRequest']} */
function request(form) {
  const value = (name) => valueOf(form, name);
  /** @type {Schemas['Assumptions']} */
  const assumptions = restrictionsAssumed(form);
  if (value('trucks')) assumptions.trucks = Number(value('trucks'));
  if (value('escorts')) assumptions.escorts = Number(value('escorts'));
  if (value('deadline')) assumptions.deadline = value('deadline');
  const onward = fieldOf(form, 'onward');
  return {
    ...(value('name') ? { name: value('name') } : {}),
    objective: { preset: /** @type {Schemas['Preset']} */ (value('preset')) },
    ...(Object.keys(assumptions).length ? { assumptions } : {}),
    ...(onward?.checked ? { basedOn: 'active' } : {}),
    solve: { timeLimitSeconds: Number(value('seconds')) || 10 },
  };
}

async function start(form) {
  try {
    const schedule = await call('/schedules', { method: 'POST', body: request(form) });
    closeDialog();
    watchRun(schedule);
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    /** @type {Record<string, string>} */
    const errors = {};
    for (const error of e.problem.errors ?? []) errors[error.pointer] = error.detail;
    set({ dialog: { ...state.dialog, errors, other: e.problem.errors ? null : e.message } });
    drawn(() => focusOn('#plan-dialog [aria-invalid="true"]'));
  }
}

function field(name, pointer, label, input) {
  const error = state.dialog.errors[pointer];
  return html`<label>${label} ${input(error ? 'true' : 'false')}</label>${error ? html`<p class="bad" role="alert">${error}</p>` : nothing}`;
}

export function dialog() {
  if (!state.dialog) return nothing;
  const known = ['/assumptions/trucks', '/assumptions/escorts', '/assumptions/deadline', '/deadline', '/name', '/solve/timeLimitSeconds'];
  const others = Object.entries(state.dialog.errors).filter(([p]) => !known.includes(p) && !isInRow(p));
  const submit = (e) => { e.preventDefault(); start(e.target.closest('form')); };
  return html`<dialog id="plan-dialog" aria-labelledby="plan-title" @cancel=${(e) => { e.preventDefault(); closeDialog(); }}>
    <form @submit=${submit} @keydown=${(e) => e.ctrlKey && e.key === 'Enter' && submit(e)} novalidate>
      <h2 id="plan-title">${t('planAgain')}</h2>
      ${field('name', '/name', t('name'), (i) => html`<input name="name" maxlength="200" aria-invalid=${i} />`)}
      ${field('preset', '/objective/preset', t('preset'), () => html`<select name="preset">${PRESETS.map((p) => html`<option value=${p}>${t(`preset${p}`)}</option>`)}</select>`)}
      ${field('trucks', '/assumptions/trucks', t('trucksInAll'), (i) => html`<input name="trucks" inputmode="numeric" placeholder=${t('asInData')} aria-invalid=${i} />`)}
      ${field('escorts', '/assumptions/escorts', t('escortsInAll'), (i) => html`<input name="escorts" inputmode="numeric" placeholder=${t('asInData')} aria-invalid=${i} />`)}
      ${field('deadline', '/assumptions/deadline', t('planDeadline'), (i) => html`<input name="deadline" placeholder="YYYY-MM-DD" maxlength="10" aria-invalid=${i} />`)}
      ${field('seconds', '/solve/timeLimitSeconds', t('seconds'), (i) => html`<input name="seconds" inputmode="decimal" value="10" aria-invalid=${i} />`)}
      ${restrictionRows()}
      ${state.plan ? html`<label class="check"><input type="checkbox" name="onward" /> ${t('onward')}</label>` : nothing}
      ${state.dialog.other ? html`<p class="bad" role="alert">${state.dialog.other}</p>` : nothing}
      ${others.map(([p, detail]) => html`<p class="bad" role="alert">${p}: ${detail}</p>`)}
      <p class="buttons"><button type="submit" class="primary">${t('start')}</button><button type="button" @click=${closeDialog}>${t('cancel')}</button></p>
    </form>
  </dialog>`;
}

async function watchRun(schedule) {
  const abort = new AbortController();
  set({ run: { id: schedule.id, name: schedule.name, history: [], progress: schedule.progress, abort } });
  drawn(() => focusOn('#stop'));
  const seen = (progress) => {
    if (state.run?.id !== schedule.id) return;
    const history = progress.objective === undefined ? state.run.history : [...state.run.history, progress].slice(-120);
    set({ run: { ...state.run, progress, history } });
  };
  try {
    await follow(schedule.id, seen, abort.signal);
  } catch (e) {
    if (e instanceof DOMException) return;
  }
  // The stream may have ended before the run: it is asked again until it has.
  let now = await call(`/schedules/${schedule.id}`);
  while (!ENDED(now.state)) {
    await new Promise((r) => setTimeout(r, 2000));
    now = await call(`/schedules/${schedule.id}`);
  }
  await shown(now);
}

async function shown(schedule) {
  const schedules = (await call('/schedules?limit=50&sort=-createdAt')).items;
  if (!schedule.closures) {
    set({ run: null, schedules, notice: { schedule } });
    return;
  }
  const plan = await read(schedule.id);
  await readDays(plan);
  set({ run: null, schedules, other: state.plan, plan, day: Math.min(state.day, plan.last), notice: { schedule } });
}

export async function stopRun() {
  await call(`/schedules/${state.run.id}/solve`, { method: 'DELETE' });
}

const gap = (g) => `${(100 * g).toFixed(1)} %`;

function falling(history) {
  if (history.length < 2) return nothing;
  const top = Math.max(...history.map((h) => h.objective));
  const low = Math.min(...history.map((h) => h.bound));
  const line = (key) =>
    history.map((h, i) => `${((200 * i) / (history.length - 1)).toFixed(1)},${(40 - (40 * (h[key] - low)) / Math.max(1, top - low)).toFixed(1)}`).join(' ');
  return html`<svg viewBox="0 0 200 40" class="falling" aria-hidden="true" preserveAspectRatio="none">
    <polyline class="objective" points=${line('objective')} /><polyline class="bound" points=${line('bound')} /></svg>`;
}

export function live() {
  const run = state.run;
  if (!run) return nothing;
  const p = run.progress ?? {};
  const words =
    p.state === 'QUEUED' || p.placeInQueue !== undefined
      ? tn('waiting', p.placeInQueue ?? 0)
      : p.objective === undefined
        ? t('planning')
        : t('bestSoFar', { objective: number(p.objective), bound: number(p.bound), gap: gap(p.gap ?? 0), seconds: Math.round(p.seconds) });
  return html`<section class="live" id="live" aria-label=${t('planning')}>
    <p><b>${run.name}</b> · <span role="status">${words}</span></p>${falling(run.history)}
    <p><button id="stop" class="primary" @click=${stopRun}>${t('stop')}</button> ${state.plan ? html`<small>${t('oldPlan')}</small>` : nothing}</p>
  </section>`;
}

async function step(id, what) {
  try {
    await call(`/schedules/${id}/${what}`, { method: 'POST', body: {} });
    const plan = await read(id);
    await readDays(plan);
    set({ plan, schedules: (await call('/schedules?limit=50&sort=-createdAt')).items, notice: { text: t('done') } });
  } catch (e) {
    set({ notice: { text: e.message, bad: true } });
  }
}

/** What can be done with the plan that is shown. */
export function life(plan) {
  if (!plan || !state.mayPlan) return nothing;
  const { id, state: now } = plan.schedule;
  const next = { READY: ['submission', 'submit'], SUBMITTED: ['approval', 'approve'], APPROVED: ['activation', 'activate'] }[now];
  return next ? html`<button @click=${() => step(id, next[0])}>${t(next[1])}</button>` : nothing;
}

export function notice() {
  const n = state.notice;
  if (!n) return nothing;
  const close = html`<button aria-label=${t('close')} @click=${() => set({ notice: null })}>×</button>`;
  if (n.text) return html`<p class="notice ${n.bad ? 'bad' : ''}" role="status">${n.text} ${n.action ? html`<button class="primary" @click=${n.action.run}>${n.action.label}</button> ` : nothing}${close}</p>`;
  const s = n.schedule;
  const words = { INFEASIBLE: t('noPlanExists'), FAILED: t('failed'), UNRESOLVED: t('unresolved') }[s.state] ?? t('newPlan', { name: s.name });
  return html`<div class="notice ${s.closures ? '' : 'bad'}" role="status"><p>${words} ${close}</p>
    ${s.conflicts?.length ? html`<ul>${s.conflicts.map((c) => html`<li>${c.detail}${c.relief?.detail ? html` – ${c.relief.detail}` : nothing}</li>`)}</ul>` : nothing}</div>`;
}

/** @param {import('./model.js').Plan | null} plan @param {import('./model.js').Plan | null} other */
export function comparison(plan, other) {
  if (!plan?.schedule.closures || !other?.schedule.closures) return nothing;
  const late = (p) => closings(p).reduce((n, c) => n + Math.max(0, c.daysLate), 0);
  const days = (p) => (p.schedule.completion ? dayOf(p.schedule.completion) : null);
  const amount = (p, term) => p.schedule.terms.find((x) => x.term === term)?.amount ?? 0;
  const rows = [
    [t('completion'), days(plan), days(other), (d, p) => date(p.schedule.completion)],
    [t('lateDays'), late(plan), late(other), (n) => number(n)],
    ...plan.schedule.terms.map((x) => [x.term.toLowerCase().replaceAll('_', ' '), x.amount, amount(other, x.term), (n) => number(n)]),
    [t('objectiveTerm'), plan.schedule.certificate.objective, other.schedule.certificate.objective, (n) => number(n)],
    ...closings(plan).map((c) => {
      const o = other.schedule.closures.find((x) => x.base === c.base);
      return [nameOf(c.base), dayOf(c.closedOn), o ? dayOf(o.closedOn) : null, (d, p) => date(p.schedule.closures.find((x) => x.base === c.base)?.closedOn)];
    }),
  ].filter(([, a, b]) => a !== b);
  return html`<section class="comparison" id="comparison"><h2>${t('comparison')}: ${plan.schedule.name} – ${other.schedule.name}</h2>
    <div class="scroll" tabindex="0" role="group" aria-label=${t('comparison')}><table>
    <thead><tr><th scope="col">${t('what')}</th><th scope="col">${t('here')}</th><th scope="col">${t('there')}</th><th scope="col">±</th></tr></thead>
    <tbody>${rows.map(([name, a, b, show]) => {
      const less = a - b;
      return html`<tr><th scope="row">${name}</th><td>${show(a, plan)}</td><td>${show(b, other)}</td>
        <td class=${less < 0 ? 'ok' : 'bad'}>${less > 0 ? '+' : ''}${number(less)} (${less < 0 ? t('better') : t('worse')})</td></tr>`;
    })}</tbody></table></div></section>`;
}

// The planner's board: one page on the public API.
import { call, isSignedIn, Refused, signIn, signOut, speak } from './api.js';
import { answers } from './answers.js';
import { air, curve, movements, use } from './curve.js';
import { daybar, stop } from './daybar.js';
import { focusOn } from './forms.js';
import { stayFresh } from './fresh.js';
import { gantt } from './gantt.js';
import { html, nothing, render } from './lit.js';
import { map } from './map.js';
import { dayOf, drawn, firstDay, isoOf, load, onRoad, read, readDays, set, settle, state, watch } from './model.js';
import { exportMenu } from './exports.js';
import { importButton, importDialog } from './imports.js';
import { panel } from './panel.js';
import { askSituation, reportDialog, situation } from './record.js';
import { comparison, dialog, life, live, notice, openDialog } from './planning.js';
import { clock, getLanguage, setLanguage, t } from './words.js';

/** @type {('answers' | 'map' | 'stages' | 'curve' | 'day')[]} */
const REGIONS = ['answers', 'map', 'stages', 'curve', 'day'];
const root = document.getElementById('board');
const address = () => new URLSearchParams(location.search);

function choose(code) {
  set({ base: state.base === code ? null : code });
  remember();
  if (state.base) drawn(() => focusOn('#panel'));
}

/** Keeps what is looked at in the address, so that it can be sent. */
function remember() {
  const query = new URLSearchParams();
  if (state.plan) query.set('s', state.plan.schedule.active ? 'active' : state.plan.schedule.id);
  if (state.mission) query.set('day', isoOf(state.day));
  if (state.base) query.set('base', state.base);
  if (state.other) query.set('vs', state.other.schedule.id);
  query.set('lang', getLanguage());
  history.replaceState(null, '', `?${query}`);
}

async function show(id) {
  const plan = await read(id);
  set({ plan, day: Math.min(state.day, plan.last ?? 0) });
  await readDays(plan);
  set({ plan });
  remember();
}

async function against(id) {
  const other = id ? await read(id) : null;
  if (other) await readDays(other);
  set({ other });
  remember();
}

async function begin() {
  set({ phase: 'loading', problem: null });
  try {
    await load();
  } catch (e) {
    if (e instanceof Refused && e.status === 401) {
      const tried = isSignedIn();
      signOut();
      return set({ phase: 'door', problem: tried ? t('wrongSignIn') : null });
    }
    if (e instanceof Refused && e.status === 404) return set({ phase: 'empty' });
    return set({ phase: 'door', problem: e.message });
  }
  const query = address();
  let plan = null;
  try {
    plan = await read(query.get('s') ?? 'active');
  } catch (e) {
    if (!(e instanceof Refused) || e.status !== 404) set({ notice: { text: e.message, bad: true } });
  }
  const asked = query.get('day');
  const day = asked && /^\d{4}-\d\d-\d\d$/.test(asked) ? dayOf(asked) : firstDay(plan);
  set({ plan, phase: 'board', day: Math.max(0, Math.min(plan?.last ?? 0, day)), base: state.places.has(query.get('base')) ? query.get('base') : null });
  later(plan, query.get('vs'));
}

/** What the first look can do without. */
async function later(plan, other) {
  const outlines = import('./outlines-africa.js').then((m) => m.default);
  const situation = call(`/situation?on=${isoOf(state.day)}`).catch(() => null);
  if (plan) await readDays(plan);
  set({ plan, outlines: await outlines, situation: await situation });
  if (other) await against(other).catch(() => nothing);
}

function door() {
  const submit = (e) => {
    e.preventDefault();
    const form = e.target;
    signIn(form.elements.user.value, form.elements.password.value);
    begin();
  };
  return html`<main class="door">
    <h1>Drawdown</h1>
    <form @submit=${submit}>
      <label>${t('user')} <input name="user" autocomplete="username" required autofocus /></label>
      <label>${t('password')} <input name="password" type="password" autocomplete="current-password" required /></label>
      ${state.problem ? html`<p class="bad" role="alert">${state.problem}</p>` : nothing}
      <p class="buttons"><button class="primary">${t('signIn')}</button>
      <button type="button" lang=${getLanguage() === 'en' ? 'fr' : 'en'} @click=${otherLanguage}>${t('language')}</button></p>
      <p class="soft">${t('demoUsers')}</p>
    </form>
  </main>`;
}

async function otherLanguage() {
  const to = getLanguage() === 'en' ? 'fr' : 'en';
  localStorage.setItem('language', to);
  setLanguage(to);
  speak(to);
  set({});
  if (state.phase === 'board' && state.plan) {
    // The service's own sentences come in the language that is asked for.
    await show(state.plan.schedule.id);
  }
}

function theme() {
  const html = document.documentElement;
  const dark = html.dataset.theme ? html.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  html.dataset.theme = dark ? 'light' : 'dark';
}

function head() {
  const { plan } = state;
  const option = (s, chosen) => html`<option value=${s.id} ?selected=${s.id === chosen}>${s.name}${s.active ? ` (${t('inForce')})` : ''}</option>`;
  const usable = state.schedules.filter((s) => s.closures);
  return html`<header>
    <h1>${state.mission.code ?? state.mission.name ?? 'Drawdown'}</h1>
    <span class="no-print choices">
      <label>${t('schedule')} <select @change=${(e) => show(e.target.value)}>${usable.map((s) => option(s, plan?.schedule.id))}</select></label>
      <label>${t('against')} <select @change=${(e) => against(e.target.value)}>
        <option value="">${t('none')}</option>${usable.filter((s) => s.id !== plan?.schedule.id).map((s) => option(s, state.other?.schedule.id))}</select></label>
      ${state.other ? html`<button @click=${() => { set({ plan: state.other, other: state.plan }); remember(); }}>${t('swap')}</button>` : nothing}
      ${life(plan)}
      ${state.mayPlan ? html`<button class="primary" id="plan-again" @click=${openDialog}>${t('planAgain')}</button>` : nothing}
    </span>
    <span class="no-print choices">
      ${exportMenu()}
      ${importButton()}
      <button @click=${() => window.print()}>${t('print')}</button>
      <button lang=${getLanguage() === 'en' ? 'fr' : 'en'} @click=${otherLanguage}>${t('language')}</button>
      <button aria-label=${t('theme')} title=${t('theme')} @click=${theme}>◐</button>
      <button @click=${() => { stop(); signOut(); set({ phase: 'door', plan: null, other: null, base: null }); }}>${t('signOut')}</button>
    </span>
    <p class="print-only">${plan?.schedule.name ?? ''} · ${t('printed', { time: clock() })}</p>
  </header>`;
}

function board() {
  const { plan, other, day } = state;
  const road = onRoad(plan, day);
  return html`<nav class="skip no-print">
      ${REGIONS.map((r) => html`<a href="#${r}">${t('skipTo', { region: t(r).toLowerCase() })}</a>`)}
    </nav>
    ${head()}
    <main class=${state.base ? 'with-panel' : ''}>
      ${state.offline ? html`<p class="notice bad" role="status">${t('noConnection', { time: state.offline })}</p>` : nothing}
      ${notice()}${live()}${answers(plan, day, choose)}
      ${map(plan, day, choose)}${gantt(plan, other, choose)}${panel(plan, () => choose(state.base))}
      ${situation()}${curve(plan, other, day)}${use(plan, day)}${air(plan, day)}${movements(plan, day, road)}${comparison(plan, other)}
      ${plan ? daybar() : nothing}
    </main>
    ${dialog()}${reportDialog()}${importDialog(begin)}`;
}

function view() {
  if (state.phase === 'door') return door();
  if (state.phase === 'empty') return html`<main class="door"><h1>Drawdown</h1><p>${t('noMission')}</p><p>${importButton()}</p>${importDialog(begin)}</main>`;
  if (state.phase === 'loading' || !state.mission) return html`<main class="door"><h1>Drawdown</h1><p role="status">${t('loading')}</p></main>`;
  return board();
}

let asked = false;
let shownDay = -1;
watch(() => {
  if (state.day !== shownDay && state.situation?.asOf) askSituation();
  shownDay = state.day;
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    document.documentElement.style.setProperty('--now', String(state.day));
    document.title = state.mission ? `${state.mission.code ?? ''} · ${t('title')}` : t('title');
    render(view(), root);
    settle();
  });
});

document.addEventListener('keydown', (e) => {
  if (e.key === 'Escape' && state.base && !state.dialog && !state.report && !state.table) choose(state.base);
  if (e.key === 'F6' && state.phase === 'board') {
    e.preventDefault();
    const at = REGIONS.findIndex((r) => document.getElementById(r)?.contains(document.activeElement));
    focusOn(`#${REGIONS[(at + 1) % REGIONS.length]} :is(button, input, [tabindex="0"])`);
  }
});

const browser = navigator.language.startsWith('fr') ? 'fr' : 'en';
const language = address().get('lang') ?? localStorage.getItem('language') ?? browser;
setLanguage(language);
speak(getLanguage());
root.replaceChildren();
stayFresh(async (id) => {
  const schedules = (await call('/schedules?limit=50&sort=-createdAt')).items;
  set({ schedules, notice: null });
  await show(id);
});
// A cookie of an identity provider may sign in already; without one the door opens.
begin();

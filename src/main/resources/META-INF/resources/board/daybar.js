// The day that everything shows: a slider, buttons, play.
import { html } from './lit.js';
import { dayOf, isoOf, set, state } from './model.js';
import { date, t } from './words.js';

let timer = 0;

/** @param {number} day */
export function go(day) {
  const last = state.plan?.last ?? 0;
  set({ day: Math.max(0, Math.min(last, day)) });
}

function step() {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (state.day >= state.plan.last) return stop();
  go(state.day + (calm ? 7 : 1));
  timer = setTimeout(step, calm ? 1000 : 400 / state.speed);
}

export function stop() {
  clearTimeout(timer);
  if (state.playing) set({ playing: false });
}

function toggle() {
  if (state.playing) return stop();
  set({ playing: true });
  step();
}

document.addEventListener('visibilitychange', () => document.hidden && stop());

/** The next or last day on which a base closes. */
function event(direction) {
  const days = state.plan.schedule.closures.map((c) => dayOf(c.closedOn)).sort((a, b) => a - b);
  return direction > 0 ? days.find((d) => d > state.day) : days.filter((d) => d < state.day).at(-1);
}

function keys(e) {
  const big = e.shiftKey ? 28 : 1;
  const move = { ArrowRight: big, ArrowUp: big, ArrowLeft: -big, ArrowDown: -big, PageUp: 7, PageDown: -7 }[e.key];
  if (move === undefined && e.key !== 'Home' && e.key !== 'End') return;
  e.preventDefault();
  stop();
  if (e.key === 'Home') go(0);
  else if (e.key === 'End') go(state.plan.last);
  else if (e.ctrlKey) go(event(move) ?? state.day);
  else go(state.day + move);
}

export function daybar() {
  const last = state.plan?.last ?? 0;
  const words = date(isoOf(state.day));
  const button = (label, sign, action) => html`<button aria-label=${label} title=${label} @click=${() => { stop(); action(); }}>${sign}</button>`;
  return html`<section class="daybar no-print" id="day" aria-label=${t('day')}>
    <span class="buttons">
      ${button(t('first'), '«', () => go(0))}${button(t('back'), '‹', () => go(state.day - 1))}
      <button class="play" aria-label=${state.playing ? t('pause') : t('play')} @click=${toggle}>${state.playing ? '❚❚' : '▶'}</button>
      ${button(t('forward'), '›', () => go(state.day + 1))}${button(t('last'), '»', () => go(last))}
    </span>
    <span class="slider">
      <input type="range" min="0" max=${last} .value=${String(state.day)} aria-label=${t('day')} aria-valuetext=${words}
        @input=${(e) => { stop(); go(Number(e.target.value)); }} @keydown=${keys} />
      <span class="marks" aria-hidden="true">
        ${(state.plan?.schedule.closures ?? []).map((c) => html`<i .style=${`left:${(100 * dayOf(c.closedOn)) / Math.max(1, last)}%`}></i>`)}
      </span>
    </span>
    <output>${words}</output>
    <label><span class="hidden">${t('goTo')}</span>
      <input class="iso" inputmode="numeric" size="10" maxlength="10" placeholder="YYYY-MM-DD" aria-label=${t('goTo')}
        @change=${(e) => { if (/^\d{4}-\d\d-\d\d$/.test(e.target.value)) { stop(); go(dayOf(e.target.value)); } e.target.value = ''; }} /></label>
    <label><span class="hidden">${t('speed')}</span>
      <select aria-label=${t('speed')} @change=${(e) => set({ speed: Number(e.target.value) })}>
        ${[1, 4, 10].map((s) => html`<option value=${s} ?selected=${state.speed === s}>${s}×</option>`)}
      </select></label>
  </section>`;
}

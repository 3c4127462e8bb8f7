// The stages of the bases: a table whose last cell is drawn.
import { html, nothing } from './lit.js';
import { closings, dayInWords, dayOf, isoOf, nameOf, set, state } from './model.js';
import { date, month, t } from './words.js';

/** @type {import('./model.js').Schemas['StageName'][]} */
const STAGES = ['PREPARATION', 'DRAWDOWN', 'HANDOVER', 'FINAL_WITHDRAWAL'];

/** Months with the day on which each begins, thinned so that their names do not meet. */
export function months(last) {
  const found = [];
  const first = new Date(`${isoOf(0)}T00:00:00Z`);
  for (let y = first.getUTCFullYear(), m = first.getUTCMonth(); ; m++) {
    const day = dayOf(new Date(Date.UTC(y, m, 1)).toISOString().slice(0, 10));
    if (day > last) break;
    if (day >= 0) found.push({ day, iso: isoOf(day) });
  }
  const step = Math.ceil(found.length / 9);
  return found.filter((_, i) => i % step === 0);
}

function bars(spans, last, ghost) {
  return spans
    .filter((s) => s.stage !== 'CLOSED')
    .map((s) => {
      const to = Math.min(s.to, last);
      return html`<i class="bar ${s.stage} ${ghost ? 'ghost' : ''}"
        .style=${`left:${(100 * s.from) / (last + 1)}%;width:${(100 * (to - s.from + 1)) / (last + 1)}%`}></i>`;
    });
}

const spoken = (spans) =>
  spans
    .filter((s) => s.stage !== 'CLOSED')
    .map((s) => `${t(s.stage)} ${date(isoOf(s.from), false)} – ${date(isoOf(s.to), false)}`)
    .join(', ');

/** @param {import('./model.js').Plan | null} plan @param {import('./model.js').Plan | null} other @param {(base: string) => void} choose */
export function gantt(plan, other, choose) {
  if (!plan?.schedule.closures) return nothing;
  const last = Math.max(plan.last, other?.last ?? 0);
  const keys = (e, code) => {
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      choose(code);
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      const row = e.currentTarget.closest('tr');
      (e.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling)?.querySelector('button')?.focus();
    }
  };
  return html`<section class="stages" id="stages">
    <h2>${t('stages')}</h2>
    <div class="scroll" tabindex="0" role="group" aria-label=${t('stages')} .style=${`--deadline:${(100 * (dayOf(state.mission.withdrawalDeadline) + 1)) / (last + 1)}%;--last:${last + 1};--rows:${closings(plan).length}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('base')}</th>
            <th scope="col">${t('closes')}</th>
            <th scope="col">${t('daysLate')}</th>
            <th scope="col" class="track">
              <span class="hidden">${t('track')}</span>
              ${months(last).map(
                (m) => html`<span class="month" aria-hidden="true" .style=${`left:${(100 * m.day) / (last + 1)}%`}>${month(m.iso)}</span>`,
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          ${closings(plan).map((c) => {
            const spans = plan.spans.get(c.base) ?? [];
            const stays = state.places.get(c.base)?.liquidation;
            return html`<tr
              class="${c.base === state.base ? 'chosen' : ''} ${c.base === state.looked ? 'looked' : ''}"
              @mouseenter=${() => set({ looked: c.base })}
              @mouseleave=${() => set({ looked: null })}
            >
              <th scope="row">
                <button class="link" @click=${() => choose(c.base)} @keydown=${(e) => keys(e, c.base)} aria-pressed=${c.base === state.base ? 'true' : 'false'}>
                  ${nameOf(c.base)}${stays ? ' *' : ''}
                </button>
              </th>
              <td>${dayInWords(c.closedOn)}</td>
              <td class=${c.daysLate > 0 ? 'bad' : 'soft'}>${c.daysLate > 0 ? `+${c.daysLate}` : '–'}</td>
              <td class="track">
                <span class="hidden">${spoken(spans)}</span>
                <span class="lane" aria-hidden="true">${bars(spans, last, false)}${other ? bars(other.spans?.get(c.base) ?? [], last, true) : nothing}</span>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <p class="legend">
      ${STAGES.map((s) => html`<span><i class="bar ${s}"></i>${t(s)}</span>`)}
      <span><i class="line deadline"></i>${t('deadline')}</span>
      <span><i class="line now"></i>${date(isoOf(state.day))}</span>
    </p>
  </section>`;
}

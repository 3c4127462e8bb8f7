// People and loads still there, and trucks and escorts in use: drawn by hand, with the numbers as a table.
import { html, nothing, svg } from './lit.js';
import { dayOf, isoOf, nameOf, set, state } from './model.js';
import { date, number, t } from './words.js';

const W = 600;
const H = 150;

const path = (rows, value, last, top) =>
  `M${Array.from({ length: last + 1 }, (_, d) => `${((W * d) / last).toFixed(1)} ${(H - (H * (rows?.[d] ? value(rows[d]) : 0)) / top).toFixed(1)}`).join('L')}`;

function toggle(name) {
  const tables = new Set(state.tables);
  if (!tables.delete(name)) tables.add(name);
  set({ tables });
}

/** @param {import('./model.js').Plan | null} plan @param {import('./model.js').Plan | null} other @param {number} day */
export function curve(plan, other, day) {
  if (!plan?.schedule.closures) return nothing;
  const rows = state.base ? plan.strength?.byBase.get(state.base) : plan.strength?.byDay;
  const others = state.base ? other?.strength?.byBase.get(state.base) : other?.strength?.byDay;
  const last = Math.max(plan.last, 1);
  const people = Math.max(1, ...(rows ?? []).map((r) => r?.people ?? 0));
  const loads = Math.max(1, ...(rows ?? []).map((r) => r?.loads ?? 0));
  const now = rows?.[day] ?? { people: 0, loads: 0 };
  const words = t('thatDay', { people: number(now.people), loads: number(now.loads), day: date(isoOf(day)) });
  const deadline = (W * dayOf(state.mission.withdrawalDeadline)) / last;
  return html`<section class="curve" id="curve">
    <h2>${t('curve')}: ${state.base ? nameOf(state.base) : state.mission.code}</h2>
    <svg viewBox="0 0 ${W} ${H}" role="img" aria-label=${words} preserveAspectRatio="none">
      ${rows
        ? svg`<path class="people" d="${path(rows, (r) => r.people, last, people)}L${W} ${H}L0 ${H}Z" />
            <path class="loads" d=${path(rows, (r) => r.loads, last, loads)} />
            ${others ? svg`<path class="other" d=${path(others, (r) => r.people, last, people)} />` : nothing}`
        : nothing}
      <line class="deadline" x1=${deadline} x2=${deadline} y1="0" y2=${H} />
      <line class="now" x1=${(W * day) / last} x2=${(W * day) / last} y1="0" y2=${H} />
    </svg>
    <p><span class="key people">${t('people')}</span> <span class="key loads">${t('loads')}</span> · ${words}
      <button class="no-print" aria-expanded=${state.tables.has('curve') ? 'true' : 'false'} @click=${() => toggle('curve')}>${t('table')}</button></p>
    ${state.tables.has('curve') && rows ? table(rows, last) : nothing}
  </section>`;
}

function table(rows, last) {
  const weeks = Array.from({ length: Math.floor(last / 7) + 1 }, (_, i) => i * 7);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('curve')}><table>
    <thead><tr><th scope="col">${t('day')}</th><th scope="col">${t('people')}</th><th scope="col">${t('loads')}</th></tr></thead>
    <tbody>${weeks.map((d) => html`<tr><th scope="row">${date(isoOf(d))}</th><td>${number(rows[d]?.people ?? 0)}</td><td>${number(rows[d]?.loads ?? 0)}</td></tr>`)}</tbody>
  </table></div>`;
}

/** @param {import('./model.js').Plan | null} plan @param {number} day */
export function use(plan, day) {
  if (!plan?.schedule.closures) return nothing;
  const last = Math.max(plan.last, 1);
  return html`<section class="use" id="use">
    <h2>${t('use')}</h2>
    ${[['TRUCKS', t('trucks')], ['ESCORTS', t('escorts')]].map(([key, name]) => {
      const rows = plan.use?.[key] ?? [];
      const top = Math.max(1, ...rows.map((r) => Math.max(r?.used ?? 0, r?.available ?? 0)));
      const now = rows[day] ?? { used: 0, available: 0 };
      const words = `${name}: ${t('usedOf', { used: number(now.used), available: number(now.available) })}, ${date(isoOf(day))}`;
      return html`<svg viewBox="0 0 ${W} 60" role="img" aria-label=${words} preserveAspectRatio="none">
          <g transform="scale(1 .4)">
            <path class="people" d="${path(rows, (r) => r.used, last, top)}L${W} ${H}L0 ${H}Z" />
            <path class="loads" d=${path(rows, (r) => r.available, last, top)} />
          </g>
          <line class="now" x1=${(W * day) / last} x2=${(W * day) / last} y1="0" y2="60" />
        </svg>
        <p>${words}</p>`;
    })}
  </section>`;
}

/** Seats between the capital and everywhere else, week by week. @param {import('./model.js').Plan | null} plan @param {number} day */
export function air(plan, day) {
  const weeks = plan?.air ?? [];
  if (!weeks.some((w) => w.seatsBefore > 0)) return nothing;
  const last = Math.max(plan.last, 1);
  const top = Math.max(...weeks.map((w) => Math.max(w.seatsNow, w.seatsOthers)), 1);
  const steps = (key) =>
    weeks.map((w) => `${((W * Math.min(dayOf(w.on), last)) / last).toFixed(1)} ${(60 - (60 * w[key]) / top).toFixed(1)}`).join('H').replace(/H([\d.]+) ([\d.]+)/g, 'H$1V$2');
  const now = weeks.filter((w) => dayOf(w.on) <= day).at(-1) ?? weeks[0];
  const words = t('seatsThen', { now: number(now.seatsNow), others: number(now.seatsOthers), day: date(now.on) });
  return html`<section class="use" id="air">
    <h2>${t('airLink')}</h2>
    <svg viewBox="0 0 ${W} 60" role="img" aria-label=${words} preserveAspectRatio="none">
      <path class="people" d="M${steps('seatsNow')}V60H0Z" /><path class="loads" d="M${steps('seatsOthers')}" />
      <line class="now" x1=${(W * day) / last} x2=${(W * day) / last} y1="0" y2="60" />
    </svg>
    <p><span class="key people">${t('seatsNow')}</span> <span class="key loads">${t('seatsOthers')}</span> · ${words}</p>
  </section>`;
}

/** @param {import('./model.js').Plan | null} plan @param {number} day @param {ReturnType<typeof import('./model.js').onRoad>} road */
export function movements(plan, day, road) {
  if (!plan?.schedule.closures) return nothing;
  const byId = new Map(plan.movements.map((m) => [m.id, m]));
  const rows = [
    ...road.positions.map((p) => ({ ...byId.get(p.movement), status: p.doing, vehicles: p.vehicles, aboard: p.people })),
    ...road.airlifts.map((m) => ({ ...m, status: /** @type {const} */ ('AIR'), vehicles: 0, aboard: m.people })),
  ].filter((m) => !state.base || m.base === state.base);
  return html`<section class="movements" id="movements">
    <h2>${t('movements', { day: date(isoOf(day)) })}</h2>
    <div class="scroll" tabindex="0" role="group" aria-label=${t('road')}><table>
      <thead><tr>${[t('movement'), t('way'), t('sent'), t('leaves'), t('arrives'), t('vehicles'), t('people'), t('status')].map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
      <tbody>${rows.slice(0, 50).map(
        (m) => html`<tr>
          <th scope="row">${m.id}</th><td>${nameOf(m.base)} – ${nameOf(m.destination)}</td>
          <td>${date(m.dispatched, false)}</td><td>${date(m.departs, false)}</td><td>${date(m.arrives, false)}</td>
          <td>${number(m.vehicles)}</td><td>${number(m.aboard)}</td><td>${t(`status${m.status}`)}</td>
        </tr>`,
      )}</tbody>
    </table></div>
  </section>`;
}

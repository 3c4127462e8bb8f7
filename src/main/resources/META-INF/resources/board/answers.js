// The five answers that a planner wants without a click.
import { html, nothing } from './lit.js';
import { closings, dayOf, isoOf, nameOf, onRoad, state, toDo } from './model.js';
import { date, number, t, tn } from './words.js';

function outBy(plan) {
  const { schedule } = plan;
  const spare = dayOf(state.mission.withdrawalDeadline) - dayOf(schedule.completion);
  const stay = state.bases.filter((b) => b.liquidation);
  const until = closings(plan).filter((c) => stay.some((b) => b.code === c.base)).at(-1);
  return html`<dd class="big ${spare < 0 ? 'bad' : ''}">${date(schedule.completion)}</dd>
    <dd class="${spare < 0 ? 'bad' : ''}">${spare < 0 ? tn('over', -spare) : tn('spare', spare)}</dd>
    ${until
      ? html`<dd class="soft">
          ${t('liquidation', { bases: stay.map((b) => nameOf(b.code)).join(', '), day: date(until.closedOn) })}
        </dd>`
      : nothing}`;
}

function late(plan) {
  const bases = closings(plan).filter((c) => c.daysLate > 0);
  const risk = plan.schedule.atRisk;
  return html`<dd class="big ${bases.length ? 'bad' : 'ok'}">
      ${bases.length ? tn('lateBases', bases.length) : t('nothingLate')}
    </dd>
    ${bases.length
      ? html`<dd class="bad">${bases.map((c) => `${nameOf(c.base)} +${c.daysLate}`).join(', ')}</dd>`
      : nothing}
    <dd class="soft">${t('atRisk', { people: number(risk?.people ?? 0), loads: number(risk?.loads ?? 0) })}</dd>`;
}

function road(plan, day) {
  const it = onRoad(plan, day);
  const n = it.positions.length;
  return html`<dd class="big">${n ? tn('convoys', n) : t('noConvoys')}</dd>
    ${n ? html`<dd>${t('doing', it)}</dd>` : nothing}
    <dd class="soft">
      ${t('aboard', { vehicles: number(it.vehicles), people: number(it.people) })}${it.airlifts.length
        ? `; ${tn('airlifts', it.airlifts.length)}`
        : ''}
    </dd>`;
}

function sure(plan) {
  const { certificate, completion, closures } = plan.schedule;
  const from = dayOf(completion) - dayOf(certificate.earliestCompletion);
  const firm = closures.filter((c) => c.within1Percent.from === c.within1Percent.to).length;
  return html`<dd class="big">${from === 0 ? t('isBest') : t('best', { day: date(certificate.earliestCompletion) })}</dd>
    ${from > 0 ? html`<dd>${tn('fromBest', from)}</dd>` : nothing}
    <dd class="soft">${tn('firm', firm)}</dd>`;
}

function next(plan, day) {
  const coming = closings(plan).find((c) => dayOf(c.closedOn) >= day);
  return coming ? t('nothingToDo', { base: nameOf(coming.base), day: date(coming.closedOn) }) : t('allClosed');
}

/** @typedef {'TRUCKS' | 'ESCORTS' | 'STORAGE' | 'ONWARD' | 'CHARTER' | 'GUARD' | 'PACKING'} Fact */
/** @type {Fact[]} */
const FACTS = ['TRUCKS', 'ESCORTS', 'STORAGE', 'ONWARD', 'CHARTER', 'GUARD', 'PACKING'];

/** What stands in the braces of a thing to do. */
function said(item) {
  const values = { ...item.values };
  if (values.day) values.day = date(values.day);
  if (item.late) values.n = tn('daysNumber', item.late);
  if (item.held) {
    const fact = FACTS.find((f) => f === item.held.fact) ?? 'RESTRICTION';
    values.what = t(`fact${fact}`, { name: nameOf(item.held.name) });
  }
  return values;
}

function todo(plan, day, choose) {
  const items = toDo(plan, day);
  return items.length
    ? html`<dd>
        <ul>
          ${items.map(
            (i) =>
              html`<li>
                <button class="link" @click=${() => choose(i.base)}>
                  ${t(i.key, said(i))}
                </button>
              </li>`,
          )}
        </ul>
      </dd>`
    : html`<dd>${next(plan, day)}</dd>`;
}

/** @param {import('./model.js').Plan | null} plan @param {number} day @param {(base: string) => void} choose */
export function answers(plan, day, choose) {
  if (!plan?.schedule.closures) {
    return html`<section class="answers" id="answers"><h2 class="hidden">${t('answers')}</h2>
      <p class="big">${t('noPlan')}</p>
      ${state.mayPlan ? nothing : html`<p>${t('askPlanner')}</p>`}</section>`;
  }
  const cards = [
    [t('outBy'), plan.schedule.completion ? outBy(plan) : html`<dd class="big">–</dd>`],
    [t('late'), late(plan)],
    [`${t('road')} · ${date(isoOf(day), false)}`, road(plan, day)],
    [t('sure'), plan.schedule.completion ? sure(plan) : html`<dd class="big">–</dd>`],
    [t('toDo'), todo(plan, day, choose)],
  ];
  return html`<section class="answers" id="answers">
    <h2 class="hidden">${t('answers')}</h2>
    ${cards.map(([title, body]) => html`<dl><dt>${title}</dt>${body}</dl>`)}
  </section>`;
}

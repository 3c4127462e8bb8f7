// What there is to know of one base.
import { html, nothing } from './lit.js';
import { nameOf, state } from './model.js';
import { nextStep } from './record.js';
import { date, number, t } from './words.js';

/** @param {import('./model.js').Plan | null} plan @param {() => void} close */
export function panel(plan, close) {
  const code = state.base;
  if (!code || !plan?.schedule.closures) return nothing;
  const base = state.places.get(code);
  const closure = plan.schedule.closures.find((c) => c.base === code);
  const explained = plan.explanation?.bases.find((b) => b.base === code);
  const handover = plan.handovers.find((h) => h.base === code);
  const impact = plan.impact.find((i) => i.base === code);
  const own = plan.movements.filter((m) => m.base === code);
  const why = [...(explained?.whyLate?.sentences ?? []), ...(explained?.chain ?? []).map((l) => l.sentence)];
  return html`<section class="panel" id="panel" tabindex="0" aria-labelledby="panel-title">
    <h2 id="panel-title">${nameOf(code)} <button class="no-print" @click=${close}>${t('close')}</button></h2>
    <dl>
      <dt>${t('closes')}</dt>
      <dd>${date(closure?.closedOn)}${closure?.daysLate > 0 ? html` <b class="bad">+${closure.daysLate}</b>` : nothing}
        (${date(closure?.within1Percent.from, false)} – ${date(closure?.within1Percent.to, false)})</dd>
      <dt>${t('authority')}</dt><dd>${base.receivingAuthority ?? '–'}</dd>
      ${base.agreed
        ? html`<dt>${t('agreedWindow')}</dt><dd>${date(base.agreed.from)} – ${date(base.agreed.to)}${base.agreed.document ? `, ${base.agreed.document}` : ''}</dd>`
        : nothing}
    </dl>
    <h3>${t('why')}</h3>
    <ol>${why.map((s) => html`<li>${s}</li>`)}</ol>
    ${impact ? html`<h3>${t('endsWithIt')}</h3><p>${impact.sentence}</p>` : nothing}
    ${handover
      ? html`<h3>${t('handover')}</h3>
          <ul>${handover.steps.map((s) => html`<li>${s.step.toLowerCase().replaceAll('_', ' ')}: ${date(s.from, false)} – ${date(s.to, false)}</li>`)}</ul>
          <p>${t('stays')}: ${number(handover.staysBehind.reduce((n, s) => n + s.quantity, 0))}</p>`
      : nothing}
    ${nextStep(code)}
    <h3>${t('itsMovements')}</h3>
    <ul>${own.map((m) => html`<li>${m.id}: ${date(m.departs, false)} – ${date(m.arrives, false)}, ${number(m.people)} ${t('people').toLowerCase()}, ${number(m.loads)} ${t('loads').toLowerCase()}</li>`)}</ul>
  </section>`;
}

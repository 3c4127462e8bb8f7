// What is taken away: tables for spreadsheets. A plain link would carry no sign-in.
import { download } from './api.js';
import { html, nothing } from './lit.js';
import { set, state } from './model.js';
import { t } from './words.js';

const OF_THE_PLAN = ['stages', 'movements', 'positions', 'handovers', 'impact', 'service-gaps'];
const OF_THE_MISSION = ['bases', 'units', 'assets', 'routes'];

async function save(path, name) {
  try {
    const blob = await download(path, 'text/csv');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (e) {
    set({ notice: { text: e.message, bad: true } });
  }
}

export function exportMenu() {
  const plan = state.plan?.schedule.closures ? state.plan.schedule.id : null;
  const item = (path, name) => html`<li><button class="link" @click=${() => save(path, name)}>${t(`list${name.replace('-', '')}`)}</button></li>`;
  return html`<details class="menu"><summary>${t('export')}</summary><ul>
    ${plan ? OF_THE_PLAN.map((n) => item(`/schedules/${plan}/${n}?limit=1000`, n)) : nothing}
    ${OF_THE_MISSION.map((n) => item(`/${n}?limit=1000${n === 'bases' ? '&kind=CAMP,OUTPOST,HEADQUARTERS' : ''}`, n))}
  </ul></details>`;
}

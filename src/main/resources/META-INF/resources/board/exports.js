// What is taken away, for other programs. A plain link would carry no sign-in.
import { download } from './api.js';
import { html, nothing } from './lit.js';
import { set, state } from './model.js';
import { t } from './words.js';

const CSV = { type: 'text/csv', ending: 'csv', word: () => 'CSV' };
const XLSX = { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx', word: () => 'XLSX' };
const CALENDAR = { type: 'text/calendar', ending: 'ics', word: () => t('asCalendar') };
const PROJECT = { type: 'application/vnd.ms-project+xml', ending: 'xml', word: () => 'MS Project' };
const MAP = { type: 'application/geo+json', ending: 'geojson', word: () => t('asMap') };
const DRAWING = { type: 'image/svg+xml', ending: 'svg', word: () => t('asDrawing') };

const PAGE = { type: 'text/html', ending: 'html', word: () => t('asPage') };

const OF_THE_PLAN = {
  plan: [DRAWING, PAGE],
  stages: [CSV, XLSX, CALENDAR, PROJECT],
  movements: [CSV, XLSX, CALENDAR, MAP],
  positions: [CSV, XLSX, MAP],
  handovers: [CSV, XLSX, CALENDAR],
  strength: [CSV, XLSX, DRAWING],
  impact: [CSV, XLSX],
  'service-gaps': [CSV, XLSX],
  'time-phased-data': [CSV, XLSX],
};
const OF_THE_MISSION = {
  dataset: [XLSX],
  situation: [PAGE],
  'permissions/needed': [CALENDAR],
  bases: [CSV, XLSX, MAP],
  units: [CSV, XLSX],
  assets: [CSV, XLSX],
  routes: [CSV, XLSX, MAP],
};

async function save(path, name, format) {
  try {
    const blob = await download(path, format.type);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${name}.${format.ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (e) {
    set({ notice: { text: e.message, bad: true } });
  }
}

export function exportMenu() {
  const plan = state.plan?.schedule.closures ? state.plan.schedule.id : null;
  const item = (path, name, formats) => {
    const what = t(/** @type {import('./words.js').Key} */ (`list${name.replaceAll(/[-/]/g, '')}`));
    return html`<li>${what}: ${formats.map(
      (f) => html`<button class="link" aria-label=${`${what} (${f.word()})`} @click=${() => save(path, name, f)}>${f.word()}</button> `,
    )}</li>`;
  };
  const ofThePlan = (name) => (name === 'plan' ? `/schedules/${plan}` : `/schedules/${plan}/${name}`);
  return html`<details class="menu"><summary>${t('export')}</summary><ul>
    ${plan ? Object.entries(OF_THE_PLAN).map(([n, formats]) => item(ofThePlan(n), n, formats)) : nothing}
    ${Object.entries(OF_THE_MISSION).map(([n, formats]) => item(`/${n}${n === 'bases' ? '?kind=CAMP,OUTPOST,HEADQUARTERS' : ''}`, n, formats))}
  </ul></details>`;
}

// What is shown may grow old: the plan in force is looked at again, and a service that is silent is asked until it answers.
import { call, isSignedIn, Refused } from './api.js';
import { set, state } from './model.js';
import { clock, t } from './words.js';

const EVERY_MS = 60_000;
const FIRST_WAIT_MS = 2_000;
let timer = 0;
let wait = FIRST_WAIT_MS;

/** @param {(id: string) => void} show */
async function look(show) {
  clearTimeout(timer);
  timer = setTimeout(() => look(show), EVERY_MS);
  if (state.phase !== 'board' || !isSignedIn()) return;
  try {
    const now = await call('/schedules/active');
    wait = FIRST_WAIT_MS;
    if (state.offline) set({ offline: null });
    if (state.plan?.schedule.active && now.id !== state.plan.schedule.id) {
      const action = { label: t('show'), run: () => show(now.id) };
      set({ notice: { text: t('newerPlan', { name: now.name }), action } });
    } else {
      set({ readAt: new Date() });
    }
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    if (e.status !== 0 && e.status < 500) return;
    if (!state.offline) set({ offline: clock(state.readAt ?? new Date()) });
    clearTimeout(timer);
    timer = setTimeout(() => look(show), wait);
    wait = Math.min(EVERY_MS, 2 * wait);
  }
}

/** Looks every minute, and when somebody comes back to the page. @param {(id: string) => void} show shows another plan */
export function stayFresh(show) {
  timer = setTimeout(() => look(show), EVERY_MS);
  addEventListener('focus', () => look(show));
  addEventListener('online', () => look(show));
}

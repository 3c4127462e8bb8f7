// What the board knows, and what follows from it for a day. Days are numbers, counted from the mission's first.
import { all, call, Refused } from './api.js';
import { date } from './words.js';

const DAY_MS = 86_400_000;

/** @typedef {import('contract').components['schemas']} Schemas */
/** @typedef {Schemas['Restriction'] & Schemas['AssumedRestriction']} Restriction */
/** @typedef {{people: number, loads: number}} Strength */
/**
 * @typedef {object} Plan
 * @property {Schemas['Schedule']} schedule
 * @property {Schemas['Stage'][]} stages
 * @property {Schemas['Movement'][]} movements
 * @property {Schemas['Movement'][]} [airlifts]
 * @property {Map<string, Schemas['Position'][]>} positions by day
 * @property {{byDay: Strength[], byBase: Map<string, Strength[]>} | null} strength
 * @property {Record<'TRUCKS' | 'ESCORTS', {used: number, available: number}[]> | null} use
 * @property {Schemas['AirLink'][]} [air]
 * @property {Schemas['Explanation'] | null} explanation
 * @property {Schemas['Handover'][]} handovers
 * @property {Schemas['Impact'][]} impact
 * @property {Map<string, {stage: Schemas['StageName'], from: number, to: number}[]>} [spans]
 * @property {number} [first]
 * @property {number} [last]
 */
/**
 * @typedef {object} State
 * @property {string} phase
 * @property {string | null} problem
 * @property {string | null} offline
 * @property {Date | null} readAt
 * @property {Schemas['Mission'] | null} mission
 * @property {Schemas['Base'][]} bases
 * @property {Map<string, Partial<Schemas['Base']>>} places
 * @property {Map<string, Schemas['Route']>} routes
 * @property {Restriction[]} restrictions
 * @property {Schemas['Schedule'][]} schedules
 * @property {Plan | null} plan
 * @property {Plan | null} other
 * @property {Schemas['Situation'] | null} situation
 * @property {boolean} mayPlan
 * @property {boolean} mayReport
 * @property {{errors: Record<string, string>, other: string | null} | null} report
 * @property {any} table
 * @property {any} outlines
 * @property {number} day
 * @property {string | null} base
 * @property {string | null} looked
 * @property {boolean} playing
 * @property {number} speed
 * @property {{errors: Record<string, string>, other: string | null, rows: boolean[]} | null} dialog
 * @property {any} run
 * @property {{text?: string, bad?: boolean, action?: {label: string, run: () => void}, schedule?: Schemas['Schedule']} | null} notice
 * @property {{k: number, x: number, y: number}} zoom
 * @property {Set<string>} tables
 */

/** Where the board stands; every view is drawn from it. */
export const state = /** @type {State} */ ({
  phase: 'door',
  problem: null,
  offline: null,
  readAt: null,
  mission: null,
  bases: [],
  places: new Map(),
  routes: new Map(),
  restrictions: [],
  schedules: [],
  plan: null,
  other: null,
  situation: null,
  mayPlan: false,
  mayReport: false,
  report: null,
  table: null,
  outlines: null,
  day: 0,
  base: null,
  looked: null,
  playing: false,
  speed: 1,
  dialog: null,
  run: null,
  notice: null,
  zoom: { k: 1, x: 0, y: 0 },
  tables: new Set(),
});

const listeners = new Set();

/** @param {() => void} listener */
export const watch = (listener) => listeners.add(listener);

/** Changes something and has everything drawn anew. @param {Partial<typeof state>} change */
export function set(change) {
  Object.assign(state, change);
  for (const listener of listeners) listener();
}

const waiting = [];

/** Does something once the last change is drawn. @param {() => void} what */
export const drawn = (what) => waiting.push(what);

/** What was to be done once all is drawn. */
export function settle() {
  for (const what of waiting.splice(0)) what();
}

/** @param {string} iso */
export const dayOf = (iso) => Math.round((Date.parse(iso) - Date.parse(state.mission.startDate)) / DAY_MS);

/** @param {number} day */
export const isoOf = (day) => new Date(Date.parse(state.mission.startDate) + day * DAY_MS).toISOString().slice(0, 10);

/** A day in words, with its year where that is not the deadline's. @param {string} iso */
export const dayInWords = (iso) => date(iso, iso.slice(0, 4) !== state.mission.withdrawalDeadline.slice(0, 4));

/** The name of a base, for people. @param {string} code */
export function nameOf(code) {
  return state.places.get(code)?.name ?? code;
}

/** Reads the mission and the plan in force. */
export async function load() {
  const mission = await call('/mission');
  const [bases, routes, waypoints, exits, restrictions, schedules] = await Promise.all([
    all('/bases?kind=CAMP,OUTPOST,HEADQUARTERS'),
    all('/routes'),
    all('/waypoints'),
    all('/exits'),
    all('/restrictions'),
    call('/schedules?limit=50&sort=-createdAt'),
  ]);
  const places = new Map();
  for (const place of [...exits, ...waypoints, ...bases]) places.set(place.code, place);
  set({
    mission,
    bases,
    places,
    routes: new Map(routes.map((r) => [r.id, r])),
    restrictions,
    schedules: schedules.items,
    readAt: new Date(),
  });
  [state.mayPlan, state.mayReport] = await Promise.all([
    may('/schedules?validateOnly=true', {}),
    may('/reports?validateOnly=true', {}),
  ]);
}

/** Whether the user's roles allow something: it is tried, and nothing is written. */
async function may(path, body) {
  try {
    await call(path, { method: 'POST', body });
    return true;
  } catch (e) {
    return e instanceof Refused && e.status !== 403 && e.status !== 401 && e.status !== 0;
  }
}

/** A plan with all that the first look needs; what is larger comes later. @param {string} id */
export async function read(id) {
  const schedule = await call(`/schedules/${id}`);
  const plan = { schedule, stages: [], movements: [], positions: new Map(), strength: null, use: null, explanation: null, handovers: [], impact: [] };
  if (!schedule.closures) return plan;
  const base = `/schedules/${schedule.id}`;
  const [stages, movements, positions, explanation, handovers, impact] = await Promise.all([
    all(`${base}/stages`),
    all(`${base}/movements`),
    all(`${base}/positions`),
    call(`${base}/explanation`),
    all(`${base}/handovers`),
    all(`${base}/impact`),
  ]);
  Object.assign(plan, { stages, movements, explanation, handovers, impact });
  for (const position of positions) {
    const list = plan.positions.get(position.date) ?? [];
    list.push(position);
    plan.positions.set(position.date, list);
  }
  plan.spans = spans(stages);
  plan.airlifts = movements.filter((m) => m.mode === 'AIR');
  plan.last = Math.max(...schedule.closures.map((c) => dayOf(c.closedOn)));
  plan.first = Math.min(plan.last, ...movements.map((m) => dayOf(m.dispatched)));
  return plan;
}

/** Reads the days of a plan: people and loads still there, trucks and escorts used. */
export async function readDays(plan) {
  if (!plan.schedule.closures) return;
  const base = `/schedules/${plan.schedule.id}`;
  const [strength, air, use] = await Promise.all([
    all(`${base}/strength`),
    all(`${base}/air-link?per=week`),
    Promise.all(['TRUCKS', 'ESCORTS'].map((r) => all(`${base}/utilisation?resource=${r}`))).then((u) => u.flat()),
  ]);
  const byDay = [];
  const byBase = new Map();
  for (const row of strength) {
    const d = dayOf(row.date);
    byDay[d] = byDay[d] ?? { people: 0, loads: 0 };
    byDay[d].people += row.people;
    byDay[d].loads += row.loads;
    if (row.base) {
      const own = byBase.get(row.base) ?? [];
      own[d] = { people: row.people, loads: row.loads };
      byBase.set(row.base, own);
    }
  }
  const used = { TRUCKS: [], ESCORTS: [] };
  for (const row of use) {
    const d = dayOf(row.date);
    const sum = (used[row.resource][d] = used[row.resource][d] ?? { used: 0, available: 0 });
    sum.used += row.used;
    sum.available += row.available ?? 0;
  }
  plan.strength = { byDay, byBase };
  plan.use = used;
  plan.air = air;
}

function spans(stages) {
  const found = new Map();
  for (const stage of stages) {
    const list = found.get(stage.base) ?? [];
    list.push({ stage: stage.stage, from: dayOf(stage.from), to: stage.to ? dayOf(stage.to) : Infinity });
    found.set(stage.base, list);
  }
  return found;
}

/** What a base is doing on a day. @param {Plan | null} plan @param {string} base @param {number} day */
export function stageOn(plan, base, day) {
  const list = plan?.spans?.get(base) ?? [];
  return list.find((s) => s.from <= day && day <= s.to)?.stage ?? null;
}

/** People and loads still at a base on a day, or at all. */
export function strengthOn(plan, base, day) {
  const rows = base ? plan?.strength?.byBase.get(base) : plan?.strength?.byDay;
  return rows?.[day] ?? null;
}

/** What is on the road on a day. @param {Plan | null} plan @param {number} day */
export function onRoad(plan, day) {
  const positions = plan?.positions.get(isoOf(day)) ?? [];
  const count = (doing) => positions.filter((p) => p.doing === doing).length;
  const airlifts = (plan?.airlifts ?? []).filter((m) => dayOf(m.departs) === day);
  return {
    positions,
    airlifts,
    empty: count('EMPTY'),
    loading: count('LOADING'),
    loaded: count('LOADED'),
    vehicles: positions.reduce((n, p) => n + p.vehicles, 0),
    people: positions.reduce((n, p) => n + p.people, 0) + airlifts.reduce((n, m) => n + m.people, 0),
  };
}

/** The restrictions that a plan has to keep: of the mission but for what it lifts, and what it assumes. @param {Plan | null} plan */
export function restrictionsOf(plan) {
  const { restrictions = [], liftedRestrictions = [] } = plan?.schedule.assumptions ?? {};
  return [...state.restrictions.filter((r) => !liftedRestrictions.includes(r.id)), ...restrictions];
}

/** Bases in the order in which they close. */
export function closings(plan) {
  return [...(plan?.schedule.closures ?? [])].sort((a, b) => a.closedOn.localeCompare(b.closedOn));
}

/** The day that is shown first: today where that is within the plan, else half way to its end. */
export function firstDay(plan) {
  const today = dayOf(new Date().toISOString().slice(0, 10));
  if (!plan?.schedule.closures) return 0;
  if (today >= plan.first && today <= plan.last) return today;
  const end = plan.schedule.completion ? dayOf(plan.schedule.completion) : plan.last;
  return Math.round((plan.first + end) / 2);
}

/**
 * What a planner should look at, the most urgent first; at most three.
 * @param {Plan} plan @param {number} day
 */
export function toDo(plan, day) {
  /** @type {{key: import('./words.js').Key, base: string, late?: number, held?: {fact: string, name?: string}, values: Record<string, string>}[]} */
  const found = [];
  const situation = state.situation;
  for (const late of situation?.asOf ? situation.overdue : []) {
    found.push({ key: 'overdue', base: late.base, values: { movement: late.movement, base: nameOf(late.base), day: late.plannedDeparts } });
    break;
  }
  for (const r of restrictionsOf(plan)) {
    const from = dayOf(r.from);
    if (from > day && from <= day + 7) {
      const hit = plan.movements.find(
        (m) =>
          dayOf(m.dispatched) <= dayOf(r.to) &&
          dayOf(m.arrives) >= from &&
          (r.bases?.includes(m.base) || m.routes.some((id) => r.routes?.includes(id)) || !(r.bases?.length || r.routes?.length || r.regions?.length)),
      );
      if (hit) found.push({ key: 'restrictionComes', base: hit.base, values: { id: r.id, day: r.from, movement: hit.id } });
    }
  }
  const late = closings(plan)
    .filter((c) => c.daysLate > 0 && dayOf(c.closedOn) >= day)
    .sort((a, b) => b.daysLate - a.daysLate)[0];
  if (late) {
    const held = plan.explanation?.bases.find((b) => b.base === late.base)?.whyLate?.held?.[0];
    found.push({ key: held ? 'waitsFor' : 'waitsForNothing', base: late.base, late: late.daysLate, held, values: { base: nameOf(late.base) } });
  }
  const handover = plan.handovers
    .filter((h) => dayOf(h.from) >= day && dayOf(h.from) <= day + 7)
    .sort((a, b) => a.from.localeCompare(b.from))[0];
  if (handover) found.push({ key: 'handoverSoon', base: handover.base, values: { base: nameOf(handover.base), day: handover.from } });
  return found.slice(0, 3);
}

// What the board knows, and what follows from it for a day. Days are numbers, counted from the mission's first.
import { all, call, Refused } from './api.js';

const DAY_MS = 86_400_000;

/** Where the board stands; every view is drawn from it. */
export const state = {
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
};

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

/** What a base is doing on a day. @param {any} plan @param {string} base @param {number} day */
export function stageOn(plan, base, day) {
  const list = plan?.spans?.get(base) ?? [];
  return list.find((s) => s.from <= day && day <= s.to)?.stage ?? null;
}

/** People and loads still at a base on a day, or at all. */
export function strengthOn(plan, base, day) {
  const rows = base ? plan?.strength?.byBase.get(base) : plan?.strength?.byDay;
  return rows?.[day] ?? null;
}

/** What is on the road on a day. @param {any} plan @param {number} day */
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

/** What a planner should look at, the most urgent first; at most three. */
export function toDo(plan, day) {
  const found = [];
  const situation = state.situation;
  for (const late of situation?.asOf ? situation.overdue : []) {
    found.push({ key: 'overdue', base: late.base, values: { movement: late.movement, base: nameOf(late.base), day: late.plannedDeparts } });
    break;
  }
  for (const r of state.restrictions) {
    const from = dayOf(r.from);
    if (from > day && from <= day + 7) {
      const hit = plan.movements.find(
        (m) =>
          dayOf(m.dispatched) <= dayOf(r.to) &&
          dayOf(m.arrives) >= from &&
          (r.bases.includes(m.base) || m.routes.some((id) => r.routes.includes(id)) || r.bases.length + r.routes.length === 0),
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

// The map: outlines, roads, bases, and the convoys of the day at their places.
import { focusOn } from './forms.js';
import { html, nothing, svg } from './lit.js';
import { drawn, nameOf, onRoad, set, stageOn, state, strengthOn } from './model.js';
import { fitted, lines } from './outlines.js';
import { barredOn, cross, restrictionsInWords } from './restrictions.js';
import { number, t } from './words.js';

const WIDTH = 640;
const HEIGHT = 480;
let sketch = { key: null };

/** @returns {[number, number] | null} */
const point = (place) => place?.location?.coordinates ?? null;

function ground() {
  const key = `${state.bases.length} ${state.outlines ? 1 : 0}`;
  if (sketch.key === key) return sketch;
  const places = state.bases.map(point).filter(Boolean);
  if (!places.length) return null;
  const project = fitted(places, WIDTH, HEIGHT, 60);
  const path = (line, closed) => `M${line.map((p) => project(p).map((v) => v.toFixed(1)).join(' ')).join('L')}${closed ? 'Z' : ''}`;
  const near = (line) => line.some((p) => Math.abs(p[0] - places[0][0]) < 25 && Math.abs(p[1] - places[0][1]) < 20);
  const layer = (name, closed) =>
    state.outlines ? lines(state.outlines, name).filter(near).map((l) => path(l, closed)).join('') : '';
  sketch = { key, project, countries: layer('countries', true), rivers: layer('rivers', false), lakes: layer('lakes', true) };
  return sketch;
}

function zoomed(by) {
  const { k, x, y } = state.zoom;
  const next = Math.max(1, Math.min(8, k * by));
  const f = next / k;
  set({ zoom: { k: next, x: WIDTH / 2 - f * (WIDTH / 2 - x), y: HEIGHT / 2 - f * (HEIGHT / 2 - y) } });
}

/** The base nearest in a direction, for the arrow keys. */
function nearest(from, dx, dy, project) {
  const [x, y] = project(point(state.places.get(from)));
  let best = null;
  for (const base of state.bases) {
    const there = point(base);
    if (!there || base.code === from) continue;
    const [bx, by] = project(there);
    const along = (bx - x) * dx + (by - y) * dy;
    const across = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
    if (along > 0 && (!best || along + 2 * across < best.cost)) best = { code: base.code, cost: along + 2 * across };
  }
  return best?.code ?? from;
}

/** @param {import('./model.js').Plan | null} plan @param {number} day @param {(base: string) => void} choose */
export function map(plan, day, choose) {
  const it = ground();
  const without = state.bases.filter((b) => !point(b));
  if (!it) return html`<section class="map" id="map"><h2>${t('map')}</h2>${placeless(without)}</section>`;
  const { k, x, y } = state.zoom;
  /** @returns {[number, number]} */
  const at = (p) => {
    const [px, py] = it.project(p);
    return [px * k + x, py * k + y];
  };
  const biggest = Math.max(1, ...state.bases.map((b) => (b.strength?.uniformed ?? 0) + (b.strength?.civilians ?? 0)));
  const focus = state.looked ?? state.base ?? state.bases.find(point)?.code;
  const keys = (e) => {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (arrows[e.key]) {
      e.preventDefault();
      const to = nearest(focus, ...arrows[e.key], it.project);
      set({ looked: to });
      drawn(() => focusOn(`#at-${to}`));
    } else if (e.key === '+') zoomed(1.5);
    else if (e.key === '-') zoomed(1 / 1.5);
    else if (e.key === '0') set({ zoom: { k: 1, x: 0, y: 0 } });
  };
  const barred = barredOn(plan, day);
  return html`<section class="map" id="map">
    <h2>${t('map')}</h2>
    <div class="sheet" role="group" aria-label=${t('map')} @keydown=${keys}>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" preserveAspectRatio="xMidYMid meet">
        <g transform="translate(${x} ${y}) scale(${k})">
          <path class="country" d=${it.countries} /><path class="river" d=${it.rivers} /><path class="lake" d=${it.lakes} />
        </g>
        ${[...state.routes.values()].map((r) => leg(r, at, barred.road(r.id)))}
        ${onRoad(plan, day).positions.filter((p) => p.at).map((p) => convoy(p, at(p.at.coordinates)))}
        ${onRoad(plan, day).airlifts.map((m) => flight(m, at))}
      </svg>
      ${labelled(state.bases.filter(point), at, biggest).map((b) => base(b, at(point(b.base)), plan, day, biggest, focus, choose, barred.base(b.base.code)))}
    </div>
    <p class="tools no-print">
      <button @click=${() => zoomed(1.5)} aria-label=${t('zoomIn')}>+</button>
      <button @click=${() => zoomed(1 / 1.5)} aria-label=${t('zoomOut')}>−</button>
      <button @click=${() => set({ zoom: { k: 1, x: 0, y: 0 } })}>${t('fit')}</button>
      <small>${t('boundaries')}</small>
    </p>
    ${restrictionsInWords(plan, day)}${placeless(without)}
  </section>`;
}

const sizeOf = (b, biggest) => 12 + 22 * Math.sqrt(strength(b) / biggest);

/** The bases with whether there is room for their names: first the chosen, then hubs, then by people. */
function labelled(bases, at, biggest) {
  const rank = (b) => (b.code === state.base ? 2e9 : 0) + (b.hub ? 0 : 1e9) + strength(b);
  const taken = bases.map((b) => {
    const [x, y] = at(point(b));
    const r = sizeOf(b, biggest) / 2;
    return [x - r, y - r, x + r, y + r, b.code];
  });
  return [...bases]
    .sort((a, b) => rank(b) - rank(a))
    .map((b) => {
      const [x, y] = at(point(b));
      const left = x + sizeOf(b, biggest) / 2;
      const box = [left, y - 8, left + 7 * nameOf(b.code).length, y + 8, b.code];
      const free = !taken.some((o) => o[4] !== b.code && o[0] < box[2] && o[2] > box[0] && o[1] < box[3] && o[3] > box[1]);
      if (free) taken.push([...box.slice(0, 4), `${b.code} name`]);
      return { base: b, free };
    })
    .reverse();
}

const strength = (b) => (b.strength?.uniformed ?? 0) + (b.strength?.civilians ?? 0);

const placeless = (bases) =>
  bases.length ? html`<p>${t('noPlace', { names: bases.map((b) => nameOf(b.code)).join(', ') })}</p>` : nothing;

function leg(route, at, barred) {
  const from = point(state.places.get(route.from));
  const to = point(state.places.get(route.to));
  if (!from || !to) return nothing;
  const [x1, y1] = at(from);
  const [x2, y2] = at(to);
  return svg`<line class="leg ${route.mode === 'RIVER' ? 'water' : ''} threat${route.threatLevel ?? 1}" x1=${x1} y1=${y1} x2=${x2} y2=${y2} />
    ${barred ? cross((x1 + x2) / 2, (y1 + y2) / 2) : nothing}`;
}

function convoy(p, [x, y]) {
  const fill = p.doing === 'LOADED' ? 10 : p.doing === 'LOADING' ? 5 : 0;
  return svg`<g class="convoy" transform="translate(${x - 5} ${y - 5})"><title>${p.movement}</title>
    <rect class="box" width="10" height="10" /><rect class="load" width=${fill} height="10" /></g>`;
}

function flight(m, at) {
  const from = point(state.places.get(m.base));
  const to = point(state.places.get(m.destination));
  if (!from || !to) return nothing;
  const [x, y] = at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  return svg`<path class="flight" transform="translate(${x} ${y})" d="M-7 3 0-5 7 3 0 1Z"><title>${m.id}</title></path>`;
}

function base({ base: b, free }, [x, y], plan, day, biggest, focus, choose, barred) {
  if (x < 0 || y < 0 || x > WIDTH || y > HEIGHT) return nothing;
  const stage = stageOn(plan, b.code, day);
  const here = strengthOn(plan, b.code, day);
  const size = sizeOf(b, biggest);
  const words = [
    nameOf(b.code),
    stage ? t(stage) : '',
    here ? `${number(here.people)} ${t('people').toLowerCase()}, ${number(here.loads)} ${t('loads').toLowerCase()}` : '',
    barred ? t('shutIn') : '',
  ];
  return html`<button
    id="at-${b.code}"
    class="place ${stage ?? ''} ${b.code === state.base ? 'chosen' : ''} ${b.code === state.looked ? 'looked' : ''} ${b.hub ? '' : 'hub'} ${free ? '' : 'crowded'} ${barred ? 'shut' : ''}"
    tabindex=${b.code === focus ? 0 : -1}
    aria-label=${words.filter(Boolean).join(', ')}
    aria-pressed=${b.code === state.base ? 'true' : 'false'}
    .style=${`left:${(100 * x) / WIDTH}%;top:${(100 * y) / HEIGHT}%;--size:${size.toFixed(1)}px`}
    @click=${() => choose(b.code)}
    @mouseenter=${() => set({ looked: b.code })}
    @mouseleave=${() => set({ looked: null })}
  >
    <span aria-hidden="true">${nameOf(b.code)}</span>
  </button>`;
}

// The service as the board calls it. The sign-in lives in a closure and goes with the tab; nothing is stored.

const ROOT = '/api/v1';
let authorization = null;
let language = 'en';

/** A refusal of the service, or its silence (status 0). */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{title?: string, detail?: string, rule?: string, errors?: {pointer: string, detail: string}[]}} problem
   */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? String(status));
    this.status = status;
    this.problem = problem;
  }
}

/** @param {string} user @param {string} password */
export function signIn(user, password) {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

export function signOut() {
  authorization = null;
}

export const isSignedIn = () => authorization !== null;

/** @param {string} code */
export function speak(code) {
  language = code;
}

/** @param {Record<string, string>} more */
function headers(more) {
  return { 'Accept-Language': language, ...(authorization ? { Authorization: authorization } : {}), ...more };
}

/**
 * @param {string} path
 * @param {{method?: string, body?: unknown, file?: Blob, headers?: Record<string, string>, signal?: AbortSignal}} [options]
 */
export async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(ROOT + path, {
      method: options.method ?? 'GET',
      credentials: 'omit',
      headers: headers({
        Accept: 'application/json',
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(options.method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
        ...options.headers,
      }),
      body: options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal,
    });
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') throw e;
    throw new Refused(0, { title: 'No connection' });
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({ title: response.statusText }));
    throw new Refused(response.status, problem);
  }
  return response.status === 204 ? null : response.json();
}

/** What a list is in another format. @param {string} path @param {string} type */
export async function download(path, type) {
  const response = await fetch(ROOT + path, { credentials: 'omit', headers: headers({ Accept: type }) });
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response.blob();
}

/** All items of a list, page after page. @param {string} path */
export async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const more = path.includes('?') ? '&' : '?';
    const page = await call(`${path}${more}limit=1000${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/**
 * Follows a run until it ends. Server-sent events by fetch: an EventSource cannot send a sign-in.
 * @param {string} id
 * @param {(progress: any) => void} seen
 * @param {AbortSignal} signal
 */
export async function follow(id, seen, signal) {
  const response = await fetch(`${ROOT}/schedules/${id}/progress`, {
    credentials: 'omit',
    headers: headers({ Accept: 'text/event-stream' }),
    signal,
  });
  if (!response.ok || !response.body) throw new Refused(response.status, { title: 'No progress' });
  let text = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data:')) seen(JSON.parse(event.slice(5)));
    }
  }
}

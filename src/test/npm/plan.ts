// A front end in small: signs in, plans, follows the progress, and prints what every base does.
// Usage: node build/plan.js [address of the API] [user] [password]
import createClient from 'openapi-fetch';
import type { components, paths } from './build/contract.js';

type Progress = components['schemas']['Progress'];
type Stage = components['schemas']['Stage'];

const [address = 'http://localhost:8080/api/v1', user = 'planner', password = 'planner'] = process.argv.slice(2);
const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
// Lists come as tables too: what is read here is JSON.
const api = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl: address, headers });

/** What was answered; a refusal without a body comes from the server itself (414, 431). */
function required<T>(answer: { data?: T; error?: components['schemas']['Problem'] | undefined; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.error?.title ?? answer.response.status}: ${answer.error?.detail ?? ''}`);
  }
  return answer.data;
}

async function* follow(id: string): AsyncGenerator<Progress> {
  const { response } = await api.GET('/schedules/{id}/progress', {
    params: { path: { id } },
    headers: { Accept: 'text/event-stream' },
    parseAs: 'stream',
  });
  if (!response.ok || response.body === null) throw new Error(`no progress: ${response.status}`);
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      // A line that begins with a colon is a comment: the service has nothing new and says that it is still there.
      if (event.startsWith('data:')) yield JSON.parse(event.replace(/^data: ?/, '')) as Progress;
    }
  }
}

async function stages(id: string): Promise<Stage[]> {
  const all: Stage[] = [];
  let cursor: string | null | undefined;
  do {
    const page = required(
      await api.GET('/schedules/{id}/stages', {
        params: { path: { id }, query: { sort: 'from', limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

const mission = required(await api.GET('/mission'));
console.log(`${mission.name}: ${mission.startDate} to ${mission.withdrawalDeadline}`);
const accepted = required(
  await api.POST('/schedules', {
    params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
    body: { name: 'From the browser', solve: { timeLimitSeconds: 3, seed: 1 } },
  }),
);
let state: Progress['state'] = accepted.state;
for await (const progress of follow(accepted.id)) {
  state = progress.state;
  console.log(`${progress.seconds.toFixed(1)} s ${state} ${progress.objective ?? '-'}`);
}
if (state !== 'READY') throw new Error(`the schedule is ${state}`);
const schedule = required(await api.GET('/schedules/{id}', { params: { path: { id: accepted.id } } }));
console.log(`complete on ${schedule.completion}, at best on ${schedule.certificate?.earliestCompletion}`);
for (const stage of await stages(accepted.id)) {
  console.log(`${stage.base.padEnd(12)} ${stage.stage.padEnd(17)} ${stage.from} ${stage.to ?? ''}`);
}

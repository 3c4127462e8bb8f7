// The board as people use it, in a real browser. Usage: BOARD=http://127.0.0.1:8080 node --test board.test.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const address = process.env.BOARD ?? 'http://127.0.0.1:8080';
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
});
after(() => browser.close());

/** A page of its own, and what must not happen on it. */
async function open({ width = 1366, height = 768, colorScheme = 'light', query = '', locale = 'en-GB', strict = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale, bypassCSP: !strict });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const wrong = [];
  page.on('pageerror', (e) => wrong.push(e.stack));
  // A sign-in that is missing, and rights that are tried out, are no faults.
  page.on('console', (m) => m.type() === 'error' && !/40[013]/.test(m.text()) && wrong.push(m.text()));
  page.on('request', (r) => !r.url().startsWith(address) && !r.url().startsWith('data:') && wrong.push(`foreign: ${r.url()}`));
  await page.goto(`${address}/${query}`);
  await page.waitForSelector('input[name=user]');
  return { context, page, wrong };
}

async function signIn(page, user) {
  await page.fill('input[name=user]', user);
  await page.fill('input[name=password]', user);
  await page.press('input[name=password]', 'Enter');
  await page.waitForSelector('.answers .big');
  await page.waitForSelector('.curve path.people');
}

const text = (page, selector) => page.textContent(selector).then((s) => s.replace(/\s+/g, ' ').trim());

test('a wrong password says so, and nothing of it is kept', async () => {
  const { page, context } = await open();
  await page.fill('input[name=user]', 'planner');
  await page.fill('input[name=password]', 'wrong');
  await page.press('input[name=password]', 'Enter');
  await page.waitForSelector('[role=alert]');
  assert.match(await text(page, '[role=alert]'), /password is wrong/);
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie), '{}{}');
  await context.close();
});

test('five answers on first paint, without a scroll', async () => {
  const { page, wrong, context } = await open();
  await signIn(page, 'planner');
  const cards = await page.$$eval('.answers dl', (all) => all.map((d) => ({ words: d.innerText, bottom: d.getBoundingClientRect().bottom })));
  assert.equal(cards.length, 5);
  for (const card of cards) assert.ok(card.bottom < 768, card.words);
  assert.match(cards[0].words, /\d{1,2} Dec 2023/);
  assert.match(cards[0].words, /liquidation/);
  assert.match(cards[3].words, /No plan/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test('a base is chosen by keyboard, on the map and in the stages', async () => {
  const { page, wrong, context } = await open();
  await signIn(page, 'viewer');
  assert.equal(await page.$('#plan-again'), null);
  await page.focus('#at-GAO');
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => /^at-(?!GAO)/.test(document.activeElement.id));
  const name = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'panel');
  assert.match(await text(page, '#panel'), /Why that day/);
  assert.match(await text(page, '#panel'), /What ends with/);
  assert.ok(page.url().includes(`base=${name.slice(3)}`), page.url());
  await page.keyboard.press('Escape');
  await page.waitForSelector('#panel', { state: 'detached' });
  await page.focus('.stages tbody tr:nth-child(1) button');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#panel');
  assert.deepEqual(wrong, []);
  await context.close();
});

test('the day goes by keyboard and by name, and everything follows', async () => {
  const { page, wrong, context } = await open({ query: '?day=2023-10-14' });
  await signIn(page, 'viewer');
  assert.equal(await text(page, '.daybar output'), '14 Oct 2023');
  await page.focus('.daybar input[type=range]');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('.daybar output').textContent === '15 Oct 2023');
  assert.match(await text(page, '.movements h2'), /15 Oct 2023/);
  const rows = await page.$$eval('.movements tbody tr', (all) => all.length);
  const convoys = await page.$$eval('.map .convoy', (all) => all.length);
  assert.equal(rows, convoys);
  await page.keyboard.press('PageUp');
  await page.waitForFunction(() => document.querySelector('.daybar output').textContent === '22 Oct 2023');
  await page.fill('.iso', '2023-08-01');
  await page.press('.iso', 'Tab');
  await page.waitForFunction(() => document.querySelector('.daybar output').textContent === '1 Aug 2023');
  assert.deepEqual(wrong, []);
  await context.close();
});

test('plan, watch, stop, compare, submit; another one approves', async () => {
  const { page, wrong, context } = await open();
  await signIn(page, 'planner');
  await page.click('#plan-again');
  await page.fill('dialog input[name=name]', 'From the board');
  await page.fill('dialog input[name=trucks]', '-5');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('dialog [role=alert]');
  await page.fill('dialog input[name=trucks]', '320');
  await page.click('details.rows summary');
  await page.click('#add-restriction');
  await page.selectOption('dialog select[name=where0]', { label: 'Ansongo' });
  await page.fill('dialog input[name=from0]', '2023-08-40');
  await page.fill('dialog input[name=to0]', '2023-08-10');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => /must be a day/.test(document.querySelector('fieldset [role=alert]')?.textContent ?? ''));
  assert.equal(await page.evaluate(() => document.activeElement.name), 'from0');
  await page.fill('dialog input[name=from0]', '2023-08-02');
  await page.fill('dialog input[name=seconds]', '60');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('#stop');
  await page.waitForFunction(() => /at least/.test(document.querySelector('.live [role=status]').textContent));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'stop');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.live', { state: 'detached' });
  await page.waitForSelector('#comparison');
  assert.match(await text(page, '#comparison'), /From the board/);
  await page.fill('.iso', '2023-08-05');
  await page.press('.iso', 'Tab');
  await page.waitForFunction(() => /Order not to move: Ansongo, until 10 Aug/.test(document.querySelector('.restrictions')?.textContent ?? ''));
  assert.match(await page.getAttribute('#at-ANSONGO', 'aria-label'), /nothing may leave by road/);
  assert.match(await text(page, '#comparison'), /better|worse/);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.waitForFunction(() => /Done/.test(document.querySelector('.notice')?.textContent ?? ''));
  const submitted = await page.$eval('header select', (s) => s.value);
  // What one has submitted, another one approves.
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.waitForSelector('.notice.bad');
  const other = await open({ query: `?s=${submitted}` });
  await signIn(other.page, 'approver');
  await other.page.getByRole('button', { name: 'Approve' }).click();
  await other.page.waitForFunction(() => /Done/.test(document.querySelector('.notice')?.textContent ?? ''));
  await other.context.close();
  assert.deepEqual(wrong.filter((w) => !/403|409|400/.test(w)), []);
  await context.close();
});

test('French, and the language stays', async () => {
  const { page, wrong, context } = await open();
  await signIn(page, 'viewer');
  await page.getByRole('button', { name: 'Français' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'fr');
  assert.match(await text(page, '.answers'), /Partis le/);
  assert.match(await text(page, '.answers'), /déc\. 2023/);
  await page.focus('#at-KIDAL');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /Ce qui prend fin avec Kidal/.test(document.querySelector('#panel')?.textContent ?? ''));
  await page.reload();
  assert.match(await text(page, '.door'), /Se connecter/);
  assert.deepEqual(wrong, []);
  await context.close();
});

for (const [width, height, colorScheme] of [[360, 800, 'light'], [360, 800, 'dark'], [1366, 768, 'light'], [1366, 768, 'dark'], [3840, 2160, 'light']]) {
  test(`nothing that axe finds at ${width} px, ${colorScheme}, and no sideways scroll`, async () => {
    const { page, context } = await open({ width, height, colorScheme, strict: false });
    const look = async (what) => {
      await page.evaluate(axe);
      const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules }), RULES);
      assert.deepEqual(found.violations.map((v) => `${what}: ${v.id}: ${v.nodes[0].html}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), what);
    };
    await look('door');
    await signIn(page, 'planner');
    await look('board');
    await page.locator('#at-KIDAL').press('Enter');
    await page.waitForSelector('#panel');
    await look('panel');
    await page.click('#plan-again');
    await look('dialog');
    await context.close();
  });
}

test('it prints: the table of stages is on paper, controls are not', async () => {
  const { page, context } = await open();
  await signIn(page, 'viewer');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('.daybar'), false);
  assert.equal(await page.isVisible('.stages table'), true);
  const pdf = await page.pdf({ format: 'A4', landscape: true });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  await context.close();
});

test('the page is strict about where things come from', async () => {
  const answer = await fetch(`${address}/`);
  assert.match(answer.headers.get('content-security-policy'), /default-src 'self'/);
  assert.doesNotMatch(answer.headers.get('content-security-policy'), /unsafe/);
  assert.equal(answer.headers.get('cache-control'), 'no-cache');
});

test('a reporter puts on record what happened, and the plan stands beside it', async () => {
  const { page, wrong, context } = await open({ query: '?day=2023-07-22' });
  await signIn(page, 'reporter');
  assert.equal(await page.$('#plan-again'), null);
  await page.click('#report');
  await page.waitForSelector('#report-dialog[open]');
  await page.fill('#report-dialog input[name=at]', 'yesterday');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#report-dialog [role=alert]');
  await page.fill('#report-dialog input[name=at]', '2023-07-20T06:00:00Z');
  await page.selectOption('#report-dialog select[name=kind]', 'DISPATCHED');
  const movement = await page.$eval('#report-dialog select[name=movement]', (s) => s.value);
  await page.click('#report-dialog button[type=submit]');
  await page.waitForFunction(() => /It is on record/.test(document.querySelector('.notice')?.textContent ?? ''));
  await page.waitForFunction(() => /reported up to 20 Jul 2023/.test(document.querySelector('#situation')?.textContent ?? ''));
  await page.fill('.iso', '2023-07-20');
  await page.press('.iso', 'Tab');
  await page.waitForFunction(() => /by the record up to 20 Jul 2023/.test(document.querySelector('#situation')?.textContent ?? ''));
  assert.match(await text(page, '#situation'), /Overdue/);
  const bases = await page.$$eval('#situation tbody tr', (all) => all.map((row) => row.innerText));
  assert.equal(bases.length, 13);
  assert.ok(bases.some((row) => /Tessalit\s+Preparation/.test(row)), bases.join('\n'));
  assert.ok(movement.length > 0);
  // A step of a handover is signed in the panel of its base, and the next one waits.
  await page.focus('#at-OGOSSAGOU');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /Sign on 20 Jul 2023: environmental inspection/.test(document.querySelector('#panel')?.textContent ?? ''));
  await page.click('#panel p button');
  await page.waitForFunction(() => /Sign on 20 Jul 2023: explosive survey/.test(document.querySelector('#panel')?.textContent ?? ''));
  assert.deepEqual(wrong, []);
  await context.close();
});

test('a table is taken away', async () => {
  const { page, context } = await open();
  await signIn(page, 'viewer');
  await page.click('.menu summary');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Assets (CSV)' }).click()]);
  assert.equal(download.suggestedFilename(), 'assets.csv');
  const table = readFileSync(await download.path(), 'utf8');
  assert.match(table, /^\uFEFFid,/);
  assert.ok(table.split('\r\n').length > 190, 'fewer lines than there are assets');
  const [drawing] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'The plan (Picture)' }).click()]);
  assert.equal(drawing.suggestedFilename(), 'plan.svg');
  assert.match(readFileSync(await drawing.path(), 'utf8'), /<svg .*Kidal/s);
  await context.close();
});

test('the briefing, the order and the handover file print on one sheet each', async () => {
  const page = await browser.newPage();
  const read = async (path, type) => {
    const response = await fetch(`${address}/api/v1${path}`, { headers: { Accept: type, Authorization: `Basic ${btoa('viewer:viewer')}` } });
    assert.equal(response.status, 200, path);
    return response;
  };
  const convoys = await (await read('/schedules/active/movements?kind=CONVOY&limit=1', 'application/json')).json();
  for (const path of ['/schedules/active', `/movements/${convoys.items[0].id}/order`, '/bases/KIDAL/handover']) {
    await page.setContent(await (await read(path, 'text/html')).text());
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, path);
  }
  await page.close();
});

test('a table is tried, its cells are mended, and it is taken in', async () => {
  const { page, wrong, context } = await open();
  await signIn(page, 'planner');
  await page.click('#import');
  await page.waitForSelector('#import-dialog[open]');
  const give = (name, csv) => page.setInputFiles('#import-dialog input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#import-dialog .link')]);
  assert.equal(download.suggestedFilename(), 'assets.xlsx');
  await give('wrong.csv', 'Id;Catégorie;Devenir;Base;Quantité\nX-1;tente;détruire;Gaoo;3\n');
  await page.click('#import-dialog button[type=submit]');
  await page.waitForSelector('#import-outcome [role=alert]');
  assert.match(await text(page, '#import-outcome'), /2 places to mend.*B2.*D2.*did you mean GAO/);
  assert.ok(await page.isDisabled('#take-in'));
  const asset = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/assets?limit=1', { headers: { Authorization: `Basic ${btoa('viewer:viewer')}` } });
    return (await answer.json()).items[0];
  });
  await give('good.csv', `Id;Quantité\n${asset.id};${asset.quantity}\n`);
  await page.click('#import-dialog button[type=submit]');
  await page.waitForSelector('#import-outcome [role=status]');
  assert.match(await text(page, '#import-outcome'), /1 rows: 0 new, 0 changed, 1 as they are/);
  await page.click('#take-in');
  await page.waitForSelector('#import-dialog', { state: 'detached' });
  await page.waitForFunction(() => /good.csv is taken in/.test(document.body.innerText));
  // The refused try is a 400, which the browser logs.
  assert.deepEqual(wrong, []);
  await context.close();
});

test('a silent service is asked until it answers, and what was read stays', async () => {
  const { page, context } = await open();
  await signIn(page, 'viewer');
  await context.setOffline(true);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.waitForFunction(() => /No connection; showing what was read at \d/.test(document.querySelector('.notice.bad')?.textContent ?? ''));
  assert.ok(await page.isVisible('.stages table'));
  await context.setOffline(false);
  await page.waitForSelector('.notice.bad', { state: 'detached' });
  await context.close();
});

test('who looks at the plan in force is told of a newer one', async () => {
  const { page, wrong, context } = await open();
  await signIn(page, 'viewer');
  const ask = async (path, body, user = 'planner') => {
    const headers = { Authorization: `Basic ${btoa(`${user}:${user}`)}`, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
    const answer = await fetch(`${address}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) });
    assert.ok(answer.ok, `${path} ${await answer.clone().text()}`);
    return answer.json();
  };
  // There is a record by now, so a new plan goes on from the one in force.
  let next = await ask('/schedules', { name: 'The next one', basedOn: 'active', asOf: '2023-07-22', solve: { maxIterations: 200 } });
  while (/QUEUED|SOLVING/.test(next.state)) next = await ask(`/schedules/${next.id}`);
  await ask(`/schedules/${next.id}/submission`, {});
  await ask(`/schedules/${next.id}/approval`, {}, 'approver');
  await ask(`/schedules/${next.id}/activation`, {});
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.waitForFunction(() => /A newer plan is in force: The next one/.test(document.querySelector('.notice')?.textContent ?? ''));
  await page.click('.notice .primary');
  await page.waitForFunction((id) => document.querySelector('header select').value === id, next.id);
  assert.deepEqual(wrong, []);
  await context.close();
});

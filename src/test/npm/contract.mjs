// Reads and writes openapi.yaml in the one layout that it has, so that a diff shows only what changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

/** Examples stand closer, so that one fits on a screen. */
const EXAMPLE_WIDTH = 360;
const WIDTH = 130;
let width = WIDTH;
/** Maps under these keys stand one entry a line, however short they are. */
const OPEN = new Set([
  'paths', 'examples', 'properties', 'responses', 'content', 'schemas', 'x-examples', 'components', 'info',
]);

/** What a block would lose or hide. */
const ESCAPED = /[\u0000-\u001f\ufeff]/;

const plain = (text) =>
  /^[/A-Za-z(][A-Za-z0-9 ._/()%;+é'-]*$/.test(text) &&
  !/^(on|off|yes|no|true|false|null|y|n)$/i.test(text) &&
  !text.endsWith(' ');

function scalar(value) {
  if (typeof value !== 'string') return String(value);
  if (ESCAPED.test(value)) return JSON.stringify(value).replaceAll('\ufeff', '\\ufeff');
  return plain(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

const name = (key) =>
  /^[/A-Za-z$][A-Za-z0-9$_./{}+*-]*$/.test(key) && !/^(on|off|yes|no|true|false|null)$/.test(key) ? key : `'${key}'`;

function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (value === null || typeof value !== 'object') return scalar(value);
  const entries = Object.entries(value).map(([key, part]) => `${name(key)}: ${inline(part)}`);
  return entries.length ? `{ ${entries.join(', ')} }` : '{}';
}

/** Whether something inside has to stand open. */
function holdsOpen(value) {
  if (typeof value === 'string') return value.includes('\n') && !/[\r\ufeff]/.test(value);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(holdsOpen);
  return Object.entries(value).some(
    ([key, part]) => (OPEN.has(key) && key !== 'content' && part && typeof part === 'object') || holdsOpen(part),
  );
}

function standsOpen(key, value) {
  if (key === 'parameters' || key === 'servers') return true;
  if (key === 'tags') return value.some((tag) => typeof tag === 'object');
  if (key === 'headers') return Object.values(value).some((header) => header?.$ref);
  return OPEN.has(key) && !Array.isArray(value);
}

function block(text, indent) {
  const keep = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lines = text.replace(/\n$/, '').split('\n');
  return ` |${keep}\n${lines.map((line) => (line ? ' '.repeat(indent) + line : '')).join('\n')}`;
}

/** What stands behind `key:`. */
function behind(value, indent, used, key) {
  if (typeof value === 'string' && value.includes('\n') && !/[\r\ufeff]/.test(value)) return block(value, indent);
  if (value === null || typeof value !== 'object') return ` ${scalar(value)}`;
  const short = ` ${inline(value)}`;
  if (Object.keys(value).length === 0) return short;
  if (!standsOpen(key, value) && !holdsOpen(value) && used + short.length <= width) return short;
  if (Array.isArray(value)) {
    return `\n${value.map((part) => `${' '.repeat(indent)}-${element(part, indent)}`).join('\n')}`;
  }
  return `\n${Object.entries(value)
    .map(([k, part]) => `${' '.repeat(indent)}${name(k)}:${behind(part, indent + 2, indent + name(k).length + 1, k)}`)
    .join('\n')}`;
}

function element(value, indent) {
  const short = ` ${inline(value)}`;
  if (value === null || typeof value !== 'object') return short;
  if (!holdsOpen(value) && indent + 1 + short.length <= width) return short;
  return ` ${behind(value, indent + 2, Infinity).replace(/^\n\s*/, '')}`;
}

export function load(file) {
  return parse(readFileSync(file, 'utf8'));
}

/** The examples come last, in lines of their own width. */
function components(parts) {
  const lines = Object.entries(parts).map(([key, part]) => {
    width = key === 'examples' ? EXAMPLE_WIDTH : WIDTH;
    return `  ${name(key)}:${behind(part, 4, key.length + 3, key)}`;
  });
  width = WIDTH;
  return `\n${lines.join('\n')}`;
}

export function save(file, contract) {
  const text = `${Object.entries(contract)
    .map(([key, value]) => `${name(key)}:${key === 'components' ? components(value) : behind(value, 2, key.length + 1, key)}`)
    .join('\n')}\n`;
  if (!isDeepStrictEqual(parse(text), contract)) throw new Error('written otherwise than read');
  writeFileSync(file, text);
}

// Takes what the service answered to the examples into openapi.yaml: see README.md beside this file.
import { readFileSync } from 'node:fs';
import { load, save } from './contract.mjs';

const file = new URL('../../../openapi.yaml', import.meta.url);
const contract = load(file);
const answers = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const at = (value, pointer) =>
  pointer.split('/').slice(1).reduce((v, k) => v?.[k.replaceAll('~1', '/').replaceAll('~0', '~')], value);

function put(value, pointer, part) {
  const end = pointer.lastIndexOf('/');
  const parent = at(value, pointer.slice(0, end));
  if (parent) parent[pointer.slice(end + 1).replaceAll('~1', '/').replaceAll('~0', '~')] = part;
}

let changed = 0;
/** Requests name ETags of earlier answers. */
const tags = new Map();
for (const answer of answers) {
  const response = contract.paths[answer.path][answer.method].responses[answer.status];
  if (response.$ref) continue;
  if (answer.answered !== answer.status) {
    console.error(`${answer.method} ${answer.path} ${answer.name}: ${answer.answered}, not ${answer.status}`);
    process.exitCode = 1;
    continue;
  }
  const examples = answer.mediaType ? response.content[answer.mediaType].examples : response['x-examples'];
  let example = examples[answer.name];
  if (example.$ref) example = at(contract, example.$ref.slice(1));
  const before = JSON.stringify(example);
  if (answer.mediaType) {
    const value = answer.mediaType.endsWith('json') ? JSON.parse(answer.body) : answer.body;
    for (const [list, most] of Object.entries(example['x-cut'] ?? {})) {
      const items = at(value, list);
      if (Array.isArray(items)) items.length = Math.min(items.length, most);
    }
    const varies = example['x-varies'];
    if (Array.isArray(varies) && typeof value === 'object' && example.value !== undefined) {
      for (const pointer of varies) {
        const old = at(example.value, pointer);
        if (old !== undefined && at(value, pointer) !== undefined) put(value, pointer, old);
      }
    }
    if (!(typeof value === 'string' && varies === true)) example.value = value;
  }
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name === 'ETag' && example['x-headers'][name] !== value) tags.set(example['x-headers'][name], value);
    example['x-headers'][name] = value;
  }
  if (JSON.stringify(example) !== before) {
    changed++;
    console.log(`${answer.method} ${answer.path} ${answer.name}`);
  }
}
const follow = (key, value) => (key === 'If-Match' ? (tags.get(value) ?? value) : value);
save(file, JSON.parse(JSON.stringify(contract), follow));
console.log(`${changed} examples changed`);

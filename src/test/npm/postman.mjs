// What a user of Postman does with openapi.yaml: makes a collection of it and runs that from top to end against a
// fresh demo. Counts the requests that are answered as documented: with a 2xx or a 304 that the operation has.
//
//   node postman.mjs [openapi.yaml] [http://localhost:8080/api/v1]
import { readFileSync } from 'node:fs';
import newman from 'newman';
import converter from 'openapi-to-postmanv2';

const LEAST = 55;
const [file = 'openapi.yaml', baseUrl = 'http://127.0.0.1:8080/api/v1'] = process.argv.slice(2);

/** What a function with a callback comes to. */
const done = (call) =>
  new Promise((resolve, reject) => call((error, result) => (error ? reject(error) : resolve(result))));

const converted = await done((callback) =>
  converter.convertV2(
    { type: 'string', data: readFileSync(file, 'utf8') },
    { parametersResolution: 'Example', folderStrategy: 'Paths' },
    callback,
  ),
);
if (!converted.result) throw new Error(converted.reason);

const variables = { baseUrl, basicAuthUsername: 'admin', basicAuthPassword: 'admin' };
const summary = await done((callback) =>
  newman.run(
    {
      collection: converted.output[0].data,
      envVar: Object.entries(variables).map(([key, value]) => ({ key, value })),
      timeoutRequest: 90_000,
    },
    callback,
  ),
);

const { executions } = summary.run;
let good = 0;
for (const { item, request, response, requestError } of executions) {
  // The converter gives each request an example of every status that its operation documents
  const documented = item.responses.map((example) => example.code).filter((code) => code < 300 || code === 304);
  if (documented.includes(response?.code)) {
    good += 1;
    continue;
  }
  console.log(`${response?.code ?? requestError?.message} ${request.method} ${request.url.getPathWithQuery()}`);
  console.log(`    ${response?.text().slice(0, 300) ?? ''}`);
}
console.log(`${good} of ${executions.length} answered as documented`);
process.exit(good < LEAST ? 1 : 0);

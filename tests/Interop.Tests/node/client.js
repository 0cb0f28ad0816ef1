// Calls a running Parley with @grpc/grpc-js: node client.js HOST:PORT, the parameters as a line of JSON on standard input.
// For each behaviour it writes what it saw as a line of JSON, and waits for a line before it goes on.
'use strict';

const readline = require('node:readline');
const grpc = require('@grpc/grpc-js');
const { client, describe, read } = require('./schema');

const target = process.argv[2];
const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const soon = (seconds = 20) => ({ deadline: Date.now() + seconds * 1000 });

const ingestion = client('parley.ingestion.v1.IngestionService', target);
const alerting = client('parley.alerting.v1.AlertingService', target);
const health = client('grpc.health.v1.Health', target);

const unary = (of, method, request, { metadata = new grpc.Metadata(), options = soon() } = {}) => new Promise((resolve, reject) => {
  let headers;
  let response;
  const call = of[method](request, metadata, options, (error, answer) => {
    if (error) reject(error);
    response = answer;
  });
  call.on('metadata', received => { headers = received; });
  call.on('status', ({ metadata: trailers }) => resolve({ response, headers, trailers }));
});

const failure = async promise => {
  try {
    await promise;
    return { status: 'OK' };
  } catch (error) {
    if (error.code === undefined) throw error;
    return { status: grpc.status[error.code], ...details(error.metadata) };
  }
};

/** The AIP-193 details in trailers. */
function details(trailers) {
  const [bytes] = trailers.get('grpc-status-details-bin');
  if (!bytes) return {};
  const status = read('google.rpc.Status', bytes);
  const seen = { code: status.code, message: status.message };
  for (const { type_url: url, value } of status.details) {
    const type = url.split('/').pop();
    const detail = read(type, value);
    if (type === 'google.rpc.ErrorInfo') Object.assign(seen, { reason: detail.reason, domain: detail.domain });
    if (type === 'google.rpc.BadRequest') seen.fields = detail.field_violations.map(violation => violation.field);
    if (type === 'google.rpc.ResourceInfo') seen.resource = `${detail.resource_type} ${detail.resource_name}`;
  }
  return seen;
}

const behaviours = {
  async unary({ article }) {
    const { response: submitted } = await unary(ingestion, 'SubmitArticle', { article });
    const { response: got } = await unary(ingestion, 'GetArticle', { article_id: article.id });
    return { outcome: submitted.outcome, published_seconds: submitted.published_at.seconds, text: got.article.text, intake: got.article.intake };
  },

  async server_streaming({ actor, news }) {
    const watch = alerting.WatchAlerts({ filter: { actors: [actor] } }, soon());
    const seen = {};
    for await (const message of watch) {
      if (message.alert) {
        seen.status = message.alert.change.after.status;
        break;
      } else if (seen.heartbeat_first === undefined) {
        seen.heartbeat_first = message.resume_token.length > 0;
        await unary(ingestion, 'SubmitArticle', { article: news });
      }
    }
    watch.cancel();
    return seen;
  },

  bidirectional_streaming: ({ articles }) => new Promise((resolve, reject) => {
    const call = ingestion.SubmitArticles(soon());
    const answers = [];
    call.on('data', answer => answers.push(`${answer.index} ${answer.answer === 'error' ? answer.error.field : answer.accepted.outcome}`));
    call.on('error', reject);
    call.on('end', () => resolve({ answers }));
    articles.forEach(article => call.write({ article }));
    call.end();
  }),

  invalid_argument: () => failure(unary(ingestion, 'SubmitArticle', { article: { text: '', url: 'nowhere' } })),

  not_found: () => failure(unary(ingestion, 'GetArticle', { article_id: 'nowhere' })),

  async deadline() {
    const began = Date.now();
    const watch = alerting.WatchAlerts({}, { deadline: began + 400 });
    return { ...await failure((async () => { for await (const _ of watch); })()), milliseconds: Date.now() - began };
  },

  async cancellation() {
    const watch = alerting.WatchAlerts({}, soon());
    return failure((async () => { for await (const _ of watch) watch.cancel(); })());
  },

  async metadata() {
    const metadata = new grpc.Metadata();
    metadata.set('parley-echo', 'plain words');
    metadata.set('parley-echo-bin', Buffer.from([0, 1, 0xfe, 0xff]));
    const { headers, trailers } = await unary(health, 'Check', {}, { metadata });
    return {
      header: headers.get('parley-echo')[0],
      binary_header: headers.get('parley-echo-bin')[0].toString('hex'),
      trailer: trailers.get('parley-echo')[0],
      binary_trailer: trailers.get('parley-echo-bin')[0].toString('hex'),
    };
  },

  async gzip({ large }) {
    const zipped = client('parley.ingestion.v1.IngestionService', target, { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip });
    const { headers } = await unary(zipped, 'SubmitArticle', { article: large });
    const { response } = await unary(zipped, 'GetArticle', { article_id: large.id });
    zipped.close();
    return { request_encoding: headers.get('parley-request-encoding')[0], same: response.article.text === large.text };
  },

  too_large: ({ megabytes }) => failure(unary(ingestion, 'SubmitArticle', { article: { text: 'x'.repeat(megabytes * 1024 * 1024) } })),

  async health() {
    const watch = service => new Promise((resolve, reject) => {
      const call = health.Watch({ service }, soon());
      call.on('error', error => { if (error.code !== grpc.status.CANCELLED) reject(error); });
      call.once('data', ({ status }) => { resolve(status); call.cancel(); });
    });
    return {
      check: (await unary(health, 'Check', {})).response.status,
      check_unknown: (await failure(unary(health, 'Check', { service: 'nowhere' }))).status,
      watch: await watch(''),
      watch_unknown: await watch('nowhere'),
    };
  },

  reflection_v1: () => reflect('v1'),
  reflection_v1alpha: () => reflect('v1alpha'),
};

async function reflect(version) {
  const asking = client(`grpc.reflection.${version}.ServerReflection`, target).ServerReflectionInfo(soon());
  const answers = asking[Symbol.asyncIterator]();
  const ask = async question => {
    asking.write(question);
    return (await answers.next()).value;
  };
  const services = (await ask({ list_services: '' })).list_services_response.service.map(service => service.name);
  const methods = [];
  for (const service of services) {
    const { file_descriptor_response: found } = await ask({ file_containing_symbol: service });
    methods.push(...describe(service, await withImports(found.file_descriptor_proto, ask)));
  }
  const unknown = (await ask({ file_containing_symbol: 'no.such.Thing' })).error_response.error_code;
  asking.end();
  return { methods: methods.sort(), unknown: grpc.status[unknown] };
}

/** Servers may send a file with or without those that it imports. */
async function withImports(files, ask) {
  const known = new Map();
  for (const queue = [...files]; queue.length > 0;) {
    const bytes = queue.shift();
    const { name, dependency } = descriptor(bytes);
    if (known.has(name)) continue;
    known.set(name, bytes);
    for (const file of dependency) queue.push(...(await ask({ file_by_filename: file })).file_descriptor_response.file_descriptor_proto);
  }
  return [...known.values()];
}

/** The name of a FileDescriptorProto (field 1) and of what it imports (field 3); both come first in it, and are strings. */
function descriptor(bytes) {
  const found = { name: '', dependency: [] };
  for (let at = 0; at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x12 || bytes[at] === 0x1a);) {
    const field = bytes[at] >> 3;
    const length = bytes[at + 1];
    const text = bytes.toString('utf8', at + 2, at + 2 + length);
    if (field === 1) found.name = text;
    if (field === 3) found.dependency.push(text);
    at += 2 + length;
  }
  return found;
}

(async () => {
  const parameters = JSON.parse((await lines.next()).value);
  for (const [behaviour, run] of Object.entries(behaviours)) {
    let result;
    try {
      result = { behaviour, seen: await run(parameters) };
    } catch (error) {
      result = { behaviour, error: error.stack };
    }
    process.stdout.write(`${JSON.stringify(result)}\n`);
    await lines.next();
  }
  process.exit(0);
})();

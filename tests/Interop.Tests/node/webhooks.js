// A desk's HTTP server, and the verifier of the standardwebhooks package: node webhooks.js. It writes a line of JSON with its port, and one for each request
// that came. For each line of JSON on standard input, a request and a secret, it writes whether the package verifies the one with the other. It ends with
// its input.
'use strict';

const http = require('node:http');
const readline = require('node:readline');
const { Webhook } = require('standardwebhooks');

const say = value => process.stdout.write(`${JSON.stringify(value)}\n`);

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(204).end();
    say({ method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
  });
});

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', line => {
  const { headers, body, secret } = JSON.parse(line);
  try {
    say({ verified: true, event: new Webhook(secret).verify(body, headers) });
  } catch (error) {
    say({ verified: false, error: error.message });
  }
});
lines.on('close', () => process.exit(0));
server.listen(0, '127.0.0.1', () => say({ port: server.address().port }));

// A desk that reads what Parley tells with packages that others wrote: amqplib, cloudevents, feedparser and @grpc/grpc-js. node desk.js answers each line of
// JSON on standard input, which names what to do, with a line of its own, and ends with its input.
'use strict';

const http = require('node:http');
const net = require('node:net');
const readline = require('node:readline');
const amqp = require('amqplib');
const { HTTP } = require('cloudevents');
const FeedParser = require('feedparser');
const grpc = require('@grpc/grpc-js');
const { client } = require('./schema');

const say = value => process.stdout.write(`${JSON.stringify(value)}\n`);
const taken = new Map();

async function consume(url, prepare) {
  const channel = await (await amqp.connect(url)).createChannel();
  const queue = await prepare(channel);
  taken.set(queue, { waiting: [], came: [] });
  await channel.consume(queue, message => {
    const { waiting, came } = taken.get(queue);
    const { contentType, messageId } = message.properties;
    came.push({ key: message.fields.routingKey, message_id: messageId, headers: { 'content-type': contentType }, body: message.content.toString('utf8') });
    channel.ack(message);
    if (waiting.length > 0) waiting.shift()(came.shift());
  });
  return { queue };
}

const orders = {
  /** A queue of the desk's own, bound by its own code. */
  bind: ({ url, exchange, key }) => consume(url, async channel => {
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, exchange, key);
    return queue;
  }),

  /** A queue that is there. */
  consume: ({ url, queue }) => consume(url, async channel => (await channel.checkQueue(queue)).queue),

  /** The next message of a queue. */
  take: ({ queue }) => new Promise(resolve => {
    const { waiting, came } = taken.get(queue);
    if (came.length > 0) resolve(came.shift());
    else waiting.push(resolve);
  }),

  /** What the package makes of a message, checked by the specification. */
  event: ({ headers, body }) => {
    const event = HTTP.toEvent({ headers, body });
    return { valid: event.validate(), ...event.toJSON() };
  },

  /** Reads a feed. */
  feed: ({ url }) => new Promise((resolve, reject) => http.get(url, response => {
    const parser = new FeedParser({ feedurl: url });
    const items = [];
    parser.on('error', reject);
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) {
        const { guid, title, summary, description, link, author, pubdate, categories } = item;
        items.push({ guid, title, summary, description, link, author, pubdate, categories });
      }
    });
    parser.on('end', () => resolve({ version: `${parser.meta['#type']} ${parser.meta['#version']}`, title: parser.meta.title, self: parser.meta.xmlurl, items }));
    response.pipe(parser);
  }).on('error', reject)),

  /** Watches through a line that breaks after every few alerts, and goes on from the last token, until an alert has come. */
  async watch({ target, subscription, few, last }) {
    const line = await breakable(target);
    const alerting = client('parley.alerting.v1.AlertingService', `127.0.0.1:${line.port}`);
    const ids = [];
    const cuts = [];
    let token = '';
    while (ids.at(-1) !== last) {
      const call = alerting.WatchAlerts({ subscription_id: subscription, resume_token: token }, { deadline: Date.now() + 20_000 });
      try {
        let own = 0;
        for await (const message of call) {
          token = message.resume_token;
          if (!message.alert) {
            if (cuts.length === 0) say({ watching: true });
            continue;
          }
          ids.push(message.alert.id);
          if (message.alert.id === last) break;
          own += 1;
          if (own === few) line.cut();
        }
      } catch (error) {
        if (error.code !== grpc.status.UNAVAILABLE) throw error;
        cuts.push(grpc.status[error.code]);
      }
    }
    line.close();
    alerting.close();
    return { ids, cuts };
  },
};

/** A line to a target that can be cut as a network is. */
async function breakable(target) {
  const [host, port] = target.split(':');
  const sockets = new Set();
  const server = net.createServer(near => {
    const far = net.connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => { near.destroy(); far.destroy(); });
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const cut = () => { for (const socket of sockets) socket.destroy(); sockets.clear(); };
  return { port: server.address().port, cut, close: () => { server.close(); cut(); } };
}

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', async line => {
  const order = JSON.parse(line);
  try {
    say(await orders[order.do](order));
  } catch (error) {
    say({ error: error.message });
  }
});
lines.on('close', () => process.exit(0));

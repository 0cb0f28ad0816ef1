// A mail server by Nodemailer's smtp-server: node server.js, the settings as a line of JSON on standard input. It writes a line with its port, and one
// for each mail as mailparser reads it. It ends with its input.
'use strict';

const readline = require('node:readline');
const { SMTPServer } = require('smtp-server');
const { simpleParser } = require('mailparser');

const say = value => process.stdout.write(`${JSON.stringify(value)}\n`);
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

/** How often each recipient was named. */
const named = new Map();

function start({ secure = false, key, cert, user, password }) {
  const server = new SMTPServer({
    secure,
    key,
    cert,
    authOptional: !user,
    disabledCommands: [...key ? [] : ['STARTTLS'], ...user ? [] : ['AUTH']],
    disableReverseLookup: true,
    closeTimeout: 1,
    onAuth: (auth, session, done) => auth.username === user && auth.password === password ? done(null, { user }) : done(refusal(535, 'who are you')),
    onRcptTo({ address }, session, done) {
      const times = (named.get(address) ?? 0) + 1;
      named.set(address, times);
      if (address.startsWith('nobody@')) done(refusal(550, 'no such mailbox'));
      else if (address.startsWith('later@') && times === 1) done(refusal(451, 'try again later'));
      else done();
    },
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map(recipient => recipient.address);
        if (to.some(address => address.startsWith('filter@'))) return done(refusal(554, 'not such a text'));
        const raw = Buffer.concat(chunks);
        const mail = await simpleParser(raw);
        say({
          envelope: { from: session.envelope.mailFrom.address, to },
          secure: session.secure,
          user: session.user ?? null,
          headers: Object.fromEntries(mail.headerLines.map(({ key: name, line }) => [name, line.slice(line.indexOf(':') + 1).trim()])),
          subject: mail.subject,
          from: mail.from.text,
          message_id: mail.messageId,
          in_reply_to: mail.inReplyTo ?? null,
          text: mail.text,
          html: mail.html,
          attachments: mail.attachments.length,
          raw: raw.toString('latin1'),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }));
}

const lines = readline.createInterface({ input: process.stdin });
lines.once('line', line => start(JSON.parse(line)));
lines.on('close', () => process.exit(0));

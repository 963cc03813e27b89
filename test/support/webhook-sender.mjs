// A sender in a process of its own: its work must not count as the listener's.
// node webhook-sender.mjs URL SECRET RATE SECONDS: posts RATE deliveries a second, each task id once, of every ten the
// last two with a wrong signature; prints how many were answered with which status.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

const [url = '', secret = '', rate = '1000', seconds = '10'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const TICK_MS = 10;
const total = Number(rate) * Number(seconds);
const statuses = {};
let sent = 0;
let answered = 0;

function send(index) {
  const body = `{"event": "task.completed", "task_id": "load-${index}", "status": "completed", "description": "${'x'.repeat(400)}"}`;
  const key = index % 10 >= 8 ? 'not the secret' : secret;
  const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-paperbanana-event': 'task.completed',
    'x-paperbanana-signature': signature,
  };
  const done = (status) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    answered += 1;
    if (answered === total) {
      process.stdout.write(JSON.stringify({ statuses, ms: Date.now() - start }));
      process.exit(0);
    }
  };
  const post = request(url, { method: 'POST', agent, headers }, (response) => {
    response.resume();
    response.on('end', () => done(response.statusCode));
  });
  post.on('error', () => done('failed'));
  post.end(body);
}

const start = Date.now();
const timer = setInterval(() => {
  const due = Math.min(total, Math.floor(((Date.now() - start) / 1000) * Number(rate)));
  while (sent < due) send(sent++);
  if (sent === total) clearInterval(timer);
}, TICK_MS);

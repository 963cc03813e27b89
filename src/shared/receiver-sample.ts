/** Receivers that people can build on: each checks the signature over the raw bytes, for headers of any length. */
export const RECEIVER_LANGUAGES = ['node', 'python', 'shell'] as const;
export type ReceiverLanguage = (typeof RECEIVER_LANGUAGES)[number];

export interface ReceiverOptions {
  provider: 'paperbanana' | 'bananahub';
  port: number;
}

/** What a receiver does with a delivery that it may act on; BananaHub signs nothing, so it may only ask. */
const ADVICE = {
  paperbanana: 'The payload is genuine. Answer first, then fetch the picture with your API key.',
  bananahub: 'Nothing is signed: anybody could have sent this. Ask GET /jobs/{job_id} before you believe it.',
} as const;
const ID = { paperbanana: 'task_id', bananahub: 'job_id' } as const;

const nodeCheck = `
const secret = process.env.WEBHOOK_SECRET;
if (!secret) throw new Error('Set WEBHOOK_SECRET.');

function isGenuine(body, header = '') {
  const expected = Buffer.from('sha256=' + createHmac('sha256', secret).update(body).digest('hex'));
  const given = Buffer.from(header);
  // timingSafeEqual throws for different lengths, and the sender chooses one of them
  return given.length === expected.length && timingSafeEqual(given, expected);
}
`;

function node({ provider, port }: ReceiverOptions): string {
  const signed = provider === 'paperbanana';
  return `// node receiver.mjs
${signed ? "import { createHmac, timingSafeEqual } from 'node:crypto';\n" : ''}import { createServer } from 'node:http';
${signed ? nodeCheck : ''}
const MAX_BYTES = 32 * 1024 * 1024;

createServer(async (request, response) => {
  const answer = (status) => response.writeHead(status, { connection: 'close' }).end();
  if (request.method !== 'POST') return answer(405);
  const chunks = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) return answer(413);
      chunks.push(chunk);
    }
  } catch {
    return; // the sender hung up
  }
  const body = Buffer.concat(chunks); // the raw bytes: what a JSON parser gives back is not what was signed
${signed ? "  if (!isGenuine(body, request.headers['x-paperbanana-signature'])) return answer(401);\n" : ''}  let delivery;
  try {
    delivery = JSON.parse(body);
  } catch {
    return answer(400);
  }
  answer(204);
  // ${ADVICE[provider]}
  console.log(delivery.${ID[provider]}, delivery.status);
}).listen(${port}, '127.0.0.1');
`;
}

const pythonCheck = `
SECRET = os.environ["WEBHOOK_SECRET"].encode()


def is_genuine(body: bytes, header: str) -> bool:
    expected = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
    # as bytes: compare_digest takes no text beyond ASCII, and the sender chooses it
    return hmac.compare_digest(header.encode("utf-8", "surrogateescape"), expected.encode())

`;

function python({ provider, port }: ReceiverOptions): string {
  const signed = provider === 'paperbanana';
  return `# python3 receiver.py
${signed ? 'import hashlib\nimport hmac\n' : ''}import json
${signed ? 'import os\n' : ''}from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
${signed ? pythonCheck : '\n'}
MAX_BYTES = 32 * 1024 * 1024


class Receiver(BaseHTTPRequestHandler):
    timeout = 15

    def answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit():
            return self.answer(411)
        if int(length) > MAX_BYTES:
            return self.answer(413)
        body = self.rfile.read(int(length))  # the raw bytes: what json.loads gives back is not what was signed
${signed ? '        if not is_genuine(body, self.headers.get("X-PaperBanana-Signature", "")):\n            return self.answer(401)\n' : ''}        try:
            delivery = json.loads(body)
        except ValueError:
            return self.answer(400)
        self.answer(204)
        # ${ADVICE[provider]}
        print(delivery.get("${ID[provider]}"), delivery.get("status"), flush=True)


ThreadingHTTPServer(("127.0.0.1", ${port}), Receiver).serve_forever()
`;
}

const shellCheck = `
# openssl takes the secret as an argument: on a machine that you share, others could read it there
hmac() { openssl dgst -sha256 -hmac "$1" | sed 's/^.* //'; }

expected="sha256=$(hmac "\${WEBHOOK_SECRET:?}" < "$body")"
# compared as hashes under a key of the moment, for the shell's own comparison stops at the first difference
moment=$(openssl rand -hex 32)
given_hash=$(printf %s "\${HTTP_X_PAPERBANANA_SIGNATURE:-}" | hmac "$moment")
expected_hash=$(printf %s "$expected" | hmac "$moment")
[ "$given_hash" = "$expected_hash" ] || answer '401 Unauthorized'
`;

function shell({ provider }: ReceiverOptions): string {
  const signed = provider === 'paperbanana';
  return `#!/bin/sh
# A CGI program: put it where your web server runs such, and it is called for every delivery.
set -eu

answer() { printf 'Status: %s\\r\\n\\r\\n' "$1"; exit 0; }

[ "\${REQUEST_METHOD:-}" = POST ] || answer '405 Method Not Allowed'
case "\${CONTENT_LENGTH:-}" in '' | *[!0-9]* | ?????????*) answer '413 Content Too Large' ;; esac

# a file keeps the raw bytes; a variable would lose the newlines at the end
body=$(mktemp)
trap 'rm -f "$body"' EXIT
head -c "$CONTENT_LENGTH" > "$body"
${signed ? shellCheck : ''}
# ${ADVICE[provider]}
sed -n 's/.*"${ID[provider]}" *: *"\\([A-Za-z0-9_-]*\\)".*/\\1/p' "$body" >&2
answer '204 No Content'
`;
}

/** The text of a receiver. Secrets come from the environment variable WEBHOOK_SECRET and stand in no file. */
export function receiverSample(language: ReceiverLanguage, options: ReceiverOptions): string {
  switch (language) {
    case 'node':
      return node(options);
    case 'python':
      return python(options);
    case 'shell':
      return shell(options);
  }
}

import type { Hostile, HostileCase } from './hostile-case';
import { answer, jsonAnswer, startRawServer, type Heard, type RawReply } from './raw-server';
import { PICTURES } from './small-pictures';

export interface HostileServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** The caption to submit, by which a case is told from the others. */
  captions: readonly string[];
  cases: readonly { hostile: Hostile; facts: HostileCase }[];
  /** How many submissions of a caption have arrived. */
  posts(caption: string): number;
  close(): Promise<void>;
}

/** Plays each of the rows to the job that is submitted under its caption, and a sound server to all that is left open. */
export async function startHostileServer(rows: readonly Hostile[], key: string): Promise<HostileServer> {
  const captions = rows.map(({ name }, index) => `${String(index).padStart(3, '0')} ${name}`);
  const counts = new Map<string, number>();
  let cases: { hostile: Hostile; facts: HostileCase }[] = [];

  const submitted = ({ body }: Heard): RawReply => {
    const { caption } = JSON.parse(body) as { caption: string };
    counts.set(caption, (counts.get(caption) ?? 0) + 1);
    const found = cases[captions.indexOf(caption)];
    const usual = jsonAnswer('202 Accepted', { task_id: found?.facts.task, status: 'pending' });
    return (found && found.hostile.submit?.(found.facts)) ?? usual;
  };
  const asked = (path: string): RawReply => {
    const [id = '', part] = path.slice('/api/tasks/'.length).split('/');
    const found = cases.find(({ hostile, facts }) => (hostile.remoteId?.(facts) ?? facts.task) === id);
    if (!found) return jsonAnswer('404 Not Found', { detail: 'Task not found' });
    const { hostile, facts } = found;
    if (part === undefined)
      return hostile.poll?.(facts) ?? jsonAnswer('200 OK', { task_id: id, status: 'completed', description: 'Drawn.' });
    return hostile.picture?.(facts) ?? answer('200 OK', PICTURES.png, 'content-type: image/png');
  };

  const server = await startRawServer({
    reply(heard) {
      // whole where the server is asked as a proxy
      const path = heard.path.replace(/^http:\/\/[^/]*/, '').replace(/\?.*$/, '');
      if (heard.method === 'POST') return submitted(heard);
      return path.startsWith('/api/tasks/') ? asked(path) : jsonAnswer('200 OK', { status: 'ok' });
    },
  });
  cases = rows.map((hostile, index) => ({
    hostile,
    facts: { index, task: index.toString(16).padStart(32, '0'), key, url: server.url },
  }));
  return {
    url: server.url,
    captions,
    cases,
    posts: (caption) => counts.get(caption) ?? 0,
    close: server.close,
  };
}

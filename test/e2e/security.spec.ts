import { expect, oneWindow, test, type App } from './app';

/** Nothing that is refused leaves a trace: the tests share a window, those whose refusals it reports another. */
const shown = oneWindow();

test('the window has no way to Node or Electron', async () => {
  const { page } = shown();
  const reachable = await page.evaluate(() => ({
    require: typeof (window as { require?: unknown }).require,
    process: typeof (window as { process?: unknown }).process,
    bridge: Object.keys(window.plantain).sort(),
  }));
  expect(reachable).toEqual({ require: 'undefined', process: 'undefined', bridge: ['call', 'on'] });
});

test('the window is sandboxed, isolated, and without webview', async () => {
  const { electron } = shown();
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('an inline script and eval are refused by the policy', async ({ launch }) => {
  const { page } = await launch({ errorsExpected: true });
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    const both = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
        if (violations.length === 2) resolve();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    // as a timer's text, because what the test's own connection evaluates is exempt from the policy
    setTimeout('window.evaluated = true' as unknown as () => void);
    await both;
    return { injected: 'injected' in window, evaluated: 'evaluated' in window, violations: violations.sort() };
  });
  expect(outcome).toEqual({
    injected: false,
    evaluated: false,
    violations: ['script-src eval', 'script-src-elem inline'],
  });
});

test('nothing in the window reaches a network, not even this computer', async ({ launch }) => {
  const { page } = await launch({ errorsExpected: true });
  const outcomes = await page.evaluate(async () => {
    const image = (url: string): Promise<string> =>
      new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = url;
      });
    const get = (url: string): Promise<string> =>
      fetch(url).then(
        () => 'loaded',
        () => 'refused',
      );
    return Promise.all([
      get('http://127.0.0.1:9/'),
      get('https://example.org/'),
      image('https://example.org/x.png'),
      image('file:///etc/hostname'),
    ]);
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('a new window and a foreign page are refused', async () => {
  const { page, electron } = shown();
  const before = page.url();
  const opened = await page.evaluate(() => window.open('https://example.org/') === null);
  await page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(opened).toBe(true);
  expect(page.url()).toBe(before);
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

/** Ways out of the page that are stopped before anything of it is lost. */
const STOPPED: Readonly<Record<string, string>> = {
  'location = data:': "location = 'data:text/html,<p>away'",
  'location = javascript:': "location = 'javascript:document.body.remove()'",
  'location = blob:': "location = URL.createObjectURL(new Blob(['<p>away'], { type: 'text/html' }))",
  'location = file:': "location = 'file:///etc/hostname'",
  'location = https:': "location = 'https://example.org/'",
  'location = the asset scheme': "location = 'plantain-asset://file/' + '0'.repeat(64)",
  'location = another file of the program': "location = 'plantain://app/icon.png'",
  'location = chrome:': "location = 'chrome://version'",
  'location = view-source:': "location = 'view-source:about:blank'",
  'a link to a new window': "click(make('a', { href: 'about:blank', target: '_blank' }))",
  'a form to another site': "make('form', { action: 'https://example.org/', method: 'post' }).submit()",
  'window.open of about:blank': "window.open('about:blank')",
  'window.open of blob:': "window.open(URL.createObjectURL(new Blob(['<p>away'], { type: 'text/html' })))",
};

/** Chromium begins empty pages at once: there the own page comes back. */
const BROUGHT_BACK: Readonly<Record<string, string>> = {
  'location = about:blank': "location = 'about:blank'",
  'location.replace(about:blank)': "location.replace('about:blank')",
  'location = about:srcdoc': "location = 'about:srcdoc'",
  'a link to about:blank': "click(make('a', { href: 'about:blank' }))",
  'a link to about:blank in the top window': "click(make('a', { href: 'about:blank', target: '_top' }))",
  'a form to about:blank': "make('form', { action: 'about:blank' }).submit()",
  'window.open in place': "window.open('about:blank', '_self')",
  'a frame that navigates the top': "make('iframe', {}).contentWindow.parent.location = 'about:blank'",
};

/** What runs in the page tries one way out. */
async function tryToLeave({ page }: App, code: string): Promise<void> {
  // a script of the page's own would be refused by the policy: the driver's connection may
  await page
    .evaluate(
      `{ const make = (tag, values) => document.body.appendChild(Object.assign(document.createElement(tag), values));
         const click = (link) => { link.click(); };
         try { ${code} } catch {} }`,
    )
    .catch(() => undefined);
}

test('no other page takes the place of the program’s own, and nothing of it is lost', async ({ launch }) => {
  const app = await launch({ errorsExpected: true });
  const { page, electron } = app;
  const before = page.url();
  await page.evaluate(() => {
    document.documentElement.dataset['mark'] = 'the same document';
  });
  const left: string[] = [];
  for (const [name, code] of Object.entries(STOPPED)) {
    await tryToLeave(app, code);
    // an answer of the page that was asked for after the way out: main has judged it before
    const mark = await page
      .evaluate(async () => {
        await window.plantain.call('settings.get', undefined);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return document.documentElement.dataset['mark'];
      })
      .catch(() => 'the page is another');
    const windows = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    if (page.url() !== before || mark !== 'the same document' || windows !== 1) left.push(name);
  }
  expect(left).toEqual([]);
});

test('an empty page does not stay: the program’s own comes back', async ({ launch }) => {
  const app = await launch({ errorsExpected: true });
  const { page, electron } = app;
  const before = page.url();
  for (const [name, code] of Object.entries(BROUGHT_BACK)) {
    await page.evaluate(() => {
      document.documentElement.dataset['mark'] = 'the former document';
    });
    await tryToLeave(app, code);
    await expect(page.locator('html[data-settled]:not([data-mark])'), name).toBeAttached();
    expect(page.url(), name).toBe(before);
    expect(await page.evaluate(() => window.plantain.call('settings.get', undefined)), name).toMatchObject({
      ok: true,
    });
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), name).toBe(1);
  }
});

test('permissions are denied when asked and when looked up', async () => {
  const { page } = shown();
  const answers = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    location: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: unknown) => (error as DOMException).name,
    ),
  }));
  expect(answers.notification).toBe('denied');
  expect(answers.location).toBe('denied');
  expect(['NotAllowedError', 'NotFoundError']).toContain(answers.camera);
});

test('a page that is not the program’s own may not call', async () => {
  const { page, electron } = shown();
  const reply = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/index.js`, sandbox: true, contextIsolation: true },
    });
    // the right preload on a page that is not ours
    await stranger.loadURL('about:blank');
    const reply: unknown = await stranger.webContents.executeJavaScript("window.plantain.call('settings.get')");
    stranger.destroy();
    return reply;
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await page.evaluate(() => window.plantain.call('settings.get', undefined))).toMatchObject({ ok: true });
});

test('what is not in the contract, or does not fit it, is refused', async () => {
  const { page } = shown();
  const replies = await page.evaluate(() =>
    Promise.all([
      window.plantain.call('shell.exec', { command: 'id' }),
      window.plantain.call('job.get', { id: 7 }),
      window.plantain.call('file.import', { name: 'passwd', path: '/etc/passwd' }),
      window.plantain.call('shell.open', { url: 'https://example.org/' }),
      window.plantain.call('figure.openJournalPage', { journal: 'https://example.org/' }),
    ]),
  );
  expect(replies.map((reply) => (reply as { ok: boolean }).ok)).toEqual([false, false, false, false, false]);
  expect(replies[0]).toMatchObject({ error: { code: 'unknown_operation' } });
  expect(replies[1]).toMatchObject({ error: { code: 'invalid_input' } });
});

test('the picture scheme is read-only and serves nothing but the store', async ({ launch }) => {
  const { page } = await launch({ errorsExpected: true });
  const shown = await page.evaluate(() => {
    const load = (url: string): Promise<string> =>
      new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = url;
      });
    return Promise.all([
      load('plantain-asset://file/../../settings.json'),
      load('plantain-asset://file/%2e%2e%2fsettings.json'),
      load(`plantain-asset://file/${'0'.repeat(64)}`),
    ]);
  });
  expect(shown).toEqual(['refused', 'refused', 'refused']);
});

// The control of every start-up and memory figure: the least program that shows a window.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(`${__dirname}/index.html`);
});
app.on('window-all-closed', () => app.quit());

const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One page for people: the diagram, its description, and what happened when. */
export function tourSummary(summary, job, picture) {
  const began = job.createdAt;
  const rows = job.events.map(
    ({ kind, at, count }) =>
      `<tr><td>${((at - began) / 1000).toFixed(1)} s</td><td>${escape(kind)}${count > 1 ? ` (${count} times)` : ''}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Plantain: the guided tour</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; max-width: 860px; margin: 32px auto; padding: 0 16px; color: #1d1e1b; }
  img { max-width: 100%; border: 1px solid #d0d0cb; border-radius: 3px; }
  .shots { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
  td { padding: 2px 16px 2px 0; font-variant-numeric: tabular-nums; }
</style>
<h1>${escape(job.title)}</h1>
<p><img src="diagram.${escape(picture.format)}" alt="${escape(job.description ?? job.title)}"></p>
<p>${escape(job.description ?? '')}</p>
<h2>What happened</h2>
<table>${rows.join('')}</table>
<p>Endpoints called: ${summary.endpoints.map(escape).join(', ')}. Units spent: ${escape(job.units)} (pretend units: this was the demo).</p>
<h2>The window</h2>
<div class="shots">
  <img src="1-dropped.png" alt="The sample paper dropped, pages ticked">
  <img src="2-running.png" alt="The job under way in the queue">
  <img src="3-done.png" alt="The finished diagram">
  <img src="4-library.png" alt="The library">
</div>
</html>
`;
}

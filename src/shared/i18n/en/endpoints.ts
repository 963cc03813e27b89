/** Names by what an endpoint does; `action` is the verb on its button. */
export const endpoints = {
  paperbanana_generate: {
    title: 'Diagram from text',
    summary: 'Draws a method described in words as a figure.',
    action: 'Draw figure',
  },
  paperbanana_generateFromPdf: {
    title: 'Diagram from a PDF',
    summary: 'Reads the pages you tick and draws the method as a figure.',
    action: 'Draw figure',
  },
  paperbanana_health: {
    title: 'Server health',
    summary: 'Asks whether the server is up, and its version. Needs no key.',
    action: 'Ask',
  },
  paperbanana_task: { title: 'State of a task', summary: 'Asks about one task by its id.', action: 'Ask' },
  paperbanana_taskImage: {
    title: 'Picture of a task',
    summary: 'Downloads what a finished task has drawn.',
    action: 'Download',
  },
} as const;

export const fields = {
  source_context: { label: 'Method', help: 'The method section, or the part of the paper that the figure shows.' },
  caption: { label: 'Caption', help: 'What the figure says. The server draws towards it.' },
  pdf_base64: { label: 'PDF', help: '' },
  pages: { label: 'Pages', help: 'Empty means all pages.' },
  iterations: { label: 'Rounds of refinement', help: '' },
  image_resolution: { label: 'Resolution', help: '' },
  aspect_ratio: { label: 'Aspect ratio', help: '' },
  image_model: { label: 'Image model', help: 'Works only on servers that draw with Kie.' },
  vlm_provider: { label: 'Language model provider', help: '' },
  vlm_model: { label: 'Language model', help: 'For example gemini-2.5-flash.' },
  output_formats: { label: 'File formats', help: '' },
  webhook_url: {
    label: 'Webhook address',
    help: 'The server posts the result there as well. It must be reachable from the server; Plantain asks by itself anyway.',
  },
  webhook_include_image: { label: 'Send the picture in the webhook', help: '' },
  task_id: { label: 'Task id', help: '' },
  format: { label: 'Format', help: '' },
} as const;

/** Choices whose wire value is not a word for people. */
export const choices = {
  serverDefault: 'Server’s choice',
  auto: 'auto',
} as const;

export const providers = {
  paperbanana: { name: 'PaperBanana', about: 'figures' },
  bananahub: { name: 'BananaHub', about: 'pictures' },
  bananadev: { name: 'Banana.dev', about: 'GPU runs through LowCodeAPI' },
} as const;

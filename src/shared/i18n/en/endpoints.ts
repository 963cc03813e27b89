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
    instead: 'Nearest that this server may have: “Diagram from text”. Paste the text of the pages there as the method.',
  },
  paperbanana_plot: {
    title: 'Plot from data',
    summary: 'Draws a table of numbers as the chart that you describe.',
    action: 'Draw plot',
  },
  paperbanana_optimizePrompt: {
    title: 'Polish a prompt',
    summary: 'Rewrites the description of a diagram or a plot. Draws nothing.',
    action: 'Polish',
    instead:
      'Nearest that this server may have: “Diagram from text”, which works on the description by itself before it draws.',
  },
  paperbanana_composite: {
    title: 'Combine panels',
    summary: 'Puts finished figures of one key side by side, with letters.',
    action: 'Combine',
    instead:
      'The Figure screen (on the command line: “compose”) combines the same panels on this computer, pixel for pixel, and costs nothing.',
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
  paperbanana_listKeys: {
    title: 'All keys',
    summary: 'Lists the API keys that the server has handed out. Needs the admin key.',
    action: 'List keys',
  },
  paperbanana_createKey: {
    title: 'New key',
    summary: 'Makes an API key. The whole key is shown once.',
    action: 'Make key',
  },
  paperbanana_getKey: { title: 'One key', summary: 'Shows one key and what it was used for.', action: 'Show key' },
  paperbanana_updateKey: {
    title: 'Change a key',
    summary: 'Sets units, switches a key on or off, changes its webhook.',
    action: 'Change key',
  },
  paperbanana_deleteKey: {
    title: 'Delete a key',
    summary: 'Takes a key and its usage log away for good.',
    action: 'Delete key…',
  },
  bananahub_textToImage: {
    title: 'Picture from a prompt',
    summary: 'NanoBanana Pro draws what you describe.',
    action: 'Draw picture',
  },
  bananahub_imageToImage: {
    title: 'Redraw web images',
    summary: 'NanoBanana Pro redraws pictures that are on the web.',
    action: 'Draw picture',
  },
  bananahub_editImages: {
    title: 'Edit my pictures',
    summary: 'NanoBanana Pro redraws pictures of this computer.',
    action: 'Draw picture',
  },
  bananahub_nb2TextToImage: {
    title: 'Picture from a prompt',
    summary: 'NanoBanana 2 draws what you describe.',
    action: 'Draw picture',
  },
  bananahub_nb2ImageToImage: {
    title: 'Redraw web images',
    summary: 'NanoBanana 2 redraws pictures that are on the web.',
    action: 'Draw picture',
  },
  bananahub_nbTextToImage: {
    title: 'Picture from a prompt',
    summary: 'NanoBanana draws what you describe, at 1K.',
    action: 'Draw picture',
  },
  bananahub_nbImageToImage: {
    title: 'Redraw web images',
    summary: 'NanoBanana redraws pictures that are on the web, at 1K.',
    action: 'Draw picture',
  },
  bananahub_job: { title: 'State of a job', summary: 'Asks about one job by its id.', action: 'Ask' },
  bananadev_start: {
    title: 'Start a run',
    summary: 'Starts a model on a GPU and asks about it until it has finished.',
    action: 'Start run',
  },
  bananadev_run: {
    title: 'Run and wait',
    summary: 'Runs a model in one request that waits for the answer.',
    action: 'Run',
  },
  bananadev_check: { title: 'State of a run', summary: 'Asks about one run by its id.', action: 'Ask' },
  bananadev_listModels: { title: 'Models', summary: 'Lists the models of your account.', action: 'List models' },
  bananadev_getModel: { title: 'One model', summary: 'Shows what is known of one model.', action: 'Show model' },
  bananadev_deploy: {
    title: 'Deploy a model',
    summary: 'Builds and deploys a model from a repository or an image.',
    action: 'Deploy',
  },
  bananadev_usage: {
    title: 'Usage',
    summary: 'Calls, compute time and cost by model.',
    action: 'Show usage',
  },
  bananadev_account: { title: 'Account', summary: 'Shows whose account the token belongs to.', action: 'Show account' },
  bananadev_openapi: {
    title: 'Interface (OpenAPI)',
    summary: 'Fetches the live description and compares it with this program’s.',
    action: 'Compare',
  },
  bananadev_definition: {
    title: 'Interface (old style)',
    summary: 'Fetches the live definition and compares it with this program’s.',
    action: 'Compare',
  },
} as const;

/** Choices whose wire value is not a word for people. */
export const choices = {
  serverDefault: 'Server’s choice',
  auto: 'auto',
  from_prompt: 'by prompt',
  methodology: 'Diagram',
  statistical_plot: 'Plot',
  top: 'Above',
  bottom: 'Below',
  on: 'On',
  off: 'Off',
} as const;

export const providers = {
  paperbanana: { name: 'PaperBanana', about: 'figures' },
  bananahub: { name: 'BananaHub', about: 'pictures' },
  bananadev: { name: 'Banana.dev', about: 'GPU runs through LowCodeAPI' },
} as const;

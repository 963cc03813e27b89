/** The controls of single fields. */
export const forms = {
  unchanged: 'stays as it is',
  leaveUnchanged: 'leave as it is',
  leaveUnchangedLabel: '{{field}}: leave as it is',
  takeAway: 'Remove it',
  takeAwayLabel: '{{field}}: remove it at the server',
  takenAway: 'will be removed',
  /** What a field means that is left alone, where it is not the server’s choice. */
  unset: {
    quota: 'without limit',
    labels: 'server’s choice: (a), (b), (c)…',
  },
  range: '{{minimum}} to {{maximum}}',
  atLeast: '{{minimum}} or more',

  removeRow: 'Remove row {{position}}',
  addAddress: 'Add an address',
  countOf: '{{count}} of {{most}}',
  address: {
    loopback: 'This is this very computer: a service on the internet can’t reach it. A server that runs here can.',
    private: 'This address is in a private network: a service on the internet can’t reach it.',
    local: 'This name is known in a local network only: a service on the internet can’t reach it.',
  },

  showText: 'Show the text',
  hideText: 'Hide the text',
  envName: 'Name {{position}}',
  envValue: 'Value {{position}}',
  envNamePlaceholder: 'NAME',
  envValuePlaceholder: 'value',
  revealValue: 'Show value {{position}}',
  hideValue: 'Hide value {{position}}',
  addVariable: 'Add a variable',
  pasteEnv: 'A .env file can be pasted into a name.',
  envProblem: {
    nameless: 'Without a name this value isn’t sent.',
    twice: '{{name}} stands here twice: the last one is sent.',
  },

  labelStyles: { none: 'none', own: 'own' },

  firstDay: 'Calendar: first day',
  lastDay: 'Calendar: last day',
  rangesLabel: 'Ranges',
  ranges: { thisMonth: 'This month', lastMonth: 'Last month', last7: 'Last 7 days', last30: 'Last 30 days' },

  findFigures: 'Search finished figures',
  taskId: 'Task id from elsewhere',
  addById: 'Add',
  picked: 'Picked, in this order',
  pickedItem: '{{position}} of {{count}}: {{name}}. Alt with an arrow key moves it.',
  nothingPicked: 'Tick finished figures below, or enter their task ids.',
  moveUp: 'Move {{name}} up',
  moveDown: 'Move {{name}} down',
  figures: 'Finished figures',
  noFigures: 'No finished figure yet. The first one that is done appears here.',
  noFigureFound: 'No finished figure matches.',

  format: 'Format',
  formatWhenSound: 'Can be formatted once it is JSON.',
} as const;

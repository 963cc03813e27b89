import type { forms as en } from '../en/forms';
import type { Translation } from '../translation';

export const forms: Translation<typeof en> = {
  unchanged: '保持不变',
  leaveUnchanged: '保持不变',
  leaveUnchangedLabel: '{{field}}：保持不变',
  takeAway: '移除',
  takeAwayLabel: '{{field}}：在服务器上移除',
  takenAway: '将被移除',
  unset: {
    quota: '不限',
    labels: '由服务器决定：(a)、(b)、(c)…',
  },
  switchedOff: '{{field}}：停用',
  range: '{{minimum}} 至 {{maximum}}',
  atLeast: '不小于 {{minimum}}',

  removeRow: '移除第 {{position}} 行',
  addAddress: '添加地址',
  countOf: '{{count}} / {{most}}',
  address: {
    loopback: '这是本机地址，互联网上的服务无法访问；在本机运行的服务器可以。',
    private: '这是内网地址，互联网上的服务无法访问。',
    local: '这个名称只在局域网内有效，互联网上的服务无法访问。',
  },

  showText: '显示内容',
  hideText: '隐藏内容',
  envName: '名称 {{position}}',
  envValue: '值 {{position}}',
  envNamePlaceholder: '名称',
  envValuePlaceholder: '值',
  revealValue: '显示值 {{position}}',
  hideValue: '隐藏值 {{position}}',
  addVariable: '添加变量',
  pasteEnv: '可将 .env 文件的内容粘贴到名称栏。',
  envProblem: {
    nameless: '没有名称的值不会发送。',
    twice: '{{name}} 出现了两次，只发送最后一个。',
  },

  labelStyles: { none: '无', own: '自定' },

  firstDay: '日历：首日',
  lastDay: '日历：末日',
  rangesLabel: '时间范围',
  ranges: { thisMonth: '本月', lastMonth: '上月', last7: '最近 7 天', last30: '最近 30 天' },

  findFigures: '搜索已完成的图',
  taskId: '其他任务编号',
  addById: '添加',
  picked: '已选，按此顺序',
  pickedItem: '第 {{position}} 个，共 {{count}} 个：{{name}}。按 Alt 加方向键可移动。',
  nothingPicked: '勾选下方已完成的图，或输入任务编号。',
  moveUp: '上移 {{name}}',
  moveDown: '下移 {{name}}',
  figures: '已完成的图',
  noFigures: '还没有已完成的图，完成后会出现在这里。',
  noFigureFound: '没有符合的图。',

  format: '整理格式',
  formatWhenSound: '内容是有效的 JSON 后才能整理。',

  view: '编辑方式',
  asTable: '表格',
  asJson: 'JSON',
  shape: '发送形式',
  byColumns: '按列',
  byRows: '按行',
  chooseTable: '选择文件…',
  tableSize: '{{rows}} × {{columns}}',
  tableKeys: '方向键、回车和 Tab 键移动，Esc 离开。Alt+Delete 删除该行，在列名处删除该列。',
  columnName: '{{column}} 列的名称',
  cell: '{{column}}，第 {{row}} 行',
  addRow: '添加行',
  addColumn: '添加列',
  removeColumn: '删除列 {{column}}',
  whatIsSent: '作为 {{field}} 发送',
  noTable: {
    other: '这段 JSON 不是表格（等长的命名列表，或扁平对象的列表），因此按原样编辑。',
    large: '超过 10,000 行的表格只能以 JSON 编辑，所有行都会发送。',
  },

  dropImages: '将图片拖到窗口任意位置，或直接粘贴',
  chooseImages: '选择图片…',
  imagesSize: '{{count}} / {{most}} 张，{{size}} / {{limit}}',
  base64Image: '示例中的图片',
};

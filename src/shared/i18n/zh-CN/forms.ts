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
};

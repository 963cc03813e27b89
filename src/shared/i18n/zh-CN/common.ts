import type { common as en } from '../en/common';
import type { Translation } from '../translation';

export const common: Translation<typeof en> = {
  cancel: '取消',
  close: '关闭',
  copy: '复制',
  copied: '已复制',
  save: '保存',
  remove: '移除',
  retry: '重试',
  required: '必填',
  optional: '选填',
  none: '无',
  all: '全部',
  loading: '正在载入',
  pages_one: '{{count}} 页',
  pages_other: '{{count}} 页',
  units_one: '{{count}} 个额度',
  units_other: '{{count}} 个额度',
  rawAnswer: '原始应答',
  spent: '已消耗',
  lost: '已丢失',
  next: '接下来',
  nothing: '无',
  spentNo: '无',
  spentYes: '1 个额度',
  spentMaybe: '0 或 1 个额度',
};

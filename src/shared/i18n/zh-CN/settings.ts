import type { settings as en } from '../en/settings';
import type { Translation } from '../translation';

export const settings: Translation<typeof en> = {
  appearance: '外观',
  language: '语言',
  theme: '主题',
  themeHelp: '两种主题下，图片都放在白纸上。',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  languages: { system: '跟随系统', en: 'English', 'zh-CN': '简体中文' },
  work: '工作',
  notifications: '任务结束时通知我',
  notificationsHelp: 'Plantain 不在前台时，发送系统通知。',
  largestFile: '最大文件（MB）',
  largestFileHelp: '更大的文件在发送前就会被拒绝。文件在发往服务器时会增大三分之一。',
  largestFileRange: '1 到 500 MB。',
  keyboard: '键盘',
  keys: {
    palette: '查找或执行',
    submit: '发送表单',
    open: '打开 PDF',
    save: '保存当前图片',
    settings: '设置',
    search: '搜索图库',
    rows: '在列表和图库中移动',
    close: '关闭当前弹出内容',
  },
  about: '关于',
  version: 'Plantain',
  electron: 'Electron',
  platform: '系统',
  mode: '模式',
  privacy: 'Plantain 没有自己的账户，也不收集使用数据，只与“账户”中的服务器通信。',
};

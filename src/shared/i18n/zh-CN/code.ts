import type { code as en } from '../en/code';
import type { Translation } from '../translation';

export const code: Translation<typeof en> = {
  views: '请求及对应的代码',
  copyAs: '复制为 {{language}}',
  copyAsMenu: '复制为代码',
  region: '{{language}} 代码',
  needs: '运行代码所需',
  fromEnvironment: '环境变量',
  orFresh: '可不设，自动生成',
  fromFolder: '当前文件夹',
  runsWith: '运行环境',
  runtime: {
    bash: 'bash，curl 7.76 或更高版本',
    javascript: 'Node 20 或更高版本，存为 .mjs 文件',
    python: 'Python 3，requests 包',
  },
  moreLines_one: '另有 {{count}} 行',
  moreLines_other: '另有 {{count}} 行',
};

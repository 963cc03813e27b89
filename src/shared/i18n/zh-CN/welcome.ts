import type { welcome as en } from '../en/welcome';
import type { Translation } from '../translation';

export const welcome: Translation<typeof en> = {
  title: '欢迎使用 Plantain',
  lead: '借助 PaperBanana 为论文绘制图表的工作台。选一个起点，以后随时可以更改。',
  keyTitle: '我有密钥',
  keyText: '用于 PaperBanana，输入它不消耗额度。',
  keyPlace: {
    'macos-keychain': '密钥保存在 macOS 钥匙串中。',
    'windows-credentials': '密钥保存在 Windows 凭据管理器中。',
    'secret-service': '密钥保存在本系统的钥匙串（Secret Service）中。',
    memory: '这里没有可用的钥匙串：密钥只在本次会话中保留在内存里。',
  },
  keyAction: '输入密钥',
  demoTitle: '只是看看',
  demoText: '本机上的模拟服务器。无需密钥和网络，不产生费用，还可以按需重现各种故障。',
  demoAction: '打开演示',
  sampleKey: 'PaperBanana 密钥',
  sampleKeychain: '在钥匙串中',
  sampleSession: '仅本次会话',
  dropHint: '也可以把 PDF 拖到任意位置。只有在要发送时才会询问密钥。',
  vaultAnswers: '钥匙串可用',
  vaultSilent: '没有钥匙串：密钥只在本次会话中保留',
  noTelemetry: '不收集使用数据，没有自己的账户',
  language: '语言',
  choose: '从哪里开始',
};

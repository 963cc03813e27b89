import type {
  choices as enChoices,
  endpoints as enEndpoints,
  fields as enFields,
  providers as enProviders,
} from '../en/endpoints';
import type { Translation } from '../translation';

export const endpoints: Translation<typeof enEndpoints> = {
  paperbanana_generate: { title: '由文字生成示意图', summary: '把文字描述的方法画成示意图。', action: '开始绘制' },
  paperbanana_generateFromPdf: {
    title: '由 PDF 生成示意图',
    summary: '阅读勾选的页面，把方法画成示意图。',
    action: '开始绘制',
  },
  paperbanana_health: { title: '服务器状态', summary: '询问服务器是否在线及其版本，无需密钥。', action: '询问' },
  paperbanana_task: { title: '任务状态', summary: '按编号查询一个任务。', action: '查询' },
  paperbanana_taskImage: { title: '任务图片', summary: '下载已完成任务绘制的图片。', action: '下载' },
};

export const fields: Translation<typeof enFields> = {
  source_context: { label: '方法', help: '论文的方法部分，或示意图要展示的内容。' },
  caption: { label: '图注', help: '示意图要表达的内容，服务器据此绘制。' },
  pdf_base64: { label: 'PDF', help: '' },
  pages: { label: '页码', help: '留空表示全部页面。' },
  iterations: { label: '迭代次数', help: '' },
  image_resolution: { label: '分辨率', help: '' },
  aspect_ratio: { label: '宽高比', help: '' },
  image_model: { label: '图像模型', help: '仅对使用 Kie 绘图的服务器有效。' },
  vlm_provider: { label: '语言模型提供方', help: '' },
  vlm_model: { label: '语言模型', help: '例如 gemini-2.5-flash。' },
  output_formats: { label: '文件格式', help: '' },
  webhook_url: {
    label: '回调地址',
    help: '服务器会同时把结果发送到该地址。服务器必须能访问它；Plantain 也会自行查询。',
  },
  webhook_include_image: { label: '在回调中附带图片', help: '' },
  task_id: { label: '任务编号', help: '' },
  format: { label: '格式', help: '' },
};

export const choices: Translation<typeof enChoices> = { serverDefault: '由服务器决定', auto: '自动' };

export const providers: Translation<typeof enProviders> = {
  paperbanana: { name: 'PaperBanana', about: '论文插图' },
  bananahub: { name: 'BananaHub', about: '图片' },
  bananadev: { name: 'Banana.dev', about: '通过 LowCodeAPI 运行 GPU' },
};

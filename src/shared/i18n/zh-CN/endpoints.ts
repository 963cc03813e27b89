import type { choices as enChoices, endpoints as enEndpoints, providers as enProviders } from '../en/endpoints';
import type { Translation } from '../translation';

export const endpoints: Translation<typeof enEndpoints> = {
  paperbanana_generate: { title: '由文字生成示意图', summary: '把文字描述的方法画成示意图。', action: '开始绘制' },
  paperbanana_generateFromPdf: {
    title: '由 PDF 生成示意图',
    summary: '阅读勾选的页面，把方法画成示意图。',
    action: '开始绘制',
    instead: '该服务器可能提供的最接近的功能是“由文字生成示意图”：把这些页面的文字粘贴到方法一栏即可。',
  },
  paperbanana_plot: { title: '由数据生成统计图', summary: '按描述把数据表画成图表。', action: '绘制图表' },
  paperbanana_optimizePrompt: {
    title: '润色提示词',
    summary: '改写示意图或统计图的描述，不绘制图片。',
    action: '开始润色',
    instead: '该服务器可能提供的最接近的功能是“由文字生成示意图”，它会先自行整理描述再绘制。',
  },
  paperbanana_composite: {
    title: '拼接多个面板',
    summary: '把同一密钥已完成的图拼成一张，并加上标号。',
    action: '拼接',
    instead: '“图版”页面（命令行为 compose）可以在本机拼接同样的面板，像素完全一致，不产生费用。',
  },
  paperbanana_health: { title: '服务器状态', summary: '询问服务器是否在线及其版本，无需密钥。', action: '询问' },
  paperbanana_task: { title: '任务状态', summary: '按编号查询一个任务。', action: '查询' },
  paperbanana_taskImage: { title: '任务图片', summary: '下载已完成任务绘制的图片。', action: '下载' },
  paperbanana_listKeys: {
    title: '全部密钥',
    summary: '列出服务器发出的 API 密钥，需要管理员密钥。',
    action: '列出密钥',
  },
  paperbanana_createKey: { title: '新建密钥', summary: '创建一个 API 密钥，完整密钥只显示一次。', action: '创建密钥' },
  paperbanana_getKey: { title: '查看密钥', summary: '显示一个密钥及其使用记录。', action: '查看密钥' },
  paperbanana_updateKey: {
    title: '修改密钥',
    summary: '设置额度、启用或停用密钥、修改回调。',
    action: '修改密钥',
  },
  paperbanana_deleteKey: { title: '删除密钥', summary: '永久删除一个密钥及其使用记录。', action: '删除密钥…' },
  bananahub_textToImage: { title: '由提示词生成图片', summary: 'NanoBanana Pro 按描述绘制图片。', action: '生成图片' },
  bananahub_imageToImage: {
    title: '由网络图片生成图片',
    summary: 'NanoBanana Pro 重绘网络上的图片。',
    action: '生成图片',
  },
  bananahub_editImages: { title: '编辑本地图片', summary: 'NanoBanana Pro 重绘这台电脑上的图片。', action: '生成图片' },
  bananahub_nb2TextToImage: { title: '由提示词生成图片', summary: 'NanoBanana 2 按描述绘制图片。', action: '生成图片' },
  bananahub_nb2ImageToImage: {
    title: '由网络图片生成图片',
    summary: 'NanoBanana 2 重绘网络上的图片。',
    action: '生成图片',
  },
  bananahub_nbTextToImage: {
    title: '由提示词生成图片',
    summary: 'NanoBanana 按描述绘制 1K 图片。',
    action: '生成图片',
  },
  bananahub_nbImageToImage: {
    title: '由网络图片生成图片',
    summary: 'NanoBanana 重绘网络上的图片，分辨率 1K。',
    action: '生成图片',
  },
  bananahub_job: { title: '作业状态', summary: '按编号查询一个作业。', action: '查询' },
  bananadev_start: { title: '启动运行', summary: '在 GPU 上启动模型，并一直查询到结束。', action: '启动运行' },
  bananadev_run: { title: '运行并等待', summary: '用一个请求运行模型并等待结果。', action: '运行' },
  bananadev_check: { title: '运行状态', summary: '按编号查询一次运行。', action: '查询' },
  bananadev_listModels: { title: '模型', summary: '列出账户中的模型。', action: '列出模型' },
  bananadev_getModel: { title: '查看模型', summary: '显示一个模型的详情。', action: '查看模型' },
  bananadev_deploy: { title: '部署模型', summary: '从代码仓库或镜像构建并部署模型。', action: '部署' },
  bananadev_usage: { title: '用量', summary: '按模型统计调用次数、计算时间和费用。', action: '查看用量' },
  bananadev_account: { title: '账户', summary: '显示令牌所属的账户。', action: '查看账户' },
  bananadev_openapi: { title: '接口（OpenAPI）', summary: '获取在线接口描述，并与本程序比较。', action: '比较' },
  bananadev_definition: { title: '接口（旧格式）', summary: '获取在线接口定义，并与本程序比较。', action: '比较' },
};

export const choices: Translation<typeof enChoices> = {
  serverDefault: '由服务器决定',
  auto: '自动',
  from_prompt: '按提示词',
  methodology: '示意图',
  statistical_plot: '统计图',
  top: '上方',
  bottom: '下方',
  on: '启用',
  off: '停用',
};

export const providers: Translation<typeof enProviders> = {
  paperbanana: { name: 'PaperBanana', about: '论文插图' },
  bananahub: { name: 'BananaHub', about: '图片' },
  bananadev: { name: 'Banana.dev', about: '通过 LowCodeAPI 运行 GPU' },
};

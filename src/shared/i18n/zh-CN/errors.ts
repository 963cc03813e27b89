import type { errors as en } from '../en/errors';
import type { Translation } from '../translation';
import { pictureErrors } from './picture-errors';

export const errors: Translation<typeof en> = {
  invalid_input: { title: '有些字段需要修改', happened: '没有发送任何内容。', next: '修改标出的字段后再发送。' },
  no_credential: {
    title: '此账户还没有密钥',
    happened: '该请求需要密钥，但尚未保存。没有发送任何内容。',
    next: '输入密钥后再发送，已填写的内容会保留。',
  },
  key_elsewhere: {
    title: '此密钥属于另一台服务器',
    happened: '它是为 {{own}} 输入的，不会发送给 {{other}}。没有发送任何内容。',
    next: '请为 {{other}} 输入密钥，或将账户改回原来的地址。',
  },
  key_unbound: {
    title: '不知道此密钥用于哪台服务器',
    happened: '它由旧版本保存，未记录所属服务器，因此不会发送给 {{other}}。没有发送任何内容。',
    next: '请重新输入密钥，或在“账户”中保存该账户，Plantain 会询问密钥是否属于那里。',
  },
  file_missing: { title: '文件不见了', happened: '找不到 Plantain 保存的文件副本。', next: '请重新选择文件。' },
  file_unreadable: {
    title: '无法读取文件',
    happened: '{{name}} 存在，但系统不允许 Plantain 读取。',
    next: '请检查文件权限，或复制到其他文件夹后选择副本。',
  },
  file_empty: {
    title: '文件是空的',
    happened: '文件没有任何内容（0 字节）。',
    next: '请选择其他文件，或从来源处重新保存。',
  },
  file_damaged: {
    title: '文件已损坏',
    happened: 'Plantain 保存的副本在磁盘上已发生变化，不再是当初存下的内容。',
    next: '如果是结果，请从服务器重新获取；如果是您自己的文件，请重新选择。',
  },
  file_too_large: {
    title: '文件太大',
    happened: '文件大小为 {{megabytes}} MB，上限为 {{limit}} MB。',
    next: '请减少导出的页数，或在设置中提高上限。',
  },
  not_a_pdf: {
    title: '这不是 PDF',
    happened: '无论文件名如何，其内容开头不是 PDF。',
    next: '请选择 PDF；Word 或 LaTeX 文件请先导出为 PDF。',
  },
  pdf_encrypted: {
    title: 'PDF 受密码保护',
    happened: '没有密码就无法读取页面，服务器也一样。',
    next: '请另存一份不带密码的副本再拖入。',
  },
  pdf_damaged: { title: 'PDF 已损坏', happened: '无法读取其页面。', next: '用 PDF 阅读器打开并重新保存，或重新下载。' },
  not_an_image: {
    title: '这不是可用的图片',
    happened: '无论文件名如何，它既不是 PNG、JPEG，也不是 WebP。',
    next: '请选择一张图片，或先把它导出为 PNG。',
  },
  not_text: {
    title: '这不是文本文件',
    happened: '文件的内容不是文本。',
    next: '请把表格存为 CSV、TSV 或 JSON，再选择该文件。',
  },
  ...pictureErrors,
  unauthorized: {
    title: '服务器不接受该密钥',
    happened: '服务器返回 401：密钥缺失、有误或已被删除。',
    next: '请重新输入密钥，或向管理员索取新的密钥。',
  },
  key_disabled: {
    title: '密钥已停用',
    happened: '服务器认识该密钥，但管理员已将其停用。',
    next: '请管理员启用它，之后 Plantain 会自动继续。',
  },
  quota_exhausted: {
    title: '密钥额度已用完',
    happened: '服务器不再接受该密钥的任务，也可能拒绝交付结果。',
    next: '请管理员增加额度，之后已完成的结果会自动取回。',
  },
  out_of_funds: { title: '账户余额不足', happened: '服务器返回 402，没有绘制任何内容。', next: '请充值后再发送。' },
  forbidden_by_server: {
    title: '该密钥没有权限',
    happened: '服务器返回 403。',
    next: '请换用其他密钥，或请管理员授权。',
  },
  not_found: { title: '服务器上没有该内容', happened: '服务器返回 404。', next: '请检查编号和服务器地址。' },
  not_offered: {
    title: '该服务器不提供此功能',
    happened: '服务器在线，但表示没有这个地址。没有执行任何操作。',
    next: '请换用提供此功能的服务器，或检查服务器地址。',
  },
  forgotten: {
    title: '服务器已忘记此任务',
    happened: '服务器曾接受它，但现在不认识了。服务器重启后会忘记任务。',
    next: '请管理员在历史记录中查找结果，或再用一个额度重新绘制。',
  },
  link_expired: {
    title: '结果的地址已失效',
    happened: '结果仍在，但给出的地址已不能使用。',
    next: '无需操作：会自动索取新的地址。',
  },
  invalid_fields: {
    title: '服务器拒绝了部分字段',
    happened: '已在下方标出，没有绘制任何内容。',
    next: '修改标出的字段后再发送。',
  },
  refused: { title: '服务器拒绝了请求', happened: '服务器给出了以下原因。', next: '请据此修改后再发送。' },
  rate_limited: { title: '请求过于频繁', happened: '服务器要求暂停（429）。', next: '请稍等片刻再发送。' },
  server_error: {
    title: '服务器出错',
    happened: '服务器返回 {{status}}，是其自身的错误。',
    next: '请稍等一分钟再试。',
  },
  gateway_page: {
    title: '应答的不是服务器本身',
    happened: '返回的是网页而不是应答（{{status}}），通常是服务器不可用时代理或 CDN 发出的。',
    next: '请稍等一分钟再试；若持续出现，请检查服务器地址。',
  },
  bad_answer: {
    title: '应答无法理解',
    happened: '服务器表示成功，但应答与文档不符。',
    next: '请查看原始应答，并确认地址是正确的服务器。',
  },
  answer_too_large: { title: '应答过大', happened: '超过上限，已中断。', next: '请查看请求详情并告知服务器管理员。' },
  job_failed: {
    title: '服务器未能绘制',
    happened: '任务在服务器上出错结束，额度不会退回。',
    next: '请修改或简化输入后重新绘制。',
  },
  unknown_status: {
    title: '服务器返回的状态：“{{word}}”',
    happened: 'Plantain 不认识这个任务状态，无法判断任务是否已经结束。',
    next: '无需操作：会继续查询，间隔逐渐拉长。如果您知道任务已经结束，可以停止查询。',
  },
  no_result: {
    title: '已完成，但暂时没有结果',
    happened: '服务器表示任务已完成（“{{word}}”），但没有给出结果。',
    next: '无需操作：结果可能稍后出现，会继续查询，间隔逐渐拉长；也可以停止查询。',
  },
  incomplete: {
    title: '收到的文件不完整',
    happened: '服务器的回答在文件结束之前就中断了，或者收到的内容无法绘出。',
    next: 'Plantain 会自动再试几次。最终收到的内容会保留下来，可以另存或重新获取。',
  },
  unreachable: {
    title: '无法连接服务器',
    happened: '没有建立连接，因此没有发送任何内容。',
    next: '请检查网络、代理和服务器地址。',
  },
  timeout: { title: '服务器响应过慢', happened: '未在规定时间内收到应答。', next: '请稍后再试。' },
  connection_lost: { title: '连接中断', happened: '在收到完整应答前连接被切断。', next: '请重试。' },
  uncertain: {
    title: '可能已被接受',
    happened: '请求已发出，但没有收到能说明结果的应答。服务器可能已经开始绘制。不会自动重发。',
    next: '如果能在收到的应答或管理员的历史记录中找到任务编号，请在此输入。重新发送可能再消耗一个额度。',
  },
  given_up: {
    title: '您已停止等待',
    happened: '请求已经发出，服务器可能仍在运行，并照常计费。不会自动重新发送。',
    next: '如果在服务商处找到它的编号，请填在这里。再次发送会开始第二次运行并再次计费。',
  },
  not_sent: {
    title: '尚未发送',
    happened: '请求离开本机之前 Plantain 就已退出，没有消耗额度。',
    next: '以草稿打开并发送。',
  },
  canceled: { title: '已取消', happened: '在完成之前被停止。', next: '需要时可重新开始。' },
  vault_unavailable: {
    title: '钥匙串没有响应',
    happened: '系统钥匙串已锁定或不存在。',
    next: '请解锁后重试，或仅在本次会话中保留密钥。',
  },
  disk_full: {
    title: '磁盘已满',
    happened: '无法写入文件，结果仍在服务器上。',
    next: '请腾出空间，Plantain 会自动重试。',
  },
  disk_error: { title: '无法读写文件', happened: '系统拒绝了操作。', next: '请检查文件夹权限后重试。' },
  save_forbidden: {
    title: '无法保存到那里',
    happened: '系统不允许 Plantain 将 {{name}} 写入 {{folder}}：文件夹只读、属于他人，或文件正被其他程序打开。',
    next: '请选择其他文件夹。',
  },
  save_no_folder: {
    title: '文件夹不存在',
    happened: '{{folder}} 已不存在或不是文件夹，因此没有写入 {{name}}。',
    next: '请选择其他文件夹。',
  },
  save_bad_name: {
    title: '那里不能使用这个文件名',
    happened: '{{folder}} 不接受名为 {{name}} 的文件：名称过长、不被允许，或已有同名文件夹。',
    next: '请使用更短的或其他名称。',
  },
  save_no_room: {
    title: '没有空间保存文件',
    happened: '磁盘空间不足，无法将 {{name}} 写入 {{folder}}。没有留下不完整的文件。',
    next: '请腾出空间，或选择其他磁盘。',
  },
  clipboard_refused: { title: '无法复制图片', happened: '系统剪贴板不接受它。', next: '请改为保存成文件。' },
  history_too_new: {
    title: '历史记录来自更新的 Plantain',
    happened: '历史记录由更新的版本写成，本版本无法读取。其中内容未被改动。',
    next: '请用那个版本打开，或更新本程序。',
  },
  worker_failed: {
    title: '图像进程已停止',
    happened: '读取 PDF 和图片的进程意外结束，已重新启动。',
    next: '请重试；若持续出现，文件可能已损坏。',
  },
  listen_failed: {
    title: '无法开始监听',
    happened: '系统不允许在该地址和端口上监听。',
    next: '端口可能被其他程序占用，请换一个端口，或改用本机的地址。',
  },
  forbidden: { title: '不允许', happened: '此窗口无权进行该操作。', next: '请重启 Plantain。' },
  unknown_operation: { title: '未知操作', happened: '窗口请求了此版本不支持的操作。', next: '请重启 Plantain。' },
  internal: {
    title: 'Plantain 内部出错',
    happened: '这本不应发生，详情见日志。',
    next: '请重试；若持续出现，请附上日志反馈（帮助 > 显示日志）。',
  },
};

import type { webhookIssues as en } from '../en/webhook-issues';
import type { Translation } from '../translation';

export const webhookIssues: Translation<typeof en> = {
  exposes: '其他计算机可以访问此地址，请先确认接受。',
  foreign_address: '请填写本机的地址：127.0.0.1、::1、0.0.0.0 或本机的某个地址。',
  no_webhook_secret: '这个密钥没有保存签名密钥。',
  demo_loopback_only: '演示模式只发送到本机：http://127.0.0.1 或 http://localhost。',
};

/** What is wrong with a field of the webhooks’ forms. */
export const webhookIssues = {
  exposes: 'Other computers could reach this address. Say that you accept that.',
  foreign_address: 'Enter an address of this computer: 127.0.0.1, ::1, 0.0.0.0 or one of its own.',
  no_webhook_secret: 'No webhook secret is kept for this key.',
  demo_loopback_only: 'Demo mode sends to this computer only: http://127.0.0.1 or http://localhost.',
} as const;

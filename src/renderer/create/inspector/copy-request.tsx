import { ActionIcon, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireRequest } from '../../../shared/wire-request';
import { call } from '../../api';
import { formatBytes } from '../../ui/format';
import { jsonText } from './json-tokens';

const SHOWN_MS = 2000;

/** Copies the request without its secret; a file stands in it by name. */
export function CopyRequest({ request }: { request: WireRequest }) {
  const { t, i18n } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => {
      setCopied(false);
    }, SHOWN_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [copied]);

  const copy = async (): Promise<void> => {
    const body =
      request.body && jsonText(request.body, ({ name, bytes }) => `<${name}, ${formatBytes(bytes, i18n.language)}>`);
    await call('clipboard.write', { text: [`${request.method} ${request.url}`, body].filter(Boolean).join('\n\n') });
    setCopied(true);
  };
  const label = copied ? t('common.copied') : t('create.copyRequest');
  const Icon = copied ? Check : Copy;
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => void copy().catch(() => undefined)}>
        <Icon size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api';

const SAID_MS = 1500;

interface CopyButtonProps {
  /** As a function where making it takes time. */
  text: string | (() => string);
  /** What is copied ("Copy the description"). */
  name: string;
  size?: number;
}

/** Copies a text. */
export function CopyButton({ text, name, size = 24 }: CopyButtonProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = window.setTimeout(() => {
      setCopied(false);
    }, SAID_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <Tooltip label={copied ? t('common.copied') : name}>
      <ActionIcon
        size={size}
        aria-label={copied ? t('common.copied') : name}
        onClick={() => {
          void call('clipboard.write', { text: typeof text === 'string' ? text : text() }).then(() => {
            setCopied(true);
          });
        }}
      >
        <Icon size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

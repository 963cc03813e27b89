import { Button, Menu } from '@mantine/core';
import { Check, CodeXml } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SAMPLE_LANGUAGES, SAMPLE_NAMES, codeSample } from '../../shared/code-sample/code-sample';
import type { Exchange } from '../../shared/exchange';
import { call, useOperation } from '../api';
import { exchangeRequest } from './exchange-sample';

const SAID_MS = 1500;

/** The request of a job's exchange as code, for the clipboard. Nothing where it cannot be told in full. */
export function CopyAs({ exchange, jobId }: { exchange: Exchange; jobId: string }) {
  const { t } = useTranslation();
  const { data: job } = useOperation('job.get', { id: jobId });
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
  const source = job && exchangeRequest(exchange, job);
  if (!source) return null;
  const Icon = copied ? Check : CodeXml;
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<Icon size={14} strokeWidth={1.6} aria-hidden />}>
          {copied ? t('common.copied') : t('code.copyAsMenu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SAMPLE_LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            onClick={() => {
              const { code } = codeSample(language, source.endpoint, source.request);
              void call('clipboard.write', { text: code }).then(() => {
                setCopied(true);
              });
            }}
          >
            {t('code.copyAs', { language: SAMPLE_NAMES[language] })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

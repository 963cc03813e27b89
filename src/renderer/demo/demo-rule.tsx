import { ActionIcon, NativeSelect } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ENDPOINTS } from '../../shared/endpoints/index';
import { FAILURE_KINDS, PROVIDERS, type FailureRule } from '../../shared/settings';
import { BoundedNumber } from '../ui/bounded-number';
import { endpointTitle } from '../ui/job-words';
import styles from './demo.module.css';

/** The store of BananaHub's pictures, which is no endpoint of the catalogue. */
const STORE = 'bananahub.image';

interface DemoRuleProps {
  rule: FailureRule;
  /** From 1. */
  number: number;
  onChange: (rule: FailureRule) => void;
  onRemove: () => void;
}

/** What belongs to a kind, as it is when the kind is chosen. */
function beginning({ endpoint, oneIn }: FailureRule, kind: FailureRule['kind']): FailureRule {
  if (kind === 'status') return { endpoint, oneIn, kind, status: 503 };
  if (kind === 'latency' || kind === 'drip') return { endpoint, oneIn, kind, seconds: 5 };
  return { endpoint, oneIn, kind };
}

/** One line of aimed failures: where, what, how often. */
export function DemoRule({ rule, number, onChange, onRemove }: DemoRuleProps) {
  const { t } = useTranslation();
  const endpoints = PROVIDERS.map((provider) => ({
    group: t(`providers.${provider}.name`),
    items: [
      ...ENDPOINTS.filter((endpoint) => endpoint.provider === provider).map(({ id, family }) => ({
        value: id,
        label: family ? `${family}: ${endpointTitle(id)}` : endpointTitle(id),
      })),
      ...(provider === 'bananahub' ? [{ value: STORE, label: t('demo.pictureStore') }] : []),
    ],
  }));
  const { kind, status = 503, seconds } = rule;
  return (
    <li className={styles.rule} aria-label={t('demo.rule', { number })}>
      <div className={styles.ruleLine}>
        <NativeSelect
          className={styles.grow ?? ''}
          aria-label={t('demo.ruleEndpoint', { number })}
          value={rule.endpoint}
          onChange={(event) => {
            onChange({ ...rule, endpoint: event.currentTarget.value });
          }}
          data={[{ value: '*', label: t('demo.everyEndpoint') }, ...endpoints]}
        />
        <ActionIcon size={24} aria-label={t('demo.removeRule', { number })} onClick={onRemove}>
          <X size={14} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      </div>
      <div className={styles.ruleLine}>
        <NativeSelect
          className={styles.grow ?? ''}
          aria-label={t('demo.ruleKind', { number })}
          value={kind}
          onChange={(event) => {
            const chosen = FAILURE_KINDS.find((item) => item === event.currentTarget.value);
            if (chosen) onChange(beginning(rule, chosen));
          }}
          data={FAILURE_KINDS.map((value) => ({ value, label: t(`demo.kinds.${value}`) }))}
        />
        {kind === 'status' && (
          <BoundedNumber
            whole
            w={56}
            aria-label={t('demo.ruleStatus', { number })}
            {...{ value: status, least: 400, most: 599 }}
            onChange={(next) => {
              onChange({ ...rule, status: next });
            }}
          />
        )}
        {seconds !== undefined && (
          <>
            <BoundedNumber
              whole
              w={56}
              aria-label={t('demo.ruleSeconds', { number })}
              {...{ value: seconds, least: 0, most: 600 }}
              onChange={(next) => {
                onChange({ ...rule, seconds: next });
              }}
            />
            <span className="secondary">{t('demo.secondsShort')}</span>
          </>
        )}
        <span className="secondary">{t('demo.oneIn')}</span>
        <BoundedNumber
          whole
          w={48}
          aria-label={t('demo.ruleOneIn', { number })}
          {...{ value: rule.oneIn, least: 1, most: 999 }}
          onChange={(oneIn) => {
            onChange({ ...rule, oneIn });
          }}
        />
      </div>
      {kind === 'status' && status === 422 && (
        <NativeSelect
          aria-label={t('demo.ruleShape', { number })}
          value={rule.shape ?? 'text'}
          onChange={(event) => {
            onChange({ ...rule, shape: event.currentTarget.value === 'list' ? 'list' : 'text' });
          }}
          data={(['text', 'list'] as const).map((value) => ({ value, label: t(`demo.shapes.${value}`) }))}
        />
      )}
    </li>
  );
}

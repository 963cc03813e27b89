import { ActionIcon, NativeSelect, NumberInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ENDPOINTS } from '../../shared/endpoints/index';
import { FAILURE_KINDS, PROVIDERS, type FailureRule } from '../../shared/settings';
import { endpointTitle } from '../ui/job-words';
import styles from './demo.module.css';

/** The store of BananaHub's pictures, which is no endpoint of the catalogue. */
const STORE = 'bananahub.image';

interface WholeNumberProps {
  label: string;
  value: number;
  least: number;
  most: number;
  width: number;
  onChange: (value: number) => void;
}

function WholeNumber({ label, value, least, most, width, onChange }: WholeNumberProps) {
  return (
    <NumberInput
      w={width}
      aria-label={label}
      min={least}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={(next) => {
        if (typeof next === 'number' && next >= least && next <= most) onChange(next);
      }}
    />
  );
}

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
          <WholeNumber
            label={t('demo.ruleStatus', { number })}
            {...{ value: status, least: 400, most: 599, width: 56 }}
            onChange={(next) => {
              onChange({ ...rule, status: next });
            }}
          />
        )}
        {seconds !== undefined && (
          <>
            <WholeNumber
              label={t('demo.ruleSeconds', { number })}
              {...{ value: seconds, least: 0, most: 600, width: 56 }}
              onChange={(next) => {
                onChange({ ...rule, seconds: next });
              }}
            />
            <span className="secondary">{t('demo.secondsShort')}</span>
          </>
        )}
        <span className="secondary">{t('demo.oneIn')}</span>
        <WholeNumber
          label={t('demo.ruleOneIn', { number })}
          {...{ value: rule.oneIn, least: 1, most: 999, width: 48 }}
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

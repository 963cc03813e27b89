import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { accountSchema } from '../../../shared/endpoints/bananadev';
import { answerOf, type AnswerProps } from '../answer-of';
import { Facts } from '../facts';
import { Moment } from '../moment';
import { withCopy } from '../with-copy';

function Account({ value }: AnswerProps<z.infer<typeof accountSchema>>) {
  const { t } = useTranslation();
  const { accountId, email, plan, createdAt } = value.data;
  const facts = [
    { name: t('results.account.email'), value: email },
    { name: t('results.account.plan'), value: plan },
    { name: t('results.account.id'), value: withCopy(accountId, t('results.account.copyId')) },
    { name: t('results.account.since'), value: <Moment at={createdAt} /> },
  ];
  return <Facts facts={facts} />;
}

export default answerOf(accountSchema, Account);

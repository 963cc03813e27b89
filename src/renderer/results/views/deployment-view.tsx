import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { answerOf, type AnswerProps } from '../answer-of';
import { Facts } from '../facts';
import { Moment } from '../moment';
import { withCopy } from '../with-copy';

const schema = z.looseObject({
  data: z.looseObject({
    modelKey: z.string().nullish(),
    deploymentId: z.string().nullish(),
    status: z.string().nullish(),
    message: z.string().nullish(),
    createdAt: z.number().nullish(),
  }),
});

/** Known facts only: an environment that a service sends back holds secrets. */
function Deployment({ value }: AnswerProps<z.infer<typeof schema>>) {
  const { t } = useTranslation();
  const { modelKey, deploymentId, status, message, createdAt } = value.data;
  const facts = [
    { name: t('results.deployment.state'), value: status },
    { name: t('results.deployment.id'), value: withCopy(deploymentId, t('results.deployment.copyId')) },
    { name: t('results.deployment.model'), value: withCopy(modelKey, t('results.models.copyKey')) },
    { name: t('results.deployment.message'), value: message },
    { name: t('results.deployment.made'), value: <Moment at={createdAt} /> },
  ];
  return <Facts facts={facts} />;
}

export default answerOf(schema, Deployment);

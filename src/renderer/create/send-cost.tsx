import { Trans, useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { endpointKey } from '../../shared/i18n/locale';
import { lookUp } from '../i18n';
import { useAccount } from './use-account';

/** What sending costs, as far as the API tells; the words for it are by provider. */
export function Cost({ endpoint }: { endpoint: Endpoint }) {
  const { active } = useAccount(endpoint);
  const { t } = useTranslation();
  if (endpoint.units === 0)
    return <>{lookUp(`create.priceOf.${endpointKey(endpoint.id)}`) ?? t('create.costsNothing')}</>;
  if (endpoint.provider !== 'paperbanana') return <>{t(`create.charged.${endpoint.provider}`)}</>;
  const values = { count: endpoint.units, account: active?.name ?? '' };
  return (
    <Trans
      i18nKey={active ? 'create.costOf' : 'create.cost'}
      count={endpoint.units}
      values={values}
      components={{ b: <strong /> }}
    />
  );
}

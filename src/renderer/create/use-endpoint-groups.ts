import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { ENDPOINTS } from '../../shared/endpoints/index';
import { endpointKey } from '../../shared/i18n/locale';
import { lookUp } from '../i18n';
import { groupEndpoints, type EndpointGroupOf } from './endpoint-groups';

export const endpointTitle = (endpoint: Endpoint): string =>
  lookUp(`endpoints.${endpointKey(endpoint.id)}.title`) ?? endpoint.id;

/** The endpoints of Create that match what was typed, found by name, summary, method, path and provider. */
export function useEndpointGroups(query: string): EndpointGroupOf[] {
  const { t } = useTranslation();
  return groupEndpoints(ENDPOINTS, query, (endpoint) =>
    [
      endpointTitle(endpoint),
      lookUp(`endpoints.${endpointKey(endpoint.id)}.summary`),
      `${endpoint.method} ${endpoint.path}`,
      endpoint.family ?? '',
      t(`create.groups.${endpoint.group}`),
      t(`providers.${endpoint.provider}.name`),
    ].join(' '),
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ListedDelivery } from '../../../shared/webhook-operations';
import { call } from '../../api';
import type { Filter } from '../webhooks-store';

const PAGE = 100;

interface Deliveries {
  deliveries: readonly ListedDelivery[];
  counts: Record<Filter, number>;
  /** False until the first answer. */
  ready: boolean;
  more: () => void;
}

const NONE = { all: 0, unread: 0, refused: 0 };

/** The inbox newest first, page by page. Its key begins with `webhook.list`, so main's events refresh it. */
export function useDeliveries(filter: Filter, text: string): Deliveries {
  const input = { filter, limit: PAGE, ...(text && { text }) };
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['webhook.list', input, 'pages'],
    queryFn: ({ pageParam }) => call('webhook.list', { ...input, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ deliveries }) => (deliveries.length < PAGE ? null : (deliveries.at(-1)?.id ?? null)),
    placeholderData: (previous) => previous,
  });
  const deliveries = useMemo(() => data?.pages.flatMap((page) => page.deliveries) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { deliveries, counts: data?.pages[0]?.counts ?? NONE, ready: data !== undefined, more };
}

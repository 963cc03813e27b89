import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Job } from '../../shared/job';
import { call } from '../api';

const PAGE = 100;

interface JobPages {
  jobs: readonly Job[];
  total: number;
  /** False until the first answer. */
  ready: boolean;
  /** Asks for the next page, where there is one and none is on its way. */
  more: () => void;
  /** Why there are no rows. */
  error: Error | null;
  again: () => void;
}

/** The history newest first, page by page. Its key begins with `job.list`, so main's events refresh it. */
export function useJobPages(scope: 'ended' | 'library', text = ''): JobPages {
  const input = { scope, limit: PAGE, ...(text && { text }) };
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['job.list', input, 'pages'],
    queryFn: ({ pageParam }) => call('job.list', { ...input, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ jobs }) => (jobs.length < PAGE ? null : (jobs.at(-1)?.createdAt ?? null)),
    // no skeletons while a search is typed: the old rows stay until the new ones are there
    placeholderData: (previous) => previous,
  });
  const jobs = useMemo(() => data?.pages.flatMap((page) => page.jobs) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const again = useCallback(() => void refetch(), [refetch]);
  return {
    error: data ? null : error,
    again,
    jobs,
    total: data?.pages[0]?.total ?? 0,
    ready: data !== undefined,
    more,
  };
}

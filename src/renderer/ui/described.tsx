import { InputWrapperContext } from '@mantine/core';
import { use, type ReactNode } from 'react';

function Described({ ids, children }: { ids: string | undefined; children: ReactNode }) {
  const wrapper = use(InputWrapperContext);
  return <InputWrapperContext value={{ ...wrapper, describedBy: ids }}>{children}</InputWrapperContext>;
}

/**
 * For `inputContainer` of Mantine's inputs: they write `aria-describedby` from their wrapper and drop the one they
 * are given, so that screen readers would hear neither the help nor what is wrong.
 */
export const withDescription = (ids: string | undefined) =>
  function container(input: ReactNode): ReactNode {
    return <Described ids={ids}>{input}</Described>;
  };

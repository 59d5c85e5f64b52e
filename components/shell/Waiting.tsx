import { Skeleton } from '@mantine/core';
import { useSlowness } from '../state/use-slowness.ts';

/** Nothing at first: what is quick needs no skeleton. */
export function Waiting() {
  return useSlowness() ? <Skeleton height={60} /> : null;
}

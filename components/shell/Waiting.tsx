import { Skeleton } from '@mantine/core';
import { useDelayed } from '../state/use-delayed.ts';

const SKELETON_AFTER_MS = 300;

/** Nothing at first: what is quick needs no skeleton. */
export function Waiting() {
  return useDelayed(SKELETON_AFTER_MS) ? <Skeleton height={60} /> : null;
}

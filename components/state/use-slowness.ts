import { useEffect, useState } from 'react';

const SLOW_AFTER_MS = 300;

/** False at first, then true: what is quick needs no skeleton. */
export function useSlowness(): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow;
}

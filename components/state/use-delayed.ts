import { useEffect, useState } from 'react';

/** False at first, true after `milliseconds`: what is quick needs no spinner. */
export function useDelayed(milliseconds: number): boolean {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isDue;
}

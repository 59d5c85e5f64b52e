import { useEffect, useState } from 'react';

/** The cards come first; what asks for this can wait until they had their turn. */
export function useFirstPaintOver(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsOver(true), 0);
    return () => clearTimeout(timer);
  }, []);
  return isOver;
}

/**
 * A clean-up that may find nothing left to clean: after an update the browser's interfaces are gone from old
 * scripts, and taking a listener off throws. The page must not see that as an error of its own.
 */
export function quietly(cleanUp: () => void): () => void {
  return () => {
    try {
      cleanUp();
    } catch {
      // Gone already: that is all we wanted.
    }
  };
}

/** How often to look: soon enough to feel immediate, rare enough to cost nothing. */
const pollMs = 250;

/**
 * Calls `onGone` once when the process that started this one has ended.
 *
 * A signal sent to npm ends npm and its shell but is not passed on to the program below, which would live on
 * unseen. An orphan is given another parent, so a changed parent id says that ours is gone.
 * The watch does not keep the process alive. Returns a function that ends it.
 */
export function endWithParent(onGone: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, pollMs);
  timer.unref();
  return () => clearInterval(timer);
}

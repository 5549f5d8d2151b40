/** Resolves after a while. @throws the reason of the signal as soon as it aborts */
export async function sleep(spanMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, spanMs);
    signal.addEventListener('abort', stop, { once: true });
  });
}

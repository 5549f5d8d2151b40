import type { PostHogClient } from './client';

type Part = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

/**
 * A client whose code is loaded when it is first asked something: starting the editor does not wait for it. Every
 * method of every part hands its arguments on to the real one.
 */
export function lazyClient(load: () => Promise<PostHogClient>): PostHogClient {
  const part = <Name extends keyof PostHogClient>(name: Name): PostHogClient[Name] => {
    const ask =
      (method: string) =>
      async (...values: readonly unknown[]): Promise<unknown> => {
        const real = (await load())[name] as unknown as Part;
        return real[method]?.(...values);
      };
    return new Proxy({}, { get: (_, method) => ask(String(method)) }) as PostHogClient[Name];
  };
  return {
    account: part('account'),
    experiments: part('experiments'),
    results: part('results'),
    flags: part('flags'),
    catalog: part('catalog'),
  };
}

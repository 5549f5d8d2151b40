import { PostHog } from 'posthog-node';

export enum ServerFlag {
  Replies = '⟦definition:threaded-replies⟧',
  Drafts = '⟦definition:autosave-drafts⟧',
}

export class FlagCache {
  private readonly values = new Map<string, unknown>();

  constructor(private readonly client: PostHog) {}

  async load(userId: string) {
    const all = await this.client.getAllFlagsAndPayloads(userId, { flagKeys: Object.values(ServerFlag) });
    for (const [key, value] of Object.entries(all.featureFlags ?? {})) this.values.set(key, value);
  }

  isOn(flag: ServerFlag): boolean {
    return this.values.get(flag) === true;
  }
}

export const showReplies = (cache: FlagCache) => cache.isOn(⟦use:ServerFlag.Replies=>threaded-replies⟧);

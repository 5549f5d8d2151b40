import { PostHog } from 'posthog-node';
import { FlagPort } from './flagPort';

export class PostHogFlags extends FlagPort {
  readonly #client = new PostHog('key');

  override async isActive(key: string, userId: string): Promise<boolean> {
    try {
      return (await this.#client.isFeatureEnabled(key, userId)) ?? false;
    } catch {
      return false;
    }
  }
}

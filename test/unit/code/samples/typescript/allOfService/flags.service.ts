import { PostHog } from 'posthog-node';

export class FlagsService {
  constructor(private readonly client: PostHog) {}

  all(user: { id: string }) {
    return this.client.getAllFlags(user.id);
  }
}

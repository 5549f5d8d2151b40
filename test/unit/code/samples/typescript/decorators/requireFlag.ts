import { posthog } from './posthog';

/** Does nothing while the flag is off. */
export function RequireFlag(flag: string) {
  return (_target: object, _name: string, descriptor: PropertyDescriptor) => {
    const { value } = descriptor;
    descriptor.value = async (...given: unknown[]) =>
      (await posthog.isFeatureEnabled(flag, 'user-1')) ? value(...given) : undefined;
  };
}

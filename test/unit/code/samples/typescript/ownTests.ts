import posthog from 'posthog-js';
import { vi } from 'vitest';

vi.mock('posthog-js', () => ({ default: { isFeatureEnabled: vi.fn(() => true), capture: vi.fn() } }));

const isOn = (key: string) => posthog.isFeatureEnabled(key);

it('reads tested-flag', () => {
  vi.mocked(posthog.isFeatureEnabled).mockReturnValue(true);
  expect(isOn('⟦wrapper:tested-flag⟧')).toBe(true);
  expect(posthog.capture).not.toHaveBeenCalledWith('tested-flag');
});

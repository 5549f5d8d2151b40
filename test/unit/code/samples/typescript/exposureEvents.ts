import posthog from 'posthog-js';

const experiments = loadAssignments();

export function trackExposure(experiment: string) {
  posthog.capture('$feature_flag_called', {
    $feature_flag: experiment,
    $feature_flag_response: experiments[experiment],
  });
}

trackExposure('⟦wrapper:checkout-steps⟧');
posthog.capture('checkout-steps viewed', { step: 'checkout-steps' });

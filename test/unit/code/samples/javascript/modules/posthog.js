import posthog from 'posthog-js';
import config from './config';

export const featureFlags = {
  insights: '⟦definition:insights-page⟧',
  plugins: '⟦definition:plugin-store⟧',
};

export const isFeatureEnabled = async (flag) => {
  if (config.isSelfHosted) return true;
  try {
    return posthog.isFeatureEnabled(flag);
  } catch (error) {
    console.error(error);
    return false;
  }
};

const parameters = new URLSearchParams(window.location.search);

const inspected = {
  flagName: parameters.get('watch') || '⟦definition:sandbox-embed⟧',
  expected: parameters.get('expected') || 'with-sandbox',
  selector: parameters.get('selector') || '.homepage',
};

window.posthog.onFeatureFlags(() => {
  const value = window.posthog.getFeatureFlag(⟦use:inspected.flagName=>sandbox-embed⟧);
  console.info(value === inspected.expected, inspected.selector);
});

/* global posthog */
window.posthog.onFeatureFlags(function () {
  if (window.posthog.getFeatureFlag('⟦call:cta-text⟧') === 'test') {
    document.getElementById('cta-text').innerText = "It's new";
  }
  if (posthog && posthog.isFeatureEnabled && posthog.isFeatureEnabled("⟦call:cta-color⟧")) paint(/cta-color/g);
});
var regex = /posthog\.isFeatureEnabled\('regex-flag'\)/;
var ratio = width / 2 / posthog.getFeatureFlagPayload('⟦call:cta-ratio⟧');

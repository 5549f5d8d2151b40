import 'package:posthog_flutter/posthog_flutter.dart';

class HomePage {
  final Posthog _posthog = Posthog();

  /// `Posthog().isFeatureEnabled('only-in-docs')`
  Future<void> load() async {
    // await Posthog().isFeatureEnabled('only-a-comment');
    if (await Posthog().isFeatureEnabled('⟦call:drawer-menu⟧')) openDrawer();
    final layout = await Posthog().getFeatureFlag("⟦call:page-layout⟧");
    final texts = await _posthog.getFeatureFlagPayload(
      '⟦call:page-texts⟧',
    ) as Map?;
    final result = await _posthog.getFeatureFlagResult('⟦call:page-result⟧', sendEvent: false);
    final raw = await Posthog().getFeatureFlag(r'⟦call:raw-text⟧') == 'drawer-menu';
    final chained = (await Posthog()
            .getFeatureFlagResult('⟦call:chained-call⟧'))
        ?.variant;
    await Posthog().capture(eventName: 'drawer-menu opened', properties: {'layout': 'drawer-menu'});
    debugPrint('on: ${await _posthog.isFeatureEnabled('⟦call:in-interpolation⟧')} drawer-menu');
    return render(layout, texts, result, raw, chained);
  }
}

import 'keys.dart';

Future<void> open(Flags flags) async {
  if (await flags.isEnabled(⟦use:FeatureFlagKeys.basket=>basket-v2⟧)) {
    track(EventNames.opened);
  }
}

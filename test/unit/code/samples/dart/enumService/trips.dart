import 'feature_flags.dart';

Future<void> plan(FlagService flags) async {
  if (await flags.isEnabled(⟦use:FeatureFlag.offlineMaps=>offline-maps⟧)) download('offline-maps');
  if (await FlagService.isOn(⟦use:FlagKeys.sharing=>trip-sharing⟧)) share();
  if (await FlagService.isOn('⟦wrapper:trip-weather⟧')) weather();
}

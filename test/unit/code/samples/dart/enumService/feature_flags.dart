import 'package:posthog_flutter/posthog_flutter.dart';

enum FeatureFlag {
  offlineMaps('⟦definition:offline-maps⟧'),
  nightColors('⟦definition:night-colors⟧');

  const FeatureFlag(this.key);
  final String key;
}

class FlagKeys {
  static const String sharing = '⟦definition:trip-sharing⟧';
}

class FlagService {
  FlagService(this._posthog);
  final Posthog _posthog;

  Future<bool> isEnabled(FeatureFlag flag) => _posthog.isFeatureEnabled(flag.key);

  static Future<bool> isOn(String key) async {
    try {
      return await Posthog().isFeatureEnabled(key);
    } catch (error) {
      return false;
    }
  }
}

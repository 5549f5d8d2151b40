import 'package:posthog_flutter/posthog_flutter.dart';

class FeatureFlagKeys {
  const FeatureFlagKeys._();

  static const String basket = '⟦definition:basket-v2⟧';
  static const String menu = '⟦definition:week-menu⟧';
  static const Set<String> menuVariants = {'long', 'short'};
}

class EventNames {
  static const String opened = 'basket-opened';
}

class Flags {
  Flags(this._read);

  final Future<bool> Function(String key) _read;

  Future<bool> isEnabled(String key) => _read(key);
}

Flags create() => Flags((key) => Posthog().isFeatureEnabled(key));

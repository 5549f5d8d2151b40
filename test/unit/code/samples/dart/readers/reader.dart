import 'package:posthog_flutter/posthog_flutter.dart';

extension type const FlagKey(String value) {
  static const plates = FlagKey('⟦definition:plate-photos⟧');
  static const labels = FlagKey('⟦definition:jar-labels⟧');
}

enum Step { ⟦definition:soak⟧, ⟦definition:knead⟧ }

enum Unit { gram, cup }

abstract interface class PayloadReader {
  Future<Object?> readJson(String key);
}

class HogReader implements PayloadReader {
  HogReader() : _posthog = Posthog();

  final Posthog _posthog;

  @override
  Future<Object?> readJson(String key) async {
    final result = await _posthog.getFeatureFlagResult(key);
    return result?.payload;
  }

  Future<bool> isStep(Step step) => _posthog.isFeatureEnabled(step.name);

  Future<void> load() async {
    for (final key in [⟦use:FlagKey.plates=>plate-photos⟧, ⟦use:FlagKey.labels=>jar-labels⟧]) {
      await _posthog.isFeatureEnabled(key.value);
    }
  }
}

class Reads {
  Reads({Future<Object?> Function(String key)? getFlag}) : _getFlag = getFlag ?? ((_) async => null);

  final Future<Object?> Function(String key) _getFlag;

  Future<bool> isOn(String key) async => await _getFlag(key) == true;
}

final reads = Reads(getFlag: (key) => Posthog().getFeatureFlag(key));

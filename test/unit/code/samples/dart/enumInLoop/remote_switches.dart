import 'package:posthog_flutter/posthog_flutter.dart';

enum Switch {
  darkMap('⟦definition:dark-map⟧'),
  groupTrips('⟦definition:group-trips⟧'),
  offlineTiles('⟦definition:offline-tiles⟧');

  final String key;
  const Switch(this.key);
}

enum Layer {
  hills('hill-shade'),
  water('water-names');

  final String key;
  const Layer(this.key);
}

class RemoteSwitches {
  static final RemoteSwitches instance = RemoteSwitches._();
  RemoteSwitches._();

  final Map<Switch, bool> _known = {
    for (final each in Switch.values) each: false,
  };

  bool isOn(Switch wanted) => _known[wanted] ?? false;

  Future<void> reload() async {
    for (final each in Switch.values) {
      _known[each] = await Posthog().isFeatureEnabled(each.key);
    }
    for (final layer in Layer.values) {
      Posthog().screen(screenName: layer.key);
    }
  }

  /// Its name stands before the types it is used with.
  Future<T?> read<T>(String name, {T? fallback}) async {
    final value = await Posthog().getFeatureFlag(name);
    return value is T ? value : fallback;
  }

  Future<int> countOf(List<String> names) async {
    var count = 0;
    for (final name in names) {
      if (await Posthog().isFeatureEnabled(name)) count++;
    }
    return count;
  }
}

import 'package:posthog_flutter/posthog_flutter.dart';

enum Flag {
  recipes('⟦definition:recipe_box⟧'),
  timers('⟦definition:kitchen_timers⟧', fallback: true);

  const Flag(this.key, {this.fallback = false});

  final String key;
  final bool fallback;

  Future<bool> get isOn => Posthog().isFeatureEnabled(key);

  Future<String> get variant async {
    final value = await Posthog().getFeatureFlag(key);
    return value is String ? value : 'control';
  }
}

enum Meal {
  lunch('midday-meal');

  const Meal(this.name);
  final String name;
  bool get isOn => name.isNotEmpty;
}

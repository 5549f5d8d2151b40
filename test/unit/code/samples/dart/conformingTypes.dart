import 'package:posthog_flutter/posthog_flutter.dart';

abstract class FeatureFlag {
  String get key;

  Future<bool> get isOn => Posthog().isFeatureEnabled(key);
}

class SharedLists extends FeatureFlag {
  @override
  String get key => '⟦definition:shared-lists⟧';
}

class MealPlans extends FeatureFlag {
  @override
  final String key = '⟦definition:meal-plans⟧';
}

class Meal {
  String get key => 'meal-key';
}

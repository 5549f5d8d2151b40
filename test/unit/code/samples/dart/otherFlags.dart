import 'package:posthog_flutter/posthog_flutter.dart';
import 'package:firebase_remote_config/firebase_remote_config.dart';

enum LocalFeature {
  reviews('local-reviews');

  const LocalFeature(this.id);
  final String id;
}

Future<bool> decide(SharedPreferences preferences, LocalFeatures local) async {
  await Posthog().register('plan', 'drawer-plus');
  await Posthog().screen(screenName: 'drawer-menu');
  return FirebaseRemoteConfig.instance.getBool('remote-flag') ||
      preferences.getBool('local-preference') == true ||
      local.isEnabled('local-feature') ||
      local.has(LocalFeature.reviews.id);
}

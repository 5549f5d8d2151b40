import 'package:posthog_flutter/posthog_flutter.dart';

enum Test { steps, video }

enum Page { home }

extension TestKey on Test {
  String get key => switch (this) {
        Test.steps => '⟦definition:step-photos⟧',
        Test.video => '⟦definition:video-hints⟧',
      };
}

extension PageTitle on Page {
  String get name {
    switch (this) {
      case Page.home:
        return 'home-page';
    }
  }
}

class Tests {
  Future<String> variant(Test test) async {
    final value = await Posthog().getFeatureFlag(test.key);
    return value?.toString() ?? 'control';
  }
}

Future<void> show(Tests tests) async {
  final steps = await tests.variant(⟦use:Test.steps=>step-photos⟧);
  await Posthog().screen(screenName: Page.home.name);
}

import 'flag.dart';

Future<void> load() async {
  final boxed = await ⟦use:Flag.recipes=>recipe_box⟧.isOn;
  if (Meal.lunch.isOn && boxed) return;
  switch (await ⟦use:Flag.timers=>kitchen_timers⟧.variant) {
    case 'loud':
      ring('kitchen-bell');
  }
}

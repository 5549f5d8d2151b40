import 'flags.dart';

class ScalePage extends ConsumerWidget {
  @override
  Widget build(BuildContext context, WidgetRef ref) {
    final scale = ref.watch(flagProvider(⟦use:kScale=>kitchen-scale⟧));
    final recipe = ref.watch(recipeProvider('plum-cake'));
    return Column(children: [
      const Gate(flag: '⟦wrapper:unit-switch⟧', child: Switch(name: 'unit-name')),
      Banner(experiment: '⟦wrapper:banner-copy⟧', text: 'banner-text'),
      if (ref.flag('⟦wrapper:scale-sound⟧')) const Sound(),
    ]);
  }
}

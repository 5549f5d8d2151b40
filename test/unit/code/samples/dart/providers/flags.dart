import 'package:flutter_riverpod/flutter_riverpod.dart';
import 'package:posthog_flutter/posthog_flutter.dart';

const kScale = '⟦definition:kitchen-scale⟧';
const kScaleRoute = 'scale-route';

final flagProvider = FutureProvider.family<bool, String>((ref, key) async {
  return Posthog().isFeatureEnabled(key);
});

final recipeProvider = FutureProvider.family<Recipe, String>((ref, slug) async {
  return ref.read(recipes).load(slug);
});

class Gate extends ConsumerWidget {
  const Gate({super.key, required this.flag, required this.child});

  final String flag;
  final Widget child;

  @override
  Widget build(BuildContext context, WidgetRef ref) {
    return ref.watch(flagProvider(flag)).valueOrNull ?? false ? child : const SizedBox.shrink();
  }
}

class Banner extends StatefulWidget {
  const Banner({required this.experiment, required this.text});
  final String experiment;
  final String text;

  @override
  State<Banner> createState() => _BannerState();
}

class _BannerState extends State<Banner> {
  @override
  void initState() {
    super.initState();
    Posthog().getFeatureFlag(widget.experiment).then((value) => setState(() {}));
    debugPrint(widget.text);
  }
}

extension FlagRef on WidgetRef {
  bool flag(String key) => watch(flagProvider(key)).valueOrNull ?? false;
}

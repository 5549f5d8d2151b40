import 'remote_switches.dart';

class TripPage {
  bool get hasGroups => RemoteSwitches.instance.isOn(⟦use:Switch.groupTrips=>group-trips⟧);

  void draw(Map<Layer, int> heights) {
    heights.remove(Layer.hills);
    show(['dark-map', 'water']);
  }

  Future<void> prepare(RemoteSwitches switches) async {
    final order = await switches.read('⟦wrapper:trip-order⟧');
    final count = await switches.countOf(const ['⟦wrapper:new-stops⟧', '⟦wrapper:new-fares⟧']);
    show(['$order $count']);
  }
}

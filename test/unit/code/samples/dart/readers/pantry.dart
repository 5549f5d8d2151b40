import 'reader.dart';

class Pantry {
  const Pantry(this._reader);

  static const flagKey = '⟦definition:pantry-limits⟧';
  static const boxKey = 'pantry-box';

  final PayloadReader _reader;

  Future<Object?> limits() => _reader.readJson(⟦use:flagKey=>pantry-limits⟧);

  Future<bool> knead(HogReader reader) async {
    if (await reads.isOn('⟦wrapper:pantry-scan⟧')) scan('pantry-shelf');
    print(Unit.gram.name);
    return reader.isStep(⟦use:Step.knead=>knead⟧);
  }
}

const testFolder = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|fixtures?|mocks?|testdata)\//i;
const testFile =
  /(?:[._-](?:tests?|specs?|mock|stories|cy)\.\w+|Tests?\.\w+|(?:^|\/)test_\w+\.py|(?:^|\/)conftest\.py)$/;

/** Whether code at this path tests other code: it makes flags and variants up. Forward slashes. */
export function isTestPath(path: string): boolean {
  return testFolder.test(path) || testFile.test(path);
}

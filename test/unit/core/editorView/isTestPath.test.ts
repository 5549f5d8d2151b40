import assert from 'node:assert/strict';
import { isTestPath } from '../../../../src/core/editorView/isTestPath';

describe('A test by its path', () => {
  const tests = [
    'src/a.test.ts',
    'a.spec.tsx',
    'pkg/flags_test.go',
    'tests/test_flags.py',
    'app/test_flags.py',
    'spec/a_spec.rb',
    'src/__tests__/a.js',
    'src/test/java/A.java',
    'FlagsTest.kt',
    'FlagsTests.swift',
    'Button.stories.tsx',
    'conftest.py',
  ];
  for (const path of tests) it(`is ${path}`, () => assert.ok(isTestPath(path)));
  const code = [
    'src/a.ts',
    'src/latest/a.ts',
    'contest.py',
    'src/testimonials/page.tsx',
    'attest.go',
    'src/Contest.kt',
    'specification.md',
  ];
  for (const path of code) it(`is not ${path}`, () => assert.ok(!isTestPath(path)));
});

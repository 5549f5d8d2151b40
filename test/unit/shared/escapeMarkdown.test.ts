import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../../src/shared/escapeMarkdown';

describe('escapeMarkdown', () => {
  it('leaves letters, digits, spaces and other scripts as they are', () => {
    assert.equal(escapeMarkdown('  Größe 12 → 13 ▲ 🧪  '), 'Größe 12 → 13 ▲ 🧪');
  });

  it('takes every mark literally that could mean something', () => {
    assert.equal(escapeMarkdown('[x](command:y)'), String.raw`\[x\]\(command\:y\)`);
    assert.equal(escapeMarkdown('<img src=x>'), String.raw`\<img src\=x\>`);
    assert.equal(escapeMarkdown('$(trash) &amp; `a` **b**'), String.raw`\$\(trash\) \&amp\; \`a\` \*\*b\*\*`);
    assert.equal(escapeMarkdown('# 1. - a\\'), String.raw`\# 1\. \- a\\`);
    assert.equal(escapeMarkdown('https://example.com'), String.raw`https\:\/\/example\.com`);
  });
});

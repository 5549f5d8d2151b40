import assert from 'node:assert/strict';
import { markdownText } from '../../../../src/core/export/markdownText';

describe('Text of others in Markdown', () => {
  it('is left as it is where it means nothing', () => {
    for (const plain of [
      'Checkout CTA',
      'my_flag-key',
      '+12.67% [4.50%, 20.85%], 99.9%',
      'a:b (c) 🧪',
      '-8.5%',
    ])
      assert.equal(markdownText(plain), plain);
  });

  it('makes no link, image, tag, emphasis, cell or formula', () => {
    assert.equal(markdownText('[a](command:quit)'), String.raw`[a\](command:quit)`);
    assert.equal(markdownText('![a][b]'), String.raw`\![a\][b]`);
    assert.equal(markdownText('<img onerror>'), String.raw`\<img onerror\>`);
    assert.equal(
      markdownText('*a* _b_ ~~c~~ `d` | $e$ &amp;'),
      String.raw`\*a\* \_b\_ \~\~c\~\~ \`d\` \| \$e\$ \&amp;`,
    );
    assert.equal(markdownText(String.raw`\|`), String.raw`\\\|`);
    assert.equal(markdownText('{{x}}'), String.raw`\{\{x\}\}`);
    assert.equal(markdownText('https://x www.x'), String.raw`https\://x www\.x`);
  });

  it('begins no list, heading or rule, and stays on its line', () => {
    assert.equal(markdownText('- a'), String.raw`\- a`);
    assert.equal(markdownText('---'), String.raw`\---`);
    assert.equal(markdownText('# a'), String.raw`\# a`);
    assert.equal(markdownText('1. a'), String.raw`1\. a`);
    assert.equal(markdownText('a\n\n# b'), 'a # b');
  });

  it('mentions nobody and refers to nothing', () => {
    assert.equal(markdownText('@ada #12'), '@<!-- -->ada #<!-- -->12');
    assert.doesNotMatch(markdownText('\u202Eabc'), /\u202E/u);
  });
});

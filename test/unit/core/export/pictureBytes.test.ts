import assert from 'node:assert/strict';
import { findPictureBytes } from '../../../../src/core/export/pictureBytes';
import { maxPictureLength } from '../../../../src/shared/panelExport';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
const urlOf = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`;

describe('The picture that the panel sends', () => {
  it('is taken when it is a PNG', () => {
    assert.deepEqual(Buffer.from(findPictureBytes(urlOf(png)) ?? []), png);
  });

  it('is refused when it is anything else', () => {
    for (const odd of [
      '',
      'data:image/svg+xml;base64,AAAA',
      urlOf(Buffer.from('<script>')),
      `${urlOf(png)}!`,
      'data:image/png;base64,',
      `data:image/png;base64,${'A'.repeat(maxPictureLength)}`,
    ])
      assert.equal(findPictureBytes(odd), undefined, odd.slice(0, 40));
  });
});

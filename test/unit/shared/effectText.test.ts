import assert from 'node:assert/strict';
import { effectText } from '../../../src/shared/effectText';

describe('effectText', () => {
  it('writes a relative change with its interval', () => {
    const point = { samples: 20_008, change: 0.12674, low: 0.045, high: 0.2085 };
    assert.deepEqual(effectText(point, 'relative'), {
      change: '+12.67%',
      interval: '[4.50%, 20.85%]',
      range: '+4.50% to +20.85%',
    });
  });

  it('keeps the minus of a bound', () => {
    const point = { samples: 900, change: -0.0849, low: -0.17, high: 0.0002 };
    assert.deepEqual(effectText(point, 'relative'), {
      change: '−8.49%',
      interval: '[−17.00%, 0.02%]',
      range: '−17.00% to +0.02%',
    });
  });

  it('gives small absolute differences the decimals they need', () => {
    const share = { samples: 900, change: 0.0152, low: 0.0054, high: 0.025 };
    assert.deepEqual(effectText(share, 'absolute'), {
      change: '+0.0152',
      interval: '[0.0054, 0.0250]',
      range: '+0.0054 to +0.0250',
    });
    const amount = { samples: 900, change: 12.345, low: -1, high: 25.69 };
    assert.deepEqual(effectText(amount, 'absolute'), {
      change: '+12.35',
      interval: '[−1.00, 25.69]',
      range: '−1.00 to +25.69',
    });
  });

  it('says nothing where nothing is known', () => {
    assert.deepEqual(effectText({ samples: 12 }, 'relative'), { change: '—', interval: '—', range: '—' });
    assert.deepEqual(effectText({ samples: 12, change: 0.1 }, 'relative'), {
      change: '+10.00%',
      interval: '—',
      range: '—',
    });
  });
});

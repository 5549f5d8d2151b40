import assert from 'node:assert/strict';
import { isUnencrypted, normalizeHost, otherRegion, regions } from '../../../../src/core/account/host';

describe('The host', () => {
  it('is the cloud for every address of a cloud', () => {
    for (const address of [
      'https://us.posthog.com',
      'us.posthog.com',
      ' https://us.posthog.com/project/42/experiments?tab=all#top ',
      'https://app.posthog.com',
      'posthog.com',
      'http://us.posthog.com',
      'https://us.i.posthog.com',
      'HTTPS://US.PostHog.com/',
    ]) {
      assert.equal(normalizeHost(address), regions.us, address);
    }
    for (const address of ['eu.posthog.com/project/1', 'https://eu.i.posthog.com/i/v0/e/']) {
      assert.equal(normalizeHost(address), regions.eu, address);
    }
  });

  it('is the origin of an instance of one’s own: scheme and port stay, path and login go', () => {
    const origins = {
      'https://posthog.example.com/project/42': 'https://posthog.example.com',
      'posthog.example.com:8443/x': 'https://posthog.example.com:8443',
      'http://localhost:8000/': 'http://localhost:8000',
      'http://127.0.0.1:8000': 'http://127.0.0.1:8000',
      'https://ada:secret@posthog.example.com': 'https://posthog.example.com',
      'https://app.posthog.com.example.com': 'https://app.posthog.com.example.com',
      'https://[::1]:8000/': 'https://[::1]:8000',
    };
    for (const [address, origin] of Object.entries(origins)) {
      assert.equal(normalizeHost(address), origin, address);
    }
  });

  it('is nothing for what is no web address', () => {
    for (const text of [
      '',
      '   ',
      'https://',
      'not a host',
      'ftp://posthog.example.com',
      'file:///etc/hosts',
    ]) {
      assert.equal(normalizeHost(text), undefined, text);
    }
  });

  it('is unencrypted when it is plain http on another machine', () => {
    for (const host of [
      'http://posthog.example.com',
      'http://192.168.1.7:8000',
      'http://localhost.example.com',
    ]) {
      assert.equal(isUnencrypted(host), true, host);
    }
    for (const host of [
      regions.us,
      'https://192.168.1.7',
      'http://localhost:8000',
      'http://posthog.localhost',
      'http://127.0.0.1:8000',
      'http://127.1.2.3',
      'http://[::1]:8000',
    ]) {
      assert.equal(isUnencrypted(host), false, host);
    }
  });

  it('has another region only in the cloud', () => {
    assert.equal(otherRegion(regions.us), 'eu');
    assert.equal(otherRegion(regions.eu), 'us');
    assert.equal(otherRegion('https://posthog.example.com'), undefined);
  });
});

const { PostHog } = require('posthog-node');
const flags = require('./flags');

const client = new PostHog(process.env.KEY, { flushAt: 1 });
const NEW_MAILER = '⟦definition:new-mailer⟧';

module.exports = {
  async mailer(userId) {
    if (await client.isFeatureEnabled(⟦use:NEW_MAILER=>new-mailer⟧, userId)) return 'new-mailer';
    const value = await client.getFeatureFlag('⟦call:mailer-region⟧', userId, { groups: { org: 'new-mailer' } });
    return value === 'eu' ? 'eu' : flags.fallback;
  },
  checkFlag: (key, userId) => client.isFeatureEnabled(key, userId),
};

module.exports.checkFlag('⟦wrapper:mail-digest⟧', 'user-1').then(console.log);

const { PostHog } = require('posthog-node');
const { FLAGS, LEGACY } = require('./flags');
const keys = require('./flags');

const hog = new PostHog('key');

exports.run = async (job) => [
  await hog.isFeatureEnabled(⟦use:FLAGS.queue=>fast-queue⟧, job.user),
  await hog.isFeatureEnabled(⟦use:LEGACY=>legacy-queue⟧, job.user),
  await hog.getFeatureFlag(⟦use:keys.FLAGS.retry=>smart-retry⟧, job.user),
];

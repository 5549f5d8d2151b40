const { PostHog } = require('posthog-node');

const posthog = new PostHog(process.env.POSTHOG_KEY);

const middleware = (key) => async (req, res, next) =>
  (await posthog.isFeatureEnabled(key, req.user.id)) ? next() : res.sendStatus(404);

const logged = (name) => (req, res, next) => next(console.log(name));

module.exports = { requireFlag: middleware, requireLog: logged };

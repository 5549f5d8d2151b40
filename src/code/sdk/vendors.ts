/** Other vendors of feature flags, and frameworks with flags of their own, as their packages and classes are named. */
const vendors =
  /launchdarkly|ldclient|\bld_client|unleash|growthbook|statsig|flagsmith|splitio|split\.io|@splitsoftware|openfeature|open-feature|optimizely|configcat|flipper|waffle|vercel\/flags|flags\/next|devcycle|@happykit|eppo|flipt|ff4j|togglz|pennant|fun_with_flags|firebase\/remote-config|amplitude\/experiment|harness\.io|hypertune|bucketco/gi;

/** Names of the vendors that a text of names speaks of, in lower case, each once. */
export function vendorsIn(text: string): string[] {
  return [...new Set(text.match(vendors)?.map((name) => name.toLowerCase()))];
}

/** Whether a name, a module, a type is another vendor's. */
export function isVendor(name: string): boolean {
  vendors.lastIndex = 0;
  return vendors.test(name);
}

/** Whether a name, a module, a type is PostHog's. */
export function isPostHog(name: string): boolean {
  return /posthog|post_hog|\bph\b|\bhog\b/i.test(name);
}

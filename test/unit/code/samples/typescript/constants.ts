import posthog from 'posthog-js';

const SIDEBAR = '⟦definition:slim-sidebar⟧';
export const SEARCH_FLAG: string = "⟦definition:fuzzy-search⟧";
const ALSO_SIDEBAR = SIDEBAR;
let banner = `⟦definition:promo-banner⟧`;

enum Flag {
  Onboarding = '⟦definition:guided-onboarding⟧',
  Billing = '⟦definition:usage-billing⟧',
  NeverRead = '⟦definition:unread-member⟧',
}

const enum Inlined {
  Chat = '⟦definition:team-chat⟧',
}

const FLAGS = {
  editor: '⟦definition:block-editor⟧',
  'quoted-name': '⟦definition:quoted-member⟧',
  mobile: { tabBar: '⟦definition:bottom-tabs⟧', gestures: { swipe: '⟦definition:swipe-back⟧' } },
  unused: '⟦definition:unused-member⟧',
} as const;

const FROZEN = Object.freeze({ map: '⟦definition:heat-map⟧' });
const TYPED = { grid: '⟦definition:dense-grid⟧' } satisfies Record<string, string>;

class Keys {
  static readonly Export = '⟦definition:csv-export⟧';
  static Import = '⟦definition:csv-import⟧';
}

namespace Spaced {
  export const Voice = '⟦definition:voice-notes⟧';
}

export function read(isNew: boolean) {
  return [
    posthog.isFeatureEnabled(⟦use:SIDEBAR=>slim-sidebar⟧),
    posthog.isFeatureEnabled(⟦use:ALSO_SIDEBAR=>slim-sidebar⟧),
    posthog.isFeatureEnabled(⟦use:SEARCH_FLAG=>fuzzy-search⟧),
    posthog.isFeatureEnabled(⟦use:banner=>promo-banner⟧),
    posthog.getFeatureFlag(⟦use:Flag.Onboarding=>guided-onboarding⟧),
    posthog.getFeatureFlag(⟦use:Flag.Billing=>usage-billing⟧) === 'test',
    posthog.getFeatureFlag(⟦use:Inlined.Chat=>team-chat⟧),
    posthog.getFeatureFlag(⟦use:FLAGS.editor=>block-editor⟧),
    posthog.getFeatureFlag(⟦use:FLAGS['quoted-name']=>quoted-member⟧),
    posthog.getFeatureFlag(⟦use:FLAGS.mobile.tabBar=>bottom-tabs⟧),
    posthog.getFeatureFlag(⟦use:FLAGS.mobile.gestures.swipe=>swipe-back⟧),
    posthog.getFeatureFlag(⟦use:FROZEN.map=>heat-map⟧),
    posthog.getFeatureFlag(⟦use:TYPED.grid=>dense-grid⟧),
    posthog.getFeatureFlag(⟦use:Keys.Export=>csv-export⟧),
    posthog.getFeatureFlag(⟦use:Keys.Import=>csv-import⟧),
    posthog.getFeatureFlag(⟦use:Spaced.Voice=>voice-notes⟧),
    posthog.isFeatureEnabled(isNew ? '⟦call:new-visitor-tour⟧' : '⟦call:returning-tour⟧'),
    posthog.isFeatureEnabled(isNew ? ⟦use:Flag.Onboarding=>guided-onboarding⟧ : ⟦use:SIDEBAR=>slim-sidebar⟧),
  ];
}

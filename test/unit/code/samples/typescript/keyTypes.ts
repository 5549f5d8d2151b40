import posthog from 'posthog-js';

const FLAGS = {
  board: '⟦definition:board-next⟧',
  unread: '⟦definition:board-unread⟧',
} as const;
type Flag = (typeof FLAGS)[keyof typeof FLAGS];

/** What holds until flags are loaded. */
const DEFAULTS = {
  '⟦definition:kiosk-mode⟧': false,
  '⟦definition:kiosk-sound⟧': true,
};
type KioskFlag = keyof typeof DEFAULTS;
const THEMES = { '⟦definition:theme-night⟧': 'dark', '⟦definition:theme-day⟧': 'light' };
const SIZES = { 'wide-screen': 1200, 'small-screen': 600 };
type Theme = keyof typeof THEMES;

export const isOn = (flag: Flag) => posthog.isFeatureEnabled(flag);
export const isKiosk = (flag: KioskFlag) => posthog.isFeatureEnabled(flag) ?? DEFAULTS[flag];
export const isTheme = (theme: Theme) => posthog.isFeatureEnabled(theme) ?? THEMES[theme];
export const kiosk = isKiosk('⟦wrapper:kiosk-mode⟧') && isKiosk('⟦wrapper:kiosk-sound⟧');
export const widthOf = (size: keyof typeof SIZES) => SIZES[size];
export const night = isTheme('⟦wrapper:theme-night⟧');

/** Names a flag for a test: what is in brackets is no key by itself. */
export function override(flag: string, value: boolean) {
  posthog.featureFlags.overrideFeatureFlags({ flags: { [flag]: value } });
}

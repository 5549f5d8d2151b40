import posthog from 'posthog-js';

const FLAG_BY_NAME = {
  INSTALL_PAGE: '⟦definition:install_page⟧',
  OPEN_RELEASE: '⟦definition:openRelease⟧',
} as const;

export const state = { install: false, admin: false, opted: false, open: false };

posthog.onFeatureFlags((flags, variants) => {
  state.admin = flags.includes('⟦call:admin_page⟧');
  state.opted = flags.indexOf("⟦call:opted-in⟧") > -1;
  state.open = variants['⟦call:open-beta⟧'] === 'test';
  for (const [name, key] of Object.entries(FLAG_BY_NAME)) Object.assign(state, { [name]: flags.includes(key) });
});

export const tags = ['admin_page'].includes('admin_page');

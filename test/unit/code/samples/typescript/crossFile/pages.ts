import { hog, isOn } from './client';
import { FLAGS as KEYS } from './flags';
import { EXPORT_PDF, FLAGS, OLD_EXPORT, flagKeys } from './index';
import * as all from './flags';
import { hog as shared } from './client';

export const shown = [
  hog.isFeatureEnabled(⟦use:EXPORT_PDF=>export-pdf⟧),
  hog.isFeatureEnabled(⟦use:OLD_EXPORT=>legacy-export⟧),
  hog.isFeatureEnabled(⟦use:FLAGS.search=>search-ranking⟧),
  hog.isFeatureEnabled(⟦use:KEYS.inbox.snooze=>inbox-snooze⟧),
  hog.isFeatureEnabled(⟦use:flagKeys.EXPORT_PDF=>export-pdf⟧),
  shared.getFeatureFlag(⟦use:all.FLAGS.search=>search-ranking⟧),
  isOn(⟦use:EXPORT_PDF=>export-pdf⟧),
  isOn('⟦wrapper:print-view⟧'),
];

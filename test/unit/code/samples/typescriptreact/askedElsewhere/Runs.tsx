import { useFeatureFlagEnabled } from 'posthog-js/react';
import { EDITOR_FLAG, RECORDER_FLAG, TAGGING_FLAG } from './featureFlags';
import { TABLE } from './tables';
import { useFeatureFlag } from './useFeatureFlag';

export function Runs() {
  const isEditor = useFeatureFlagEnabled(⟦use:EDITOR_FLAG=>run-editor⟧);
  const isTagging = useFeatureFlag(⟦use:TAGGING_FLAG=>run-tagging⟧) !== false;
  const isRecorder = useFeatureFlag(⟦use:RECORDER_FLAG=>run-recorder⟧);
  trackFeatureUsed(TABLE);
  remember(TAGGING_FLAG);
  return isEditor && isTagging && isRecorder ? <Table name={TABLE} /> : null;
}

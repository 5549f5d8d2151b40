export const TAGGING_FLAG = '⟦definition:run-tagging⟧';
export const RECORDER_FLAG = '⟦definition:run-recorder⟧';
export const EDITOR_FLAG = '⟦definition:run-editor⟧';

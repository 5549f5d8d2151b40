import posthog from 'posthog-js';

const FLAGS = { newEditor: '⟦definition:text-editor⟧', tips: '⟦definition:text-tips⟧' } as const;
const LABELS = { newEditor: 'Editor', tips: 'Tips' } as const;

export const isOn = (name: keyof typeof FLAGS): boolean => posthog.isFeatureEnabled(FLAGS[name]) === true;
export const labelOf = (name: keyof typeof LABELS): string => LABELS[name];

export const editor = isOn('⟦wrapper:newEditor=>text-editor⟧');
export const label = labelOf('tips');

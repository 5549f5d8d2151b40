import { forms, type SdkForm } from './form';

/** posthog-rs. */
export const rustForms: readonly SdkForm[] = [
  ...forms('own', [0], 'get_feature_flag_payload evaluate_feature_flag_locally'),
  ...forms('shared', [0], 'is_feature_enabled get_feature_flag'),
  ...forms('own', ['flag_keys'], 'EvaluateFlagsOptions', { holds: 'list' }),
  ...forms('snapshot', [0], 'is_enabled get_flag get_flag_payload', { of: ['evaluate_flags'] }),
  ...forms('own', ['flag_keys'], 'EvaluateFlagsOptions', { holds: 'list' }),
];

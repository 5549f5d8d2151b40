import { forms, type SdkForm } from './form';

/** posthog-elixir: an instance's name may stand before the key. */
export const elixirForms: readonly SdkForm[] = [
  ...forms('own', [0, 1], 'get_feature_flag_result get_feature_flag_result! feature_flag_enabled?'),
  ...forms('shared', [0, 1], 'check check! get_feature_flag feature_flag'),
  ...forms('snapshot', [1, 0], 'enabled? get_flag get_flag_payload', {
    of: ['evaluate_flags', 'Evaluations'],
  }),
  ...forms('shared', ['flag_keys'], 'evaluate_flags', { holds: 'list' }),
];

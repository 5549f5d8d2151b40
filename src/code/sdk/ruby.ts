import { forms, type SdkForm } from './form';

/** posthog-ruby. */
export const rubyForms: readonly SdkForm[] = [
  ...forms('own', ['key', 0], 'get_feature_flag_payload get_feature_flag_result get_remote_config_payload'),
  ...forms('shared', ['key', 0], 'is_feature_enabled get_feature_flag feature_enabled?'),
  ...forms('snapshot', [0], 'enabled? get_flag get_flag_payload', { of: ['evaluate_flags'] }),
  ...forms('snapshot', [0], '[] fetch dig', { of: ['get_all_flags'] }),
  ...forms('shared', ['flag_keys'], 'evaluate_flags get_all_flags', { holds: 'list' }),
];

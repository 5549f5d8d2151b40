import { forms, type SdkForm } from './form';

/** posthog-python: the module's functions and the client's methods. */
export const pythonForms: readonly SdkForm[] = [
  ...forms(
    'own',
    ['key', 0],
    'get_feature_flag_payload get_feature_flag_result get_remote_config_payload feature_enabled',
  ),
  ...forms('own', ['$feature_flag'], 'capture'),
  ...forms('shared', ['key', 0], 'get_feature_flag is_feature_enabled'),
  ...forms('snapshot', ['key', 0], 'is_enabled get_flag get_flag_payload', { of: ['evaluate_flags'] }),
  ...forms('snapshot', [0], '[] get', {
    of: ['get_all_flags', 'get_feature_variants', 'get_all_flags_and_payloads'],
  }),
  ...forms(
    'shared',
    ['flag_keys', 'flag_keys_to_evaluate'],
    'evaluate_flags get_all_flags get_all_flags_and_payloads',
    { holds: 'list' },
  ),
];

import { OpenFeature, useBooleanFlagValue, useFlag, useStringFlagDetails } from '@openfeature/react-sdk';

export function Page() {
  const isOn = useBooleanFlagValue('⟦call:of-banner⟧', false);
  const { value } = useFlag('⟦call:of-limit⟧', 3);
  const { variant } = useStringFlagDetails('⟦call:of-copy⟧', 'control');
  const isFast = OpenFeature.getClient().getBooleanValue('⟦call:of-fast⟧', false);
  return isOn && isFast && value > 1 ? <p>{variant === 'of-copy'}</p> : null;
}

import { useFlags } from './FlagProvider';

export function Checkout() {
  const { isOn } = useFlags();
  const flags = useFlags();
  return (
    <form>
      {isOn('⟦wrapper:express-pay⟧') && <button>Pay</button>}
      {flags.variant('⟦wrapper:address-form⟧') === 'short' ? <Short /> : <Long />}
      {useFlags().isOn('⟦wrapper:gift-wrap⟧') && <label>gift-wrap</label>}
    </form>
  );
}

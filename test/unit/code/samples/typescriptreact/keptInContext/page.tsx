import { useCountry } from './country';
import { useFlag, useFlags } from './flags';

export function Page() {
  const { flags } = useFlags();
  const country = useCountry();
  const isWide = useFlag('⟦wrapper:wide-page⟧');
  return (
    <main className={isWide ? 'wide' : 'narrow'}>
      {flags['⟦call:new-header⟧'] && <Header />}
      {useFlags().flags['⟦call:hero-film⟧'] === 'test' ? <Film /> : null}
      <img src={country.flags['de']} />
    </main>
  );
}

import { useGates } from './gates';

export function Sidebar({ door }: { door: { knocks: (at: string) => boolean } }) {
  const { opens } = useGates();
  const gates = useGates();
  return (
    <nav>
      {opens('⟦wrapper:folded-sidebar⟧') && <b />}
      {gates.opens('⟦wrapper:pinned-notes⟧') && <i />}
      {door.knocks('front-door') && <u />}
    </nav>
  );
}

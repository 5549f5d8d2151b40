export const Pilots = { Charts: '⟦definition:chart-room⟧', Crew: '⟦definition:crew-list⟧' } as const;
export const Icons = { Charts: 'map', Crew: 'people' } as const;

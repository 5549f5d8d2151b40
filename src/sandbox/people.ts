import type { Person } from './project';

/** The account all of the sandbox's keys belong to comes first. */
export const people: readonly [Person, Person, Person] = [
  {
    id: 5,
    uuid: '0191a0c4-5f10-7000-8000-000000000005',
    distinct_id: 'sandbox-ines',
    first_name: 'Ines',
    last_name: 'Marlow',
    email: 'ines@fernwood.example',
  },
  {
    id: 6,
    uuid: '0191a0c4-5f10-7000-8000-000000000006',
    distinct_id: 'sandbox-tom',
    first_name: 'Tom',
    last_name: 'Okafor',
    email: 'tom@fernwood.example',
  },
  {
    id: 7,
    uuid: '0191a0c4-5f10-7000-8000-000000000007',
    distinct_id: 'sandbox-yuki',
    first_name: 'Yuki',
    last_name: '',
    email: 'yuki@fernwood.example',
  },
];

export const organization = {
  id: '0191a0c4-5f10-7000-8000-0000000000aa',
  name: 'Fernwood',
  slug: 'fernwood',
} as const;

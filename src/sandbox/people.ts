import type { Person } from './project';

/** The account all of the sandbox's keys belong to comes first. */
export const people: readonly [Person, Person, Person, Person] = [
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
  // Who writes a user interface had better not trust names either.
  {
    id: 8,
    uuid: '0191a0c4-5f10-7000-8000-000000000008',
    distinct_id: 'sandbox-zoe',
    first_name: '<b onmouseover=alert(1)>Zoë</b>',
    last_name: '](command:workbench.action.quit) \u202EreklaW',
    email: 'zoe@fernwood.example',
  },
];

export const organization = {
  id: '0191a0c4-5f10-7000-8000-0000000000aa',
  name: 'Fernwood',
  slug: 'fernwood',
} as const;

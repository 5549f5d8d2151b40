import * as v from 'valibot';
import type { Activity, ActivityPage } from '../../model/activity';
import { toPerson, wirePerson } from './person';
import { maybe, maybeBoolean, maybeList, maybeNumber, maybeText, maybeTime, readRows } from './tolerant';

/** The envelope of activity lists; the older one has `count` instead of `total_count`. */
export const wireActivityPage = v.object({
  results: v.array(v.unknown()),
  total_count: maybeNumber,
  count: maybeNumber,
});

const wireActivity = v.object({
  activity: v.string(),
  user: wirePerson,
  is_system: maybeBoolean,
  created_at: maybeTime,
  detail: maybe(v.object({ changes: maybeList })),
});

const wireChange = v.object({
  field: maybeText,
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});

export function toActivityPage(wire: v.InferOutput<typeof wireActivityPage>): ActivityPage {
  const { rows, dropped } = readRows(wireActivity, wire.results);
  return { activities: rows.map(toActivity), count: wire.total_count ?? wire.count, unreadable: dropped };
}

function toActivity(wire: v.InferOutput<typeof wireActivity>): Activity {
  return {
    timeMs: wire.created_at,
    person: wire.is_system ? undefined : toPerson(wire.user)?.name,
    verb: wire.activity,
    changes: readRows(wireChange, wire.detail?.changes ?? []).rows.map(({ field, before, after }) => ({
      field,
      before,
      after,
    })),
  };
}

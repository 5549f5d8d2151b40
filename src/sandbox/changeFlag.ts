import { changesBetween, noteActivity } from './activity';
import type { FlagRow } from './flagRow';
import type { ProjectCall } from './route';

/** Stores changes of a flag: counts the version and writes down who did it. */
export function changeFlag(call: ProjectCall, flag: FlagRow, changes: Partial<FlagRow>): void {
  noteActivity(call, {
    scope: 'FeatureFlag',
    itemId: flag.id,
    activity: 'updated',
    name: flag.key,
    changes: changesBetween(flag, changes, 'FeatureFlag'),
  });
  Object.assign(flag, changes, { version: flag.version + 1, updated_at: call.world.now() });
}

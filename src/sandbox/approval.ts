import { ApiRefusal } from './errors';
import type { FlagRow } from './flagRow';
import { isoZ } from './time';
import type { ProjectCall } from './route';
import { userBasic } from './userBasic';

/** Holds back a change of a flag under an approval policy. @throws ApiRefusal 409 in a form of its own */
export function refuseUnapproved({ project, world, key }: ProjectCall, flag: FlagRow): void {
  if (!project.approvals.has(flag.key)) return;
  const id = world.newUuid();
  const message = 'This change needs approval. A change request has been created.';
  throw new ApiRefusal(409, {
    code: 'approval_required',
    status: 'approval_required',
    detail: message,
    message,
    resource_type: 'feature_flag',
    resource_id: String(flag.id),
    change_request_id: id,
    // Older servers tell less of it.
    change_request: project.era.hasFlagOptions
      ? {
          id,
          action_key: 'feature_flag.update',
          resource_type: 'feature_flag',
          resource_id: String(flag.id),
          state: 'pending',
          created_by: userBasic(key.user),
          created_at: isoZ(world.now()),
        }
      : { id },
    required_approvers: { users: [], roles: [], quorum: 1 },
  });
}

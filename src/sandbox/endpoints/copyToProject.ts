import { experimentOf } from '../access';
import { cloneExperiment } from '../cloneExperiment';
import { ApiRefusal, required } from '../errors';
import { integer, text } from '../fields';
import { sandboxProjectIds } from '../keys';
import { isLegacy, type Project } from '../project';
import { type Answer, created, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';

/** `POST experiments/:id/copy_to_project/`: a new draft in another project, without links to shared metrics. */
export async function copyToProject(call: ProjectCall): Promise<Answer> {
  const { body } = call;
  const source = experimentOf(call);
  const targetId = body['target_team_id'];
  if (targetId === undefined) throw required('target_team_id');
  const key = optionalText(body['feature_flag_key'] ?? '', 'feature_flag_key') || source.flag.key;
  const name = optionalText(body['name'] ?? '', 'name') || null;
  const project = targetOf(call, integer(targetId, 'target_team_id'));
  if (isLegacy(source)) {
    throw new ApiRefusal(400, {
      detail: 'Copying is not supported for experiments using legacy metrics.',
    });
  }
  const target = { ...call, project };
  return created(await fullExperiment(cloneExperiment(target, source, { key, name }), target));
}

const optionalText = text({ maxLength: 400, blank: true });

/** @throws ApiRefusal 404 and 403 without the usual form */
function targetOf({ world, key }: ProjectCall, id: number): Project {
  const project = world.projects.get(id);
  const isForeign = id === sandboxProjectIds.foreign;
  if (!project && !isForeign) throw new ApiRefusal(404, { detail: 'Target team not found.' });
  const isBound = key.projectIds.length > 0 && !key.projectIds.includes(id);
  if (!project || isBound) {
    throw new ApiRefusal(403, { detail: 'You do not have write access to the target project.' });
  }
  return project;
}

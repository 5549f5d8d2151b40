import { experimentOf } from '../access';
import { cloneExperiment } from '../cloneExperiment';
import { ApiRefusal } from '../errors';
import { nullable, text } from '../fields';
import { isLegacy } from '../project';
import { type Answer, created, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';

/**
 * `POST experiments/:id/duplicate/`: a new draft. Without another flag key it shares the source's flag; a new key
 * makes a flag with the source's variants.
 */
export async function duplicateExperiment(call: ProjectCall): Promise<Answer> {
  const { project, body } = call;
  const source = experimentOf(call);
  if (isLegacy(source)) {
    throw new ApiRefusal(400, {
      detail: 'Duplication is not supported for experiments using legacy metrics.',
    });
  }
  const key = nullable(text())(body['feature_flag_key'] ?? null, 'feature_flag_key');
  const name = project.era.namesCopies
    ? nullable(text({ maxLength: 400, blank: true }))(body['name'] ?? null, 'name')
    : null;
  const copy = cloneExperiment(call, source, { key: key ?? source.flag.key, name: name || null });
  return created(await fullExperiment(copy, call));
}

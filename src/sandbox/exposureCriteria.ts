import { invalid } from './errors';
import type { Era } from './era';
import { object } from './fields';
import type { Json, JsonObject } from './json';
import { isList, isObject, textIn } from './json';
import { pythonRepr, pythonType } from './python';

const field = 'exposure_criteria';
const kinds = ['ExperimentEventExposureConfig', 'ActionsNode'] as const;
const hint =
  "Expected either an event-based config like {'kind': 'ExperimentEventExposureConfig', 'event': '<event_name>', " +
  "'properties': []} or an action-based config like {'kind': 'ActionsNode', 'id': <action_id>}.";

/** Who counts as exposed, as it is stored. @throws ApiRefusal 400 */
export function readExposureCriteria(value: Json, era: Era): JsonObject | null {
  if (value === null) return null;
  if (!era.checksBodies) return object(value, field);
  if (!isObject(value)) {
    throw invalid(
      `exposure_criteria must be an object, got ${pythonType(value)}. ` +
        "Expected shape: {'filterTestAccounts': <bool>, 'exposure_config': <object>}.",
      field,
    );
  }
  const { filterTestAccounts: filter, exposure_config: config } = value;
  if (filter !== undefined && typeof filter !== 'boolean') {
    throw invalid(
      `exposure_criteria.filterTestAccounts must be a boolean, got ${pythonType(filter)}: ${quoted(filter)}.`,
      field,
    );
  }
  if (config !== undefined) checkConfig(config);
  return value;
}

function checkConfig(config: Json): void {
  if (!isObject(config)) {
    throw invalid(
      `exposure_criteria.exposure_config must be an object, got ${pythonType(config)}. ${hint}`,
      field,
    );
  }
  const given = config['kind'] ?? kinds[0];
  const kind = kinds.find((one) => one === given);
  if (kind === undefined) {
    throw invalid(
      `exposure_criteria.exposure_config.kind must be one of ${pythonRepr(kinds)}, got ${quoted(given)}. ${hint}`,
      field,
    );
  }
  const missing = missingPart(config, kind);
  if (missing === undefined) return;
  const error = `{'loc': (${pythonRepr(missing)},), 'type': 'missing', 'msg': 'Field required'}`;
  throw invalid(
    `Invalid exposure_criteria.exposure_config (kind=${pythonRepr(kind)}): [${error}]. ${hint}`,
    field,
  );
}

function missingPart(config: JsonObject, kind: (typeof kinds)[number]): string | undefined {
  if (kind === 'ActionsNode') return typeof config['id'] === 'number' ? undefined : 'id';
  if (textIn(config, 'event') === undefined) return 'event';
  return isList(config['properties']) ? undefined : 'properties';
}

/** Long values are cut, so that an answer cannot be blown up. */
function quoted(value: Json): string {
  const text = pythonRepr(value);
  return text.length > 80 ? `${text.slice(0, 80)}...(truncated)` : text;
}

import { isList, isObject, type Json, numberIn, textIn } from '../json';
import type { Project } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';

/**
 * `GET experiments/requires_flag_implementation/`: true when no sampled event of the last days carries a flag, so
 * also when nothing was asked for. The filters are JSON in the query; what is no JSON is nothing.
 */
export function requiresFlagImplementation({ project, url }: ProjectCall): Answer {
  const query = url.searchParams;
  const names = [
    ...entitiesIn(query.get('events')).flatMap((entity) => textIn(entity, 'id') ?? []),
    ...entitiesIn(query.get('actions')).flatMap((entity) =>
      eventsOfAction(project, numberIn(entity, 'id') ?? NaN),
    ),
  ];
  return ok({ result: !names.some((name) => project.events.get(name)?.stampsFlags) });
}

function eventsOfAction(project: Project, id: number): readonly string[] {
  return project.actions.get(id)?.events ?? [];
}

function entitiesIn(text: string | null) {
  try {
    const list: Json = JSON.parse(text ?? '[]');
    return isList(list) ? list.filter(isObject) : [];
  } catch {
    return [];
  }
}

/** PostHog refuses longer names. */
export const maxNameLength = 400;

/** Why the text cannot be the name of an experiment, or undefined when it can. A name need not be unique. */
export function nameObstacle(name: string): string | undefined {
  if (name.trim() === '') return 'Give the experiment a name.';
  return name.length > maxNameLength ? `A name has at most ${maxNameLength} characters.` : undefined;
}

const ofCode: Readonly<Record<string, string>> = {
  srm:
    'Look for code that shows a variant without asking the flag, for redirects or crashes that one variant alone has, ' +
    'and for bots. Shares changed while it ran look the same: then there is nothing wrong.',
  srm_low_sample: 'There are still few exposures: look again when there are more.',
  bias_risk_multiple_excluded:
    'Split evenly, or have them counted by the variant they saw first, before the experiment goes on.',
  zero_exposures: 'See that the flag is asked for where people come by, and that the exposure event is sent.',
  one_armed:
    'See that the code asks for the flag in every case, and that no release condition forces the others.',
  exposures_stopped: 'Has the code that asks for the flag gone, or the release that held it?',
  flag_off_while_running: 'Resume the experiment in PostHog, or end it.',
  variant_shipped_while_running: 'End the experiment with a conclusion, or split its users again.',
  flag_live_before_launch: 'Launch the experiment, or turn the flag off until then.',
  flag_live_after_end: 'Ship a variant or turn the flag off, and take its check out of the code.',
  flag_missing: 'Restore the flag in PostHog, or end the experiment.',
  forced_variant_release_condition: 'Look at the release conditions of the flag.',
  no_metric: 'Add a metric: PostHog computes it for the time past, too.',
  long_running: 'Decide: end it with a conclusion. PostHog stops daily results of experiments this old.',
};

/** What to do about a concern, a sentence or two; undefined for what this program does not know. */
export function nextStep(code: string): string | undefined {
  // The code may be the server's: `constructor` is none of these.
  return Object.hasOwn(ofCode, code) ? ofCode[code] : undefined;
}

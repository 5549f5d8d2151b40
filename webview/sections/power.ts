/** How far the sample is, what it could show by now, and how many users other plans would take. */
import { formatCount } from '../../src/shared/format';
import type { PowerView } from '../../src/shared/panelPower';
import { element, setOptionalText, setText } from '../dom';
import type { Section } from '../section';
import { createManualPlan } from './manualPlan';
import { effectText, planSentence } from './powerWords';

/** Below, nothing on earth has enough users. */
const minEffectPercent = 0.5;
const maxEffectPercent = 50;

export function createPower(): Section {
  let view: PowerView | undefined;
  /** What the user moved the slider to. */
  let movedTo: number | undefined;

  const bar = element('progress', { 'aria-labelledby': 'power-progress' });
  const progress = element('p', { id: 'power-progress' });
  const now = element('p');
  const missing = element('p', { class: 'muted' });
  const slider = element('input', {
    type: 'range',
    id: 'effect',
    step: '0.1',
    'aria-describedby': 'effect-plan',
  });
  slider.addEventListener('input', () => {
    movedTo = slider.valueAsNumber;
    render();
  });
  const value = element('output', { for: 'effect' });
  const plan = element('p', { id: 'effect-plan', role: 'status' });
  const manual = createManualPlan(render);
  const effect = element(
    'div',
    { class: 'effect' },
    element('label', { for: 'effect' }, 'Smallest change worth finding'),
    slider,
    value,
  );
  const note = element('p', { class: 'muted' });
  const section = element(
    'section',
    { 'aria-labelledby': 'power' },
    element('h2', { id: 'power' }, 'Power'),
    element('div', { class: 'power-progress' }, progress, bar),
    now,
    missing,
    manual.element,
    effect,
    plan,
    note,
  );

  function render(): void {
    section.hidden = !view;
    if (!view) return;
    const { target, samples, unit, phase } = view;
    const percent = movedTo ?? view.effectPercent;
    setText(progress, progressSentence(view));
    bar.hidden = target === undefined || phase === 'draft';
    bar.max = target ?? 1;
    bar.value = Math.min(samples ?? 0, target ?? 0);
    setOptionalText(
      now,
      view.detectablePercent === undefined || samples === undefined
        ? ''
        : `${formatCount(samples)} ${unit} show a change of ${effectText(view.detectablePercent)} or more, four times out of five.`,
    );
    setOptionalText(missing, view.manual ? '' : view.missing);
    slider.min = String(Math.min(minEffectPercent, view.effectPercent));
    slider.max = String(Math.max(maxEffectPercent, Math.ceil(view.effectPercent)));
    slider.value = String(percent);
    slider.setAttribute('aria-valuetext', `${effectText(percent)} of the baseline`);
    setText(value, `±${effectText(percent)}`);
    effect.hidden = view.basis === undefined && !view.manual;
    setOptionalText(plan, planText(view, percent));
    setOptionalText(note, effect.hidden ? '' : noteText(view, movedTo));
  }

  function planText(shown: PowerView, percent: number): string {
    const basis = shown.manual ? manual.basis() : shown.basis;
    if (!basis) return shown.manual ? 'That takes a baseline above zero, and of percent one below 100.' : '';
    const perDay = shown.manual ? manual.perDay() : shown.perDay;
    return planSentence(basis, percent, { ...shown, perDay });
  }

  return {
    element: section,
    update(experiment) {
      view = experiment?.power;
      manual.update(view?.manual, view?.unit ?? '');
      render();
    },
  };
}

function progressSentence({ phase, target, samples, unit, progressText, daysLeftText }: PowerView): string {
  if (phase === 'draft') {
    return target === undefined
      ? 'No sample size is planned yet.'
      : `The plan says ${formatCount(target)} ${unit}, all variants together.`;
  }
  if (samples === undefined) return `How many ${unit} there are is not known yet.`;
  if (target === undefined) {
    return `${formatCount(samples)} ${unit} so far. No sample size is planned, so nothing says when it is enough.`;
  }
  const parts = [progressText, daysLeftText].filter(
    (part, place, all) => part && all.indexOf(part) === place,
  );
  return `${formatCount(samples)} of ${formatCount(target)} planned ${unit}: ${parts.join(', ')}.`;
}

function noteText(
  { metricName, baselineText, isEffectPlanned, manual }: PowerView,
  moved: number | undefined,
): string {
  const origin =
    moved !== undefined
      ? ''
      : isEffectPlanned
        ? ' The change is the one of the plan.'
        : " The change is PostHog's default.";
  const reach = 'An effect of that size is found four times out of five, at 95%.';
  if (manual) return `${reach}${origin} Nothing here is written back to PostHog.`;
  return `${reach} Planned with ${metricName ?? 'the first primary metric'}, ${baselineText ?? ''}.${origin}`;
}

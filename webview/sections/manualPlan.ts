/** What a draft is planned with: a kind of metric, its average, and how many come by a day. */
import type { ManualPlanView } from '../../src/shared/panelPower';
import { assumedVariance, type PlanType, type SampleBasis } from '../../src/shared/sampleSize';
import { element, setText } from '../dom';
import { picker } from '../view';

const typeTexts: readonly { readonly key: PlanType; readonly text: string }[] = [
  { key: 'funnel', text: 'Share that converts' },
  { key: 'mean_count', text: 'Count for each' },
  { key: 'mean_sum_or_avg', text: 'Sum for each' },
];

export interface ManualPlan {
  readonly element: HTMLElement;
  /** What is entered stays when the same plan comes again. */
  readonly update: (plan: ManualPlanView | undefined, unit: string) => void;
  /** Undefined where the entries make no sense. */
  readonly basis: () => SampleBasis | undefined;
  readonly perDay: () => number | undefined;
}

export function createManualPlan(onChange: () => void): ManualPlan {
  let shown: ManualPlanView | undefined;
  let type: PlanType = 'funnel';
  const types = picker('plan-type', 'Metric', (key) => {
    type = typeTexts.find((choice) => choice.key === key)?.key ?? type;
    update();
    onChange();
  });
  const baselineLabel = element('label', { for: 'plan-baseline' });
  const baseline = numberInput('plan-baseline');
  const perDayLabel = element('label', { for: 'plan-rate' });
  const perDay = numberInput('plan-rate');
  for (const input of [baseline, perDay]) input.addEventListener('input', onChange);
  const fields = element(
    'div',
    { class: 'plan-fields' },
    types.element,
    element('div', { class: 'field' }, baselineLabel, baseline),
    element('div', { class: 'field' }, perDayLabel, perDay),
  );

  function update(): void {
    types.update(typeTexts, type);
    setText(baselineLabel, type === 'funnel' ? 'Baseline, percent' : 'Baseline, average');
  }

  return {
    element: fields,
    update(plan, unit) {
      fields.hidden = !plan;
      setText(perDayLabel, `Exposed ${unit} a day`);
      if (plan && JSON.stringify(plan) !== JSON.stringify(shown)) {
        type = plan.type;
        baseline.value = String(plan.baseline);
        perDay.value = String(plan.perDay);
      }
      shown = plan;
      update();
    },
    basis() {
      const entered = positive(baseline);
      const value = entered !== undefined && type === 'funnel' ? entered / 100 : entered;
      const variance = value === undefined ? undefined : assumedVariance(type, value);
      if (!shown || value === undefined || variance === undefined || variance <= 0) return undefined;
      return { baseline: value, variance, variants: shown.variants };
    },
    perDay: () => positive(perDay),
  };
}

function numberInput(id: string): HTMLInputElement {
  return element('input', { type: 'number', id, min: '0', step: 'any', inputmode: 'decimal' });
}

function positive({ valueAsNumber }: HTMLInputElement): number | undefined {
  return valueAsNumber > 0 && Number.isFinite(valueAsNumber) ? valueAsNumber : undefined;
}

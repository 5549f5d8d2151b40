@rollout('⟦wrapper:dashboard-v2⟧')
  <x-dashboard title="dashboard-v2" />
@endrollout
@theme('dark-mode')
  <p>{{ __('dark-mode') }}</p>
@endtheme

require 'posthog'

$hog = PostHog::Client.new(api_key: 'phc_token')

class BoardController < ApplicationController
  # $hog.is_feature_enabled('only-a-comment', 'user')
  def show
    if $hog.is_feature_enabled('⟦call:kanban-board⟧', current_user.id)
      render :kanban
    elsif $hog.get_feature_flag("⟦call:board-layout⟧", current_user.id) == 'rows'
      render :rows
    end
    @payload = $hog.get_feature_flag_payload('⟦call:board-texts⟧', current_user.id, match_value: 'rows')
    @result = $hog.get_feature_flag_result(
      '⟦call:board-result⟧',
      current_user.id,
      person_properties: { plan: 'kanban-plus' }
    )
    @remote = $hog.get_remote_config_payload '⟦call:board-limits⟧'
    $hog.capture(distinct_id: current_user.id, event: 'board viewed', properties: { layout: 'kanban-board' })
  end

  def rails
    @new = PostHog.is_feature_enabled('⟦call:rails-singleton⟧', current_user.posthog_distinct_id)
    return redirect_to(root_path) unless PostHog.is_feature_enabled '⟦call:no-parentheses⟧', 'user-1'

    flags = $hog.evaluate_flags(current_user.id, flag_keys: ['⟦call:asked-ruby⟧'])
    flags.enabled?('⟦call:asked-ruby⟧') && flags.get_flag_payload('⟦call:asked-ruby⟧')
    flags.get_flag(:⟦call:symbol_key⟧)
    $hog.get_all_flags(current_user.id)['⟦call:from-all-ruby⟧']
  end
end

class BaseController < ApplicationController
  before_action :load_flags

  private

  def load_flags
    @feature_flags = $posthog.get_all_flags(current_user.id)
  end

  def feature?(key)
    @feature_flags[key.to_s] == true
  end
end

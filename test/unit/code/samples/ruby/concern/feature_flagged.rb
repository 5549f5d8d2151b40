module FeatureFlagged
  extend ActiveSupport::Concern

  class_methods do
    def requires_feature(flag, **options)
      before_action(**options) { redirect_to root_path unless feature?(flag) }
    end
  end

  def feature?(flag)
    @features.fetch(flag) { Rails.configuration.posthog.is_feature_enabled(flag.to_s, current_user.id) }
  end
end

class Rollout
  BETA = %w[⟦definition:beta-inbox⟧ ⟦definition:beta-search⟧].freeze
  COLORS = %w[#ff0000 #00ff00].freeze
  LEGACY = %i(
    ⟦definition:old_editor⟧
    ⟦definition:old_menu⟧
  )
  HANDLE = %r{example\.com/([^/?#]+)}i

  def initialize(posthog) = @posthog = posthog

  def betas(user) = BETA.select { |flag| @posthog.is_feature_enabled(flag, user.id) }

  def legacy(user) = LEGACY.any? { |flag| @posthog.is_feature_enabled(flag, user.id) }

  def migrate(user)
    ActiveRecord::Base.connection.execute(<<~SQL.squish, user.id)
      UPDATE users SET plan = 'pro' WHERE name = 'it''s' -- SQL is no end
    SQL
    system(*%W[convert -i #{user.path} -o out.png])
    notify(<<~ONE, <<~TWO) if @posthog.is_feature_enabled('⟦call:notify-migrated⟧', user.id)
      It's (unbalanced
    ONE
      and "again
    TWO
    %(<p class="a">#{t('x', days: 3)} (and more)</p>) + @posthog.get_feature_flag('⟦call:after-text⟧', user.id).to_s
  end
end

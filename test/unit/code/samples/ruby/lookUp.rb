class Toggles
  FLAGS = { drafts: "⟦definition:post-drafts⟧", titles: "⟦definition:ai-titles⟧" }.freeze
  COLOURS = { drafts: "light-blue" }.freeze

  def active?(name)
    $posthog.is_feature_enabled(FLAGS.fetch(name), "1")
  end

  def colour(name)
    COLOURS.fetch(name)
  end
end

Toggles.new.active?(:⟦wrapper:drafts=>post-drafts⟧)
Toggles.new.colour(:drafts)

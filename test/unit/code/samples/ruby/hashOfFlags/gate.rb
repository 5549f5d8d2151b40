class Gate
  FLAGS = {
    editor: "⟦definition:block-editor⟧",
    import: "⟦definition:bulk-import⟧"
  }.freeze
  COLORS = { editor: "red-light" }.freeze

  def self.open?(flag, user)
    $posthog.is_feature_enabled(flag, user.id.to_s)
  end
end

class Page
  def editor?(user)
    paint(Gate::COLORS[:editor])
    Gate.open?(⟦use:Gate::FLAGS[:editor]=>block-editor⟧, user)
  end
end

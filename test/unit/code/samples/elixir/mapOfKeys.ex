defmodule Shop.Names do
  @flags %{
    gift_cards: "⟦definition:gift-cards⟧",
    reviews: "⟦definition:shop-reviews⟧"
  }
  @events %{opened: "shop-opened"}

  def on?(name, user) do
    key = Map.fetch!(@flags, name)
    PostHog.FeatureFlags.check!(key, user.id)
  end

  def track(name, user) do
    PostHog.capture(Map.fetch!(@events, name), %{distinct_id: user.id})
  end
end

defmodule Shop.Cart do
  alias Shop.Names

  def open(user) do
    Names.track(:opened, user)
    if Names.on?(:⟦wrapper:gift_cards=>gift-cards⟧, user), do: Names.on?(:unknown, user)
  end
end

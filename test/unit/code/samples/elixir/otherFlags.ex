defmodule Shop.Other do
  def decide(user) do
    FunWithFlags.enabled?(:local_flag, for: user) or
      FunWithFlags.enabled?("other_flag") or
      LaunchDarkly.variation("dark-flag", user, false) or
      Unleash.enabled?("unleash-toggle", false) or
      Application.get_env(:shop, "local-feature") or
      Keyword.get([check: 1], :check)
  end

  def track(user) do
    PostHog.capture("decided", %{distinct_id: user.id})
    PostHog.set_context(%{plan: "shop-plus"})
    Health.check("database", user.id)
  end
end

defmodule Shop.Rollout do
  @betas ~w(⟦definition:beta-inbox⟧ ⟦definition:beta-search⟧)
  @colors ~w(red green)
  @email ~r/^[a-z"'(]+@[^"]+$/
  @query ~s|SELECT "a" FROM "b" WHERE c = '#{"it"}'|

  def betas(user), do: Enum.filter(@betas, &PostHog.FeatureFlags.check(&1, user.id))

  def quote?(char), do: char == ?" and PostHog.FeatureFlags.check("⟦call:quote-check⟧", "u") == {:ok, true}

  def colors, do: {@colors, @email, @query}
end

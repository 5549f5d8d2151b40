defmodule Shop.Rollout do
  @betas ~w(⟦definition:beta-inbox⟧ ⟦definition:beta-search⟧)
  @colors ~w(red green)
  @email ~r/^[a-z"'(]+@[^"]+$/
  @query ~s|SELECT "a" FROM "b" WHERE c = '#{"it"}'|

  @menus ~w(⟦definition:big_menu⟧ ⟦definition:small_menu⟧)a

  def betas(user), do: Enum.filter(@betas, fn flag -> PostHog.FeatureFlags.check(flag, user.id) == {:ok, true} end)

  def menus(user) do
    for menu <- @menus, do: {menu, PostHog.FeatureFlags.check(menu, user.id)}
  end

  def quote?(char), do: char == ?" and PostHog.FeatureFlags.check("⟦call:quote-check⟧", "u") == {:ok, true}

  def colors, do: {@colors, @email, @query}
end

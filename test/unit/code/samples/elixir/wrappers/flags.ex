defmodule Shop.Flags do
  @doc "Whether the flag is on."
  def enabled?(flag, user) when is_binary(flag) do
    case PostHog.FeatureFlags.check(flag, user.id) do
      {:ok, true} -> true
      _ -> false
    end
  end

  def variant(user, key) do
    PostHog.FeatureFlags.check!(key, user.id)
  end
end

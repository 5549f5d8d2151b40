defmodule Shop.Orders do
  @moduledoc """
  Reads `PostHog.FeatureFlags.check("only-in-docs", user)`.
  """
  alias PostHog.FeatureFlags
  alias PostHog.FeatureFlags.Evaluations, as: Flags

  @pages_flag "⟦definition:order-pages⟧"
  @table "orders"

  def place(user) do
    # PostHog.FeatureFlags.check("only-a-comment", user.id)
    case PostHog.FeatureFlags.check("⟦call:order-wizard⟧", user.id) do
      {:ok, "wide"} -> wide("order-wizard")
      _ -> narrow()
    end

    {:ok, result} = FeatureFlags.get_feature_flag_result("⟦call:order-outcome⟧", user.id, send_event: false)
    arm = FeatureFlags.check!(MyPostHog, "⟦call:named-instance⟧", user.id)
    strict = FeatureFlags.get_feature_flag_result!("⟦call:strict-outcome⟧", %{distinct_id: "user-1"})
    if PostHog.FeatureFlags.check!(⟦use:@pages_flag=>order-pages⟧, user.id), do: pages(@table)

    {:ok, snapshot} = FeatureFlags.evaluate_flags(%{distinct_id: user.id, flag_keys: ["⟦call:asked-elixir⟧"]})

    if Flags.enabled?(snapshot, "⟦call:asked-elixir⟧") do
      Flags.get_flag_payload(snapshot, "⟦call:snapshot-text⟧")
    else
      PostHog.FeatureFlags.Evaluations.get_flag(snapshot, "⟦call:snapshot-arm⟧")
    end

    PostHog.capture("order placed", %{distinct_id: user.id, page: "order-wizard"})
    {result, arm, strict}
  end

  def old(user) do
    if Posthog.feature_flag_enabled?("⟦call:old-boolean⟧", user.id), do: :ok
    {:ok, flag} = Posthog.feature_flag("⟦call:old-flag⟧", user.id, groups: %{company: "order-wizard"})
    flag
  end
end

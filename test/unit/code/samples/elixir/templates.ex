defmodule ShopWeb.Sale do
  use ShopWeb, :live_component

  def enabled?(flag, user) do
    match?({:ok, true}, PostHog.FeatureFlags.check(flag, user.id))
  end

  def render(assigns) do
    ~H"""
    <div :if={enabled?("⟦wrapper:summer-sale⟧", @user)} class="sale-banner">
      {gettext("sale-text")}
    </div>
    <%= if enabled?("⟦wrapper:sale-timer⟧", @user) do %>
      <.timer id="sale-timer-view" />
    <% end %>
    """
  end

  def query do
    ~s"""
    enabled?("not-code", user)
    """
  end
end

defmodule ShopWeb.Gate do
  use Phoenix.Component

  def gate(assigns) do
    ~H"""
    <%= if match?({:ok, true}, PostHog.FeatureFlags.check(@name, @user.id)) do %>
      {render_slot(@inner_block)}
    <% end %>
    """
  end

  def badge(assigns) do
    ~H"""
    <span>{String.upcase(@name)}</span>
    """
  end
end

defmodule ShopWeb.Page do
  use ShopWeb, :controller
  import ShopWeb.Gate

  plug :require_flag, "⟦wrapper:page-preview⟧" when action in [:show]
  plug :put_role, "page-editor" when action in [:edit]

  def show(assigns) do
    ~H"""
    <.gate name="⟦component:page-comments⟧" user={@user}>
      <.badge name="comment-badge" />
    </.gate>
    """
  end

  defp require_flag(conn, flag) do
    case PostHog.FeatureFlags.check(flag, conn.assigns.user.id) do
      {:ok, true} -> conn
      _ -> halt(conn)
    end
  end

  defp put_role(conn, role), do: assign(conn, :role, role)
end

defmodule ShopWeb.RequireFlag do
  def init(flag), do: flag

  def call(conn, flag) do
    case PostHog.FeatureFlags.check(flag, conn.assigns.user.id) do
      {:ok, true} -> conn
      _ -> halt(conn)
    end
  end
end

defmodule ShopWeb.RequireRole do
  def init(role), do: role

  def call(conn, role) do
    if conn.assigns.user.role == role, do: conn, else: halt(conn)
  end
end

defmodule ShopWeb.Router do
  use ShopWeb, :router

  pipeline :beta do
    plug ShopWeb.RequireFlag, "⟦wrapper:beta-shop⟧"
    plug ShopWeb.RequireRole, "shop-owner"
    plug :accepts, ["html"]
  end
end

defmodule Shop.Features do
  def on?(key, user) do
    case key |> PostHog.FeatureFlags.check(user.id) do
      {:ok, on} -> on
      _ -> false
    end
  end

  def label(name, user), do: name |> String.upcase() |> Kernel.<>(user.id)
end

defmodule ShopWeb.Gate do
  def on_mount(flag, _params, _session, socket) do
    if Shop.Features.on?(flag, socket.assigns.user), do: {:cont, socket}, else: {:halt, socket}
  end
end

defmodule ShopWeb.Basket do
  use ShopWeb, :live_view

  on_mount {ShopWeb.Gate, "⟦wrapper:basket-beta⟧"}
  on_mount {ShopWeb.UserAuth, "basket-user"}

  def mount(_params, _session, socket) do
    user = socket.assigns.user
    coupons = "⟦wrapper:basket-coupons⟧" |> Shop.Features.on?(user)
    {:ok, assign(socket, coupons: coupons, title: Shop.Features.label("basket-title", user))}
  end
end

defmodule ShopWeb.Pages do
  alias Shop.Flags
  import Shop.Flags, only: [enabled?: 2]

  @search "⟦definition:instant-search⟧"

  def show(conn, user) do
    cond do
      Flags.enabled?(⟦use:@search=>instant-search⟧, user) -> render(conn, "instant-search.html")
      enabled?("⟦wrapper:imported-wrapper⟧", user) -> nil
      Shop.Flags.variant(user, "⟦wrapper:second-place⟧") == "b" -> nil
      true -> user |> Flags.variant("⟦wrapper:piped-user⟧")
    end
  end
end

defmodule Shop.Toggles do
  def on?(flag, %Shop.User{} = user) do
    flag
    |> to_string()
    |> check(user)
  end

  def on?(_flag, nil), do: false

  defp check(key, user), do: Posthog.feature_flag_enabled?(key, user.id)

  def shout(text, user) do
    text |> String.trim() |> log(user)
  end

  defp log(text, user), do: Logger.info("#{text} #{user.id}")
end

defmodule Shop.Stock do
  alias Shop.Toggles, as: Flags

  def mount(user) do
    Flags.shout("stock-opened", user)

    with true <- Flags.on?(:⟦wrapper:stock_alerts⟧, user), true <- Flags.on?("⟦wrapper:stock_charts⟧", user) do
      :ok
    end
  end
end

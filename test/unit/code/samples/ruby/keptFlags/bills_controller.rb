class BillsController < BaseController
  def index
    return head :not_found unless feature?(:⟦wrapper:bill_list⟧)

    @layout = @feature_flags["⟦call:bill-layout⟧"]
    @currency = params["currency"]
  end
end

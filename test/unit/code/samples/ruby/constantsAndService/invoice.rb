class Invoice
  def deliver(user)
    return deliver_pdf if FlagService.enabled?(⟦use:FlagService::INVOICES=>pdf-invoices⟧, user)

    if FlagService.new(POSTHOG, user).variant(⟦use:FlagService::REMINDERS=>late-reminders⟧) == 'daily'
      remind(user, queue: FlagService::QUEUE)
    end
    FlagService.enabled?('⟦wrapper:invoice-footer⟧', user) ? 'pdf-invoices' : nil
  end
end

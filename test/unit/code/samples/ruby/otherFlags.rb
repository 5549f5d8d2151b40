require 'flipper'
require 'ldclient-rb'

class Account
  def upgrade(user)
    Flipper.enabled?(:new_billing, user)
    Flipper[:other_billing].enable
    Feature.active?(:seller_refunds, user)
    account.feature_enabled?('captain_inbox')
    LD.variation('dark-flag', context, false)
    UNLEASH.is_enabled?('unleash-toggle', ctx)
    Rails.cache.fetch('new-billing') { I18n.t('billing.title') }
    PostHog.capture(distinct_id: user.id, event: 'upgraded', properties: { 'from' => 'new-billing' })
    logger.enabled?('debug')
  end
end

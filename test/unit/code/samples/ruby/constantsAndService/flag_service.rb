# frozen_string_literal: true

class FlagService
  INVOICES = '⟦definition:pdf-invoices⟧'
  REMINDERS = '⟦definition:late-reminders⟧'.freeze
  QUEUE = 'mailers'

  def self.enabled?(flag, user)
    POSTHOG.is_feature_enabled(flag, user.id)
  rescue StandardError
    false
  end

  def initialize(client, user)
    @client = client
    @user = user
  end

  def variant(key, fallback: 'control')
    @client.get_feature_flag(key, @user.id) || fallback
  end

  private

  attr_reader :client
end

POSTHOG = PostHog::Client.new(api_key: ENV.fetch('KEY'))

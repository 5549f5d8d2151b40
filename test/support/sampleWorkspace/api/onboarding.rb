# frozen_string_literal: true

require 'posthog'

# What a new customer sees after signing up.
class Onboarding
  QUESTIONS = %i[home_size rooms style].freeze

  def initialize(posthog, customer)
    @posthog = posthog
    @customer = customer
  end

  def pages
    case @posthog.get_feature_flag('new-onboarding-flow', @customer.id)
    when 'test' then QUESTIONS + [:catalogue]
    else %i[catalogue newsletter]
    end
  end
end

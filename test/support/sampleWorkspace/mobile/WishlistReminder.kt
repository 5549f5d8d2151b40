package example.fernwood.wishlist

import com.posthog.PostHog
import java.time.Duration

/** Reminds of things kept for later, before they are sold out. */
class WishlistReminder(private val notifications: Notifications) {
    fun schedule(items: List<WishlistItem>) {
        if (items.isEmpty()) return
        val delay = when (PostHog.getFeatureFlag("wishlist-reminder")) {
            "test" -> Duration.ofDays(3)
            else -> return
        }
        notifications.remind(items.first().name, delay)
    }
}

import posthog

PROMPT = f"""You are {1 + 1} "helpers".
It's a {{brace}} and one more: {posthog.__name__} (open
"""

PATTERN = rf"\{{\{{(\s*){PROMPT}(?![a-z])"

NOTE = rb'''It's "raw" (open
'''


def answer(user):
    query = r"""SELECT 'it''s' "open ( """
    if posthog.feature_enabled("⟦call:long-texts⟧", user.id):
        return query
    return f"""{query} isn't {user!s:>{10}} {posthog.get_feature_flag("⟦call:inside-text⟧", user.id)} "
"""

from posthog import Posthog

client = Posthog("phc_token")


class Gate:
    def __init__(self, flag, label="gate"):
        self.flag = flag
        self.label = label

    def allows(self, user):
        return client.feature_enabled(self.flag, user.id)


class Label:
    def __init__(self, text):
        self.text = text

    def draw(self, canvas):
        canvas.write(self.text)

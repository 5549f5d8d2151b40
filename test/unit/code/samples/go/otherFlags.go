package web

import (
	"flag"

	ld "github.com/launchdarkly/go-server-sdk/v7"
	"github.com/open-feature/go-sdk/openfeature"
	"github.com/Unleash/unleash-client-go/v4"
)

var port = flag.String("port", "8080", "where to listen")

func decide(client *ld.LDClient, of *openfeature.Client, ctx Context) bool {
	on, _ := client.BoolVariation("dark-flag", ctx, false)
	of.BooleanValue(ctx, "open-flag", false, openfeature.EvaluationContext{})
	features := Features{Key: "not-a-flag"}
	cache := lookup(Payload{Key: "cache-entry", Name: "x"})
	return on || unleash.IsEnabled("unleash-toggle") || features.IsEnabled("local-feature") || cache
}

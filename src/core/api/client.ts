import { AccountApi } from './accountApi';
import type { ApiCaller } from './caller';
import { CatalogApi } from './catalogApi';
import { ExperimentsApi } from './experimentsApi';
import { FlagsApi } from './flagsApi';
import { ResultsApi } from './resultsApi';

/**
 * PostHog's REST API, one method an endpoint. Every method rejects with a PostHogError; all share the kinds
 * unauthorized (key invalid), forbidden (scope or access missing), rateLimited, server and those of the transport.
 * Source of shapes and rules: PostHog's API documentation and the serializers of its products.
 */
export class PostHogClient {
  readonly account: AccountApi;
  readonly experiments: ExperimentsApi;
  readonly results: ResultsApi;
  readonly flags: FlagsApi;
  readonly catalog: CatalogApi;

  constructor(call: ApiCaller) {
    this.account = new AccountApi(call);
    this.experiments = new ExperimentsApi(call);
    this.results = new ResultsApi(call);
    this.flags = new FlagsApi(call);
    this.catalog = new CatalogApi(call);
  }
}

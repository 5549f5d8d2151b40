import { textOf } from './projectFiles';

type Icon = string | Readonly<Record<string, string>>;

/** The parts of package.json that the tests look at. */
export interface Manifest {
  readonly version: string;
  readonly icon?: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly icon?: Icon;
    }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command: string; readonly when?: string; readonly group?: string }[]>
    >;
    readonly viewsContainers: Readonly<
      Record<string, readonly { readonly id: string; readonly icon: Icon }[]>
    >;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon?: Icon }[]>>;
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly when?: string;
      readonly contents: string;
    }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly type: string;
            readonly default: unknown;
            readonly description?: string;
            readonly markdownDescription?: string;
          }
        >
      >;
    };
  };
}

export function readManifest(): Manifest {
  return JSON.parse(textOf('package.json')) as Manifest;
}

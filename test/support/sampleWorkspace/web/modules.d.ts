// The shop's packages are not installed here: the editor need not know them to show what is above the flags.
declare module 'posthog-js';
declare module 'posthog-js/react';

declare namespace JSX {
  interface IntrinsicElements {
    [tag: string]: unknown;
  }
}

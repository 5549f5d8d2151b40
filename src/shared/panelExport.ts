export const exportTargets = ['clipboard', 'csv', 'json', 'png'] as const;

/** Where the page asks its experiment's results to go. The host makes all but the picture, which only the page has. */
export type ExportWanted =
  | { readonly to: 'clipboard' | 'csv' | 'json' }
  | {
      readonly to: 'png';
      /** What a canvas says of itself: `data:image/png;base64,…`. */
      readonly picture: string;
    };

/** Base64 of a picture of some 7 MB; a chart at twice its size has a few hundred KB. */
export const maxPictureLength = 10_000_000;

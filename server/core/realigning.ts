/** How somebody changes the way English faces a row of Chinese. */
export type Realigning =
  /** A sentence of it goes to the row before or behind. */
  | { readonly kind: 'up' }
  | { readonly kind: 'down' }
  /** It becomes one with the row behind it. */
  | { readonly kind: 'join' }
  /** Both are places that the row offers; `glossAt` is undefined where it has no English. */
  | { readonly kind: 'split'; readonly offset: number; readonly glossAt: number | undefined }
  /** It is right as it is. */
  | { readonly kind: 'confirm' };

/** What somebody asks for, with what they saw when they did. */
export type RealignOrder =
  | {
      readonly change: Realigning;
      /** The key of a place. */
      readonly place: string;
      /** What `seenAt` gave. */
      readonly seen: string;
    }
  /** `seen` names the last change. */
  | { readonly change: { readonly kind: 'undo' }; readonly seen: string };

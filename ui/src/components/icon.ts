import type X from '@lucide/svelte/icons/x';

/** One of Lucide's icons, each imported by itself so that only those used are shipped. */
export type Icon = typeof X;

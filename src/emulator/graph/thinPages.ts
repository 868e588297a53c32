import type { Graph } from './call.ts'

/** How many rows this page holds: SharePoint may send fewer than were asked for, even none, and lead on to the next. */
export const thinned = ({ settings, random }: Graph, top: number): number =>
  settings.thinPages > 0 && random() < settings.thinPages ? Math.floor(random() * top) : top

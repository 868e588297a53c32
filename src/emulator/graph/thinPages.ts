import type { Graph } from './call.ts'

/** How many rows this page holds: SharePoint may send fewer than were asked for, even none, and lead on to the next. */
export const thinned = ({ settings, random }: Graph, top: number): number => {
  if (settings.thinPages === 0 || random() >= settings.thinPages) return top
  return random() < 0.25 ? 0 : Math.floor(random() * top)
}

/** What tells the link of an empty page from the one that led to it, as SharePoint's differ by the rows it looked at. */
export const markOf = ({ settings, random }: Graph): { mark?: number } =>
  settings.thinPages === 0 ? {} : { mark: Math.floor(random() * 1e9) }

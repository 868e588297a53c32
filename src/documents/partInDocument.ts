import type { AgendaPart } from '../domain/rules/meetingAgenda.ts'
import type { DocumentContent } from './blocks.ts'
import { bookmarkName } from './word/names.ts'

/** The heading of the minutes under which a part of the meeting is written: the first of these that the minutes have. */
const headings: Record<AgendaPart, readonly string[]> = {
  people: ['people'],
  child: ['child_views', 'child'],
  parents: ['parent_views'],
  last: ['last_review'],
  working: ['working'],
  outcomes: ['outcomes'],
  attainment: ['attainment', 'attendance', 'outcomes'],
  support: ['provision'],
  health: ['health'],
  targets: ['targets'],
  adulthood: ['adulthood'],
  placement: ['placement'],
  budget: ['budget', 'access', 'funding'],
  changes: ['changes'],
  recommendation: ['recommendation'],
  actions: ['actions', 'next'],
  close: ['dates', 'next'],
}

/** Where a part stands in a document: its bookmark, and the words of its heading for where there is no bookmark. */
export type PartInDocument = { readonly bookmark: string; readonly words: string }

/** Where the minutes have a part of the meeting; null where they leave it out. */
export const partInDocument = ({ blocks }: DocumentContent, part: AgendaPart): PartInDocument | null => {
  for (const id of headings[part])
    for (const block of blocks)
      if (block.is === 'heading' && block.id === id) return { bookmark: bookmarkName(id), words: block.text }
  return null
}

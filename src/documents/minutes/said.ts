import type { Stored } from '../../domain/record.ts'
import { contributorRoles } from '../../domain/records/contributor.ts'
import type { View } from '../../domain/records/view.ts'
import { provenanceOf, speakerOf } from '../../domain/rules/provenance.ts'
import type { Block } from '../blocks.ts'
import { bind } from '../bind.ts'
import { viewPlaces } from '../reviewPlaces.ts'
import { heading, type Minutes, note, paragraph, type Part, partHeading, strong, text } from './parts.ts'

/** Who speaks, and as what: `Grace Obi (Parent or carer)`. */
const whoSays = ({ file, name }: Minutes, view: Stored<View>): string => {
  const speaker = speakerOf(view, name)
  const role = file.contributors.find(({ key }) => key === view.contributor)?.role
  const as = view.relationship ?? (role && role !== 'youngPerson' ? contributorRoles[role] : null)
  return as && view.whose !== 'child' && as !== speaker ? `${speaker} (${as})` : speaker
}

/** What people said, word for word: each with its question, who said it and how it was gathered. */
const saidBy = (minutes: Minutes, whose: readonly View['whose'][]): Block[] => {
  const views = new Map(minutes.file.views.map((view) => [view.key, view]))
  return viewPlaces(minutes.file).flatMap((place) => {
    const view = views.get(place.key)!
    if (!whose.includes(view.whose)) return []
    const about = view.question ?? view.topic
    return [
      paragraph(strong(whoSays(minutes, view)), text(about ? `, on “${about}”:` : ':')),
      { is: 'paragraph', runs: [bind(place, 'words')], tone: 'quote', keepWithNext: true },
      note(provenanceOf(view)),
    ]
  })
}

/** A heading and what was said under it; nothing where nobody of these said anything. */
export const saidUnder = (minutes: Minutes, title: string, whose: readonly View['whose'][]): Block[] => {
  const said = saidBy(minutes, whose)
  return said.length > 0 ? [heading(2, title), ...said] : []
}

/** What those outside the family said, in their words. */
export const otherViews: Part = (minutes) => {
  const said = saidBy(minutes, ['school', 'other'])
  return said.length > 0 ? [partHeading(minutes, 'other_views'), ...said] : []
}

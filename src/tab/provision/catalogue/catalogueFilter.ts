import type { Provision } from '../../../domain/records/provision.ts'

export type CatalogueFilter = {
  readonly levels: readonly string[]
  readonly areas: readonly string[]
  readonly lines: readonly string[]
  readonly typed: string
}
export const noFilter: CatalogueFilter = { levels: [], areas: [], lines: [], typed: '' }

type Found = Pick<Provision, 'level' | 'areaOfNeed' | 'line' | 'name'> & {
  readonly [Field in 'description' | 'intended' | 'entry' | 'exit' | 'training' | 'evidenceBase']?:
    string | null
}

/** Whether a provision is among what was asked for: all of the words typed, somewhere in what it says. */
export const isFound = (one: Found, { levels, areas, lines, typed }: CatalogueFilter): boolean => {
  const says = [one.name, one.description, one.intended, one.entry, one.exit, one.training, one.evidenceBase]
    .join(' ')
    .toLowerCase()
  return (
    (levels.length === 0 || levels.includes(one.level)) &&
    (areas.length === 0 || areas.includes(one.areaOfNeed)) &&
    (lines.length === 0 || lines.includes(one.line)) &&
    typed
      .toLowerCase()
      .split(/\s+/)
      .every((word) => says.includes(word))
  )
}

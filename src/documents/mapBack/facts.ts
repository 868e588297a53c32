import { wholeCharacters } from '../../domain/wholeCharacters.ts'
import { provisionLevels } from '../../domain/records/provision.ts'
import { yearGroupOrder } from '../../domain/rules/codes.ts'
import { isDay, type Day } from '../../domain/rules/day.ts'
import type { Level, Scope } from '../provisionMap/input.ts'

/** What a workbook says of itself in a hidden name, so that a later visit knows what it has before it. */
export type MapFacts = {
  /** The school's name as its settings had it. */
  readonly school: string
  /** `school`, `year/4`, `level/targeted` or `pupil/KEY`. */
  readonly scope: string
  readonly made: Day
  /** The year in which the map's school year starts. */
  readonly year: number
}

/** The last part of the hidden name: `Goldthread.map1.facts`. */
export const factsMark = 'facts'

const shortened = (school: string) => wholeCharacters(school.trim().slice(0, 60))
const escaped = (text: string) =>
  encodeURIComponent(wholeCharacters(text)).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
const plain = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The facts as what a defined name refers to, without its `=`: a text of fewer than 255 characters. */
export const factsText = ({ school, scope, made, year }: MapFacts): string =>
  `"made=${made}&year=${year}&scope=${escaped(scope)}&school=${escaped(shortened(school)).slice(0, 150)}"`

/** The facts from what the name refers to; null where it is not ours to read. */
export const readFacts = (refersTo: string): MapFacts | null => {
  const inside = /^=?"(.*)"$/s.exec(refersTo.trim())?.[1]
  if (inside === undefined) return null
  const parts = new Map(
    inside.split('&').flatMap((part): [string, string][] => {
      const at = part.indexOf('=')
      return at < 0 ? [] : [[part.slice(0, at), plain(part.slice(at + 1).replace(/%(?:[0-9A-F])?$/, ''))]]
    }),
  )
  const [made, year] = [parts.get('made') ?? '', Number(parts.get('year'))]
  if (!isDay(made) || !Number.isInteger(year)) return null
  return { made, year, scope: parts.get('scope') ?? 'school', school: parts.get('school') ?? '' }
}

/** Whether a workbook's school is this one, as far as its name tells; one that says nothing is taken for it. */
export const isSameSchool = (facts: MapFacts, schoolName: string): boolean => {
  const fold = (text: string) =>
    shortened(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return facts.school === '' || fold(schoolName).startsWith(fold(facts.school))
}

/** A scope as the facts keep it. */
export const scopeText = (scope: Scope): string =>
  scope.is === 'school'
    ? 'school'
    : scope.is === 'year'
      ? `year/${scope.yearGroup}`
      : scope.is === 'level'
        ? `level/${scope.level}`
        : `pupil/${scope.pupil}`

/** And back; what nobody knows is the whole school, which refuses no row. */
export const scopeFrom = (text: string): Scope => {
  const [kind, of = ''] = text.split(/\/(.*)/s)
  const yearGroup = yearGroupOrder.find((year) => year === of)
  if (kind === 'year' && yearGroup !== undefined) return { is: 'year', yearGroup }
  if (kind === 'level' && Object.hasOwn(provisionLevels, of)) return { is: 'level', level: of as Level }
  if (kind === 'pupil') return { is: 'pupil', pupil: of }
  return { is: 'school' }
}

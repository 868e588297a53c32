import type { Column } from './columns.ts'

/** How a list in SharePoint differs from what the app made. `column` is what a person reads as its heading. */
export type Drift = {
  readonly column: string
  readonly what: 'missing' | 'retyped' | 'renamed' | 'notIndexed' | 'notUnique' | 'choicesMissing'
}

/** A column as Graph shows it. Answers leave details of its type out, so only what is there is compared. */
export type HeldColumn = {
  readonly name: string
  readonly displayName?: string
  readonly indexed?: boolean
  readonly enforceUniqueValues?: boolean
} & Readonly<Record<string, unknown>>

/** What differs between the columns that should be and those that are. A new heading alone does no harm. */
export const driftIn = (wanted: readonly Column[], held: readonly HeldColumn[]): Drift[] =>
  wanted.flatMap((column): Drift[] => {
    const there = held.find(({ name }) => name === column.name)
    const say = (what: Drift['what']) => ({ column: column.displayName, what })
    if (!there) return [say('missing')]
    if (!sameType(column, there)) return [say('retyped')]
    return [
      ...(there.displayName !== undefined && there.displayName !== column.displayName
        ? [say('renamed')]
        : []),
      ...(column.indexed && there.indexed === false ? [say('notIndexed')] : []),
      ...(column.enforceUniqueValues && there.enforceUniqueValues === false ? [say('notUnique')] : []),
      ...(hasChoices(column, there) ? [] : [say('choicesMissing')]),
    ]
  })

/** Details that make another thing of a column: several lines, rich text, a time of day. */
const telling = ['allowMultipleLines', 'textType', 'format']

const sameType = ({ type }: Column, there: HeldColumn): boolean =>
  Object.entries(type).every(([name, detail]) => {
    const held = there[name]
    if (typeof held !== 'object' || held === null) return false
    return telling.every((key) => {
      const [want, have] = [partOf(detail, key), partOf(held, key)]
      return want === undefined || have === undefined || want === have
    })
  })

const hasChoices = ({ type }: Column, there: HeldColumn): boolean => {
  const wanted = partOf(type['choice'], 'choices')
  const held = partOf(there['choice'], 'choices')
  return !Array.isArray(wanted) || !Array.isArray(held) || wanted.every((each) => held.includes(each))
}

const partOf = (object: unknown, key: string): unknown =>
  (object as Record<string, unknown> | undefined)?.[key]

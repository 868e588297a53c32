import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { Slot } from '../../../domain/records/slot.ts'
import type { KeyOption } from '../../../ui/controls/control.ts'

/** The choice that shows the times in which somebody would be in two places. */
export const clashing = 'clashing'

/** What the address asks for: the times of a group or of one line. */
export const filterAsked = (query: URLSearchParams): string | null => {
  const [group, line] = [query.get('group'), query.get('line')]
  return group ? `g:${group}` : line ? `l:${line}` : null
}

/** The group or line that the week is narrowed to, where it is one. */
export const purposeIn = (filter: string | null): string | null =>
  filter?.startsWith('g:') || filter?.startsWith('l:') ? filter.slice(2) : null

/** Whether a time belongs to what was chosen. `coming`: the pupils who come to it. */
export const fits = (slot: Stored<Slot>, filter: string | null, coming: readonly string[]): boolean => {
  if (filter === null || filter === clashing) return true
  const value = filter.slice(2)
  switch (filter.slice(0, 2)) {
    case 'g:':
      return slot.group === value
    case 'l:':
      return slot.allocation === value
    case 's:':
      return slot.staff === value
    default:
      return coming.includes(value)
  }
}

/** What the week can be narrowed to: what clashes, an adult who gives something in it, a group, a pupil. */
export const filtersOf = (
  slots: readonly Stored<Slot>[],
  groups: readonly Stored<Group>[],
  pupils: readonly Stored<Pupil>[],
  coming: readonly { readonly pupil: string }[],
): KeyOption[] => {
  const names = new Set(slots.flatMap(({ staff }) => staff ?? []))
  const come = new Set(coming.map(({ pupil }) => pupil))
  return [
    { key: clashing, text: t`Times that clash` },
    ...[...names].toSorted().map((name) => ({ key: `s:${name}`, text: t`${name} (gives it)` })),
    ...groups
      .filter(({ key }) => slots.some((slot) => slot.group === key))
      .map(({ key, name }) => ({ key: `g:${key}`, text: name })),
    ...pupils
      .filter(({ key }) => come.has(key))
      .map((pupil) => ({ key: `p:${pupil.key}`, text: fullName(pupil) }))
      .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
  ]
}

import { inWords, t } from '../../words/t.ts'
import { folded } from '../../domain/folded.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { fullName, Pupil } from '../../domain/records/pupil.ts'
import { needTypes, senStatuses, yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { statusWords } from '../../domain/rules/reviewDue.ts'
import type { Row } from './rows.ts'

/** A column of the register: what it says in words, by what it is sorted ('' is last), how wide it is in pixels. */
export type ColumnOf = {
  readonly words: string
  readonly width: number
  text(row: Row): string
  sort(row: Row): string
  /** Blanked while details are hidden. */
  readonly personal?: true
}

const nameOf = ({ pupil }: Row) => folded(`${pupil.surname} ${pupil.preferredForename ?? pupil.forename}`)
const dueRank = { overdue: 0, late: 1, dueSoon: 2, authority: 3, unknown: 4, onTrack: 5, done: 6 }

/** A field of the pupil as it is. Days, numbers and yes come in their order. */
const of = (
  name: keyof Pupil & string,
  width: number,
  more: { readonly words?: string; readonly personal?: true } = {},
): ColumnOf => {
  const field = fieldOf(Pupil, name)
  const text = ({ pupil }: Row) => (pupil[name] === false ? '' : saidOf(field, pupil[name]))
  return {
    words: more.words ?? inWords(field.label),
    width,
    text,
    sort: (row) => {
      const value = row.pupil[name]
      if (value === null || value === false) return ''
      return typeof value === 'number'
        ? String(Math.round(value * 100)).padStart(14, '0')
        : field.kind === 'date'
          ? String(value)
          : folded(text(row))
    },
    ...(more.personal ? { personal: true } : {}),
  }
}

/** Every column that the register can show; the name always. */
export const columns = {
  name: { words: t`Name`, width: 240, text: ({ pupil }) => fullName(pupil), sort: nameOf, personal: true },
  year: {
    words: t`Year`,
    width: 90,
    text: ({ pupil }) => (pupil.yearGroup ? inWords(yearGroups[pupil.yearGroup]) : ''),
    sort: ({ pupil }) =>
      pupil.yearGroup ? String(yearGroupOrder.indexOf(pupil.yearGroup)).padStart(2, '0') : '',
  },
  class: {
    words: t`Class`,
    width: 90,
    text: ({ pupil }) => pupil.className ?? '',
    // Class 10 after class 9.
    sort: ({ pupil }) => folded(pupil.className ?? '').replace(/\d+/g, (digits) => digits.padStart(4, '0')),
  },
  status: {
    words: t`SEN status`,
    width: 116,
    text: ({ pupil }) => inWords(senStatuses[pupil.status]),
    sort: ({ pupil }) => pupil.status,
  },
  statusFrom: of('statusFrom', 116, { words: t`Status since` }),
  need: {
    words: t`Primary need`,
    width: 272,
    text: ({ need }) => (need ? inWords(needTypes[need]) : ''),
    sort: ({ need }) => (need ? inWords(needTypes[need]) : ''),
  },
  needs: {
    words: t`All needs`,
    width: 170,
    text: ({ needs }) => needs.join(', '),
    sort: ({ needs }) => needs.join(', '),
  },
  due: {
    words: t`Next for the annual review`,
    width: 440,
    text: ({ due }) =>
      due
        ? [`${statusWords[due.status]}:`, inWords(due.what), due.day && showDay(due.day)]
            .filter(Boolean)
            .join(' ')
        : '',
    sort: ({ due }) => (due ? `${dueRank[due.status]}${due.day ?? ''}` : ''),
  },
  upn: of('upn', 136, { personal: true }),
  born: of('dateOfBirth', 116, { personal: true }),
  plan: of('planIssued', 128, { words: t`EHC plan since` }),
  adult: of('keyAdult', 160),
  authority: of('localAuthority', 200, { words: t`Authority` }),
  officer: of('localAuthorityOfficer', 160, { words: t`SEN officer` }),
  unit: of('unit', 160, { words: t`Unit place` }),
  premium: of('pupilPremium', 120),
  meals: of('freeSchoolMeals', 140),
  looked: of('lookedAfter', 120, { words: t`Looked after` }),
  disability: of('disability', 100, { words: t`Disabled` }),
  moves: {
    words: t`Moves this year`,
    width: 140,
    text: ({ pupil, moves }) =>
      moves ? (pupil.movesTo ? saidOf(Pupil.fields.movesTo, pupil.movesTo) : 'Yes') : '',
    sort: ({ moves }) => (moves ? 'yes' : ''),
  },
  eal: of('eal', 80, { words: t`EAL` }),
  language: of('firstLanguage', 140),
  attendance: of('attendance', 110, { words: t`Attendance %` }),
  topUp: of('topUp', 120, { words: t`Top-up a year` }),
  admitted: of('admitted', 116),
  mis: of('misId', 130, { words: t`MIS number`, personal: true }),
} as const satisfies Record<string, ColumnOf>
export type Column = keyof typeof columns

export const isColumn = (word: string): word is Column => Object.hasOwn(columns, word)
export const allColumns = Object.keys(columns) as Column[]
export const usualColumns: readonly Column[] = ['name', 'year', 'class', 'status', 'need', 'due']

/** Sorted by a column, then by surname; a blank is last whichever way. */
export const sortedRows = (rows: readonly Row[], column: Column, down: boolean): Row[] => {
  const { sort } = columns[column]
  const keyed = rows.map((row) => ({ row, text: sort(row), name: nameOf(row) }))
  keyed.sort((a, b) => {
    if (a.text !== b.text) {
      if (a.text === '') return 1
      if (b.text === '') return -1
      return (a.text < b.text ? -1 : 1) * (down ? -1 : 1)
    }
    return a.name < b.name ? -1 : 1
  })
  return keyed.map(({ row }) => row)
}

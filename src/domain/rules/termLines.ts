import { t } from '../../words/t.ts'
import type { TermDate } from '../records/termDate.ts'
import { addDays, type Day, dayOf, daysBetween, weekdayOf } from './day.ts'
import { academicYearOf } from './schoolYear.ts'

/** A row of the school's calendar, as read or copied, before it is stored. */
export type TermRow = Pick<TermDate, 'kind' | 'name' | 'starts' | 'ends'>
export type ReadTerms = {
  readonly rows: readonly TermRow[]
  /** Lines with a date that could not be understood. */
  readonly unread: readonly string[]
  /** Public holidays, which nobody has to record. */
  readonly bankHolidays: number
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'
const nth = '(?:st|nd|rd|th)?'
const date = new RegExp(
  [
    `${weekday}(?<date>\\d{1,2})${nth}\\s+(?:of\\s+)?(?<word>${month})(?:,?\\s+(?<year>20\\d\\d|\\d\\d(?![\\d/.:-]|${nth}\\s+(?:of\\s+)?${month})))?`,
    `${weekday}(?<d2>\\d{1,2})[/.](?<m2>\\d{1,2})[/.](?<y2>20\\d\\d|\\d\\d)`,
    `(?<y3>20\\d\\d)-(?<m3>\\d\\d)-(?<d3>\\d\\d)`,
  ].join('|'),
  'gi',
)
/** `26 to 30 October` and `1, 2 and 3 September`: the month stands once. */
const shared = new RegExp(
  `\\b(\\d{1,2})${nth}(\\s*(?:-|to|and|,|&)\\s*${weekday})(?=\\d{1,2}${nth}(?:\\s*(?:-|to|and|,|&)\\s*${weekday}\\d{1,2}${nth})*\\s+(?:of\\s+)?(${month}))`,
  'gi',
)

const clean = (line: string) =>
  line
    .replace(/[\u2012-\u2015]/g, '-')
    .replace(/[\u2022*|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Something that was meant as a day, even where the calendar has none such. */
const dayLike = new RegExp(`\\d{1,2}${nth}\\s+(?:of\\s+)?${month}|\\d[/.]\\d`, 'i')

type Found = { readonly day: Day; readonly at: number }

const daysIn = (line: string, year: number): Found[] => {
  const whole = line.replace(
    shared,
    (_, number: string, between: string, name: string) => `${number} ${name}${between}`,
  )
  const parts = [...whole.matchAll(date)].map((match) => {
    const { date: d, word, year: y, d2, m2, y2, y3, m3, d3 } = match.groups!
    const monthNumber = word ? monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1 : Number(m2 ?? m3)
    const written = y ?? y2 ?? y3
    return {
      at: match.index,
      date: Number(d ?? d2 ?? d3),
      month: monthNumber,
      year: written ? Number(written.length === 2 ? `20${written}` : written) : null,
    }
  })
  return parts.flatMap(({ at, date: d, month: m, year: y }, i) => {
    // A year that stands once at the end of a range is that of the school year's months before it too.
    const next = parts.slice(i + 1).find((one) => one.year !== null)
    const school = next ? academicYearOf(`${next.year}-${String(next.month).padStart(2, '0')}-01`) : year
    const day = dayOf(y ?? (m >= 9 ? school : school + 1), m, d)
    return day ? [{ day, at }] : []
  })
}

const says = {
  bank: /bank holiday|good friday|easter monday|may day|christmas day|boxing day|new year.s day/i,
  inset: /\binset\b|training|staff (?:only )?day|non[- ]pupil|teacher day|development day|\bpd day/i,
  closure: /\bclosed\b|closure|polling/i,
  numbered: /\b(?:half[- ]?)?term \d\b/i,
  holiday: /half[- ]?term|holiday|\bbreak\b|vacation/i,
  term: /\bterm\b|autumn|spring|summer|michaelmas|lent|trinity/i,
  begins: /\b(?:starts?|begins?|opens?|reopens?|returns?|first day|from)\b/i,
  ends: /\b(?:ends?|finish(?:es)?|closes|break(?:s)? up|last day|until)\b/i,
}

const kindOf = (line: string): TermDate['kind'] | 'bank' | null =>
  says.bank.test(line)
    ? 'bank'
    : says.inset.test(line)
      ? 'inset'
      : says.closure.test(line)
        ? 'closure'
        : says.numbered.test(line)
          ? 'term'
          : says.holiday.test(line)
            ? 'holiday'
            : says.term.test(line)
              ? 'term'
              : null

const nameOf = (line: string, upTo: number): string | null => {
  const words = line
    .slice(0, upTo)
    .replace(/\b(?:starts?|begins?|ends?|from|on|dates?)\b.*$/i, '')
    .replace(/\b20\d\d(?:\s*[-/]\s*(?:20)?\d\d)?\b/g, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .trim()
  return words.length > 1 && !/^(?:terms?|school)$/i.test(words) ? words.slice(0, 80) : null
}

/** Four days of one term: two halves, or a term with its half-term holiday, which runs from a Monday to a Friday. */
const ofFour = ([a, b, c, d]: readonly [Day, Day, Day, Day], name: string | null): TermRow[] =>
  weekdayOf(b) === 1 && weekdayOf(c) === 5
    ? [
        { kind: 'term', name, starts: a, ends: d },
        { kind: 'holiday', name: name && t`${name}: half-term`, starts: b, ends: c },
      ]
    : [
        { kind: 'term', name, starts: a, ends: b },
        { kind: 'term', name, starts: c, ends: d },
      ]

/** A range over a line end: `Monday 26 October to` and the day on the next line. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(clean)
    .filter((line) => line !== '')
    .reduce<string[]>((all, line) => {
      const before = all.at(-1)
      return before !== undefined && /(?:\bto|-|\band)$/i.test(before)
        ? [...all.slice(0, -1), `${before} ${line}`]
        : [...all, line]
    }, [])

/**
 * Term dates as a council prints them, one or two days a line: terms, half-terms, training days and closures. `year`
 * is the academic year, by the year it starts in, for days without one. Public holidays are left out.
 */
export const readTermLines = (text: string, year: number): ReadTerms => {
  const rows: TermRow[] = []
  const unread: string[] = []
  let bankHolidays = 0
  let heading: string | null = null
  let open: { starts: Day; name: string | null } | null = null
  for (const line of linesOf(text)) {
    const found = daysIn(line, year)
    const days = found.map(({ day }) => day)
    const kind = kindOf(line)
    if (days.length === 0) {
      if (kind === 'term' && !dayLike.test(line)) heading = nameOf(line, line.length)
      if (kind && dayLike.test(line)) unread.push(line)
      continue
    }
    const name = nameOf(line, found[0]!.at)
    const [first, second] = [days[0]!, days[1] ?? null]
    const range = second !== null && second >= first && days.length === 2
    if (kind === 'bank') bankHolidays += 1
    else if (kind === 'inset' || kind === 'closure') {
      if (range && /\bto\b|-/.test(line) && daysBetween(first, second) < 10)
        rows.push({ kind, name, starts: first, ends: second })
      else rows.push(...days.map((day): TermRow => ({ kind, name, starts: day, ends: day })))
    } else if (days.length === 4 && days.every((day, i) => i === 0 || day >= days[i - 1]!))
      rows.push(...ofFour(days as [Day, Day, Day, Day], name ?? heading))
    else if (kind === 'holiday' && range) rows.push({ kind, name, starts: first, ends: second })
    else if (range && (kind === 'term' || heading !== null || daysBetween(first, second) >= 14))
      rows.push({ kind: 'term', name: name ?? heading, starts: first, ends: second })
    else if (days.length === 1 && kind !== 'holiday' && says.begins.test(line))
      open = { starts: first, name: (kind === 'term' ? name : null) ?? heading }
    else if (
      days.length === 1 &&
      kind !== 'holiday' &&
      says.ends.test(line) &&
      open &&
      first >= open.starts
    ) {
      rows.push({ kind: 'term', name: open.name, starts: open.starts, ends: first })
      open = null
    } else unread.push(line)
  }
  if (open) unread.push(t`${open.name ?? 'Term'}: begins, but no last day was found`)
  return { rows: rows.toSorted((a, b) => (a.starts < b.starts ? -1 : 1)), unread, bankHolidays }
}

/**
 * The rows of an academic year a year later, on the same weekdays: 52 weeks on. What would fall into August then is on
 * the first weekday of September.
 */
export const copiedYear = (rows: readonly TermRow[], year: number): TermRow[] => {
  let first: Day = `${year + 1}-09-01`
  while ([0, 6].includes(weekdayOf(first))) first = addDays(first, 1)
  const later = (day: Day) => {
    const moved = addDays(day, 364)
    return moved < first ? first : moved
  }
  return rows
    .filter(({ starts }) => academicYearOf(starts) === year)
    .map(({ kind, name, starts, ends }) => ({
      kind,
      name: name && name.replace(/\b20\d\d\b/g, (written) => String(Number(written) + 1)),
      starts: later(starts),
      ends: later(ends),
    }))
}

/** Those that the school has not got yet: the same kind on the same days is the same. */
export const newRows = (rows: readonly TermRow[], known: readonly TermRow[]): TermRow[] => {
  const seen = new Set(known.map(({ kind, starts, ends }) => `${kind}${starts}${ends}`))
  return rows.filter(({ kind, starts, ends }) => {
    const same = `${kind}${starts}${ends}`
    return !seen.has(same) && seen.add(same)
  })
}

import { show } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { bind } from '../bind.ts'
import { reviewedSupport, supportPlace } from '../reviewPlaces.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { keptPercent, minutesDelivered } from '../../domain/rules/ledgerStanding.ts'
import { hoursWords, missedWords, unreadWords } from '../../domain/rules/ledgerWords.ts'
import type { LedgerSums } from '../../domain/rules/ledgerTypes.ts'
import type { Block } from '../blocks.ts'
import {
  cell,
  heading,
  lower,
  type Minutes,
  note,
  paragraph,
  type Part,
  partHeading,
  strong,
  text,
} from './parts.ts'

/** `3 × 20 minutes a week, group of 4, Teaching assistant`, from the record. */
const amount = (a: Stored<Allocation>): string =>
  [
    a.sessionsPerWeek && a.minutes
      ? `${a.sessionsPerWeek} × ${a.minutes} minutes a week`
      : a.sessionsPerWeek
        ? `${a.sessionsPerWeek} times a week`
        : a.minutes
          ? `${a.minutes} minutes`
          : null,
    a.groupSize && (a.groupSize > 1 ? `group of ${a.groupSize}` : 'on their own'),
    a.role && lower(show(fieldOf(Allocation, 'role'), a.role)),
  ]
    .filter(Boolean)
    .join(', ')

const isSilent = ({ planned, unlogged }: LedgerSums) => planned > 0 && unlogged === planned

/** A note that stays on the page of what it is about. */
const keptWithNext = (words: string): Block => ({
  is: 'paragraph',
  runs: [text(words)],
  tone: 'note',
  keepWithNext: true,
})

/** Planned and delivered minutes of each line, from what staff logged; nothing where nobody logged. */
const delivered = (
  { file: { ledger } }: Minutes,
  lines: readonly Stored<Allocation>[],
  named: (line: Stored<Allocation>) => string,
): Block[] => {
  const rows = lines.flatMap((line) => {
    const sums = ledger?.lines.get(line.key)
    return sums && sums.planned + sums.outside > 0 ? [{ line, sums }] : []
  })
  const unread = ledger ? unreadWords(ledger.unreadable) : null
  const title = heading(2, 'Planned and delivered since the last review')
  if (!ledger || rows.length === 0) return unread ? [title, note(unread)] : []
  const began = ledger.began ? ', since sessions are logged' : ''
  const estimated = ledger.isEstimated
    ? ' No terms are recorded for a part of this time, so what was planned is an estimate.'
    : ''
  return [
    title,
    keptWithNext(
      `From the log of sessions, ${writtenDay(ledger.from)} to ${writtenDay(ledger.until)}${began}. Delivered minutes are those given at their own session and those made up for later.${estimated}${unread ? ` ${unread}` : ''}`,
    ),
    {
      is: 'table',
      summary:
        'Each line of Section F: sessions and minutes planned and delivered since the last review, and why some were missed',
      head: ['Section F', 'Sessions', 'Planned', 'Delivered', 'Missed and why'],
      widths: [1.9, 0.9, 1, 1.2, 1.7],
      rowHeadings: true,
      rows: rows.map(({ line, sums }) => [
        cell(text(named(line))),
        cell(text(`${sums.held} of ${sums.planned}`)),
        cell(text(hoursWords(sums.minutesPlanned))),
        cell(
          text(
            // Nobody said anything: that is no 0%.
            isSilent(sums)
              ? 'Not logged'
              : sums.minutesPlanned > 0
                ? `${hoursWords(minutesDelivered(sums))} (${keptPercent(sums)}%)`
                : hoursWords(sums.minutesOutside),
          ),
        ),
        cell(text(missedWords(isSilent(sums) ? { ...sums, unlogged: 0 } : sums))),
      ]),
    },
  ]
}

export const support: Part = (minutes) => {
  const { file, day } = minutes
  const named = (a: Stored<Allocation>) =>
    file.provisions.find((p) => p.key === a.provision)?.name ?? 'Support'
  const all = reviewedSupport(file, day)
  const others = file.allocations.filter(
    (a) => !all.includes(a) && a.from <= day && (!a.until || a.until >= day),
  )
  return [
    partHeading(minutes, 'provision'),
    ...(all.length === 0
      ? [paragraph(text('No line of Section F is in the record yet.'))]
      : [
          {
            is: 'table' as const,
            summary:
              'Each line of Section F: what the plan specifies, what was delivered, whether it works, what should change',
            head: ['The plan specifies', 'Delivered', 'Effective', 'Change proposed'],
            widths: [2.3, 1.3, 0.9, 1.6],
            rows: all.map((a) => {
              const place = supportPlace(file, a.key, named(a))
              return [
                cell(
                  strong(named(a)),
                  text(
                    [a.specified ?? amount(a)]
                      .filter(Boolean)
                      .map((s) => `\n${s}`)
                      .join(''),
                  ),
                ),
                cell(bind(place, 'delivered', 'How much, by whom')),
                cell(bind(place, 'effective', 'Not judged yet')),
                cell(bind(place, 'change', 'No change proposed')),
              ]
            }),
          },
        ]),
    ...delivered(minutes, all, named),
    ...(others.length > 0
      ? [
          heading(2, 'Other support from school'),
          {
            is: 'list' as const,
            items: others.map((a) => [text([named(a), amount(a)].filter(Boolean).join(': '))]),
          },
        ]
      : []),
  ]
}

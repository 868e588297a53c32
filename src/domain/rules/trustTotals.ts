import { t } from '../../words/t.ts'
import type { SchoolFigures } from '../records/schoolFigures.ts'
import { hiddenWords } from './analysisHidden.ts'
import { showDay } from './day.ts'
import { showNumber } from './figure.ts'
import { showMoney } from './money.ts'
import { figureKinds, type FigureKind, type FigureUnit, type TrustFigure } from './trustFigures.ts'
import type { Why } from './why.ts'

/** Figures as the record keeps them: one a line. */
export const figuresText = (figures: readonly TrustFigure[]): string =>
  figures.map(({ id, value }) => `${id}: ${value ?? hiddenWords}`).join('\n')

/** Figures from the record; lines that mean nothing here, such as those of a newer app, are left out. */
export const readFigures = (text: string): ReadonlyMap<string, number | null> => {
  const known = new Set(figureKinds.map(({ id }) => id))
  const lines = text.split(/\r?\n/).flatMap((line): [string, number | null][] => {
    const [, id = '', value = ''] = /^([\w.]+): (\d{1,12}|hidden)$/.exec(line.trim()) ?? []
    if (!known.has(id)) return []
    return [[id, value === hiddenWords ? null : Number(value)]]
  })
  return new Map(lines)
}

/** A figure as people read it: `1,234`, `£12,300.00`, `41 hours`, or that it is hidden. */
export const showFigure = (unit: FigureUnit, value: number | null): string => {
  if (value === null) return t`hidden`
  if (unit === 'pence') return showMoney(value)
  return unit === 'minutes' ? t`${showNumber(value / 60, 0)} hours` : showNumber(value, 0)
}

/** What some schools sent of one figure, added up. */
export type TrustTotal = {
  readonly value: number
  /** Schools that hide theirs, and schools that sent none. */
  readonly hidden: number
  readonly without: number
}

export const totalOf = (id: string, schools: readonly ReadonlyMap<string, number | null>[]): TrustTotal => {
  const sent = schools.flatMap((figures) => (figures.has(id) ? [figures.get(id)!] : []))
  return {
    value: sent.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    hidden: sent.filter((value) => value === null).length,
    without: schools.length - sent.length,
  }
}

/** `at least 1,234`: what a school hides is not in it, and must not be guessed from it. */
export const showTotal = (unit: FigureUnit, { value, hidden }: TrustTotal): string => {
  if (hidden > 0 && value === 0) return t`hidden`
  return hidden > 0 ? t`at least ${showFigure(unit, value)}` : showFigure(unit, value)
}

/** The part of what was planned that was given, in whole percent of the schools that sent both; null without any. */
export const shareGiven = (schools: readonly ReadonlyMap<string, number | null>[]): number | null => {
  const both = schools.flatMap((figures) => {
    const [planned, given] = [figures.get('minutes.planned'), figures.get('minutes.given')]
    return typeof planned === 'number' && typeof given === 'number' ? [{ planned, given }] : []
  })
  const planned = both.reduce((sum, each) => sum + each.planned, 0)
  if (planned === 0) return null
  return Math.round((100 * both.reduce((sum, each) => sum + each.given, 0)) / planned)
}

type Sent = Pick<SchoolFigures, 'school' | 'on' | 'by' | 'fewest'>
const hides = (fewest: number) =>
  t`Counts of 1 to ${fewest - 1} are hidden, and as many beside them as it takes that nobody can work them out; of money and time, what fewer than ${fewest} pupils stand behind.`

/** Why a figure of one school is what it is. */
export const whyOfFigure = ({ words, says }: FigureKind, { school, on, by, fewest }: Sent): Why => ({
  rule: words,
  says: `${says} ${hides(fewest)}`,
  strength: 'local',
  source: t`The records of ${school}, as its SENCO sent them`,
  inputs: [{ label: t`As of`, value: showDay(on) }, ...(by ? [{ label: t`Sent by`, value: by }] : [])],
})

/** Why the trust's figure is what it is: the schools it is added up from. */
export const whyOfTotal = (
  { words, says }: FigureKind,
  { hidden, without }: TrustTotal,
  sent: readonly Sent[],
): Why => ({
  rule: words,
  says: [
    says,
    t`Added up from what the schools sent, each on its own day.`,
    ...(hidden > 0 ? [t`What a school hides is not in it.`] : []),
  ].join(' '),
  strength: 'local',
  source: t`The figures that each school sent`,
  inputs: [
    { label: t`Schools in it`, value: String(sent.length - hidden - without) },
    { label: t`Schools that hide theirs`, value: String(hidden) },
    { label: t`Schools that did not send it`, value: String(without) },
    ...(sent.length > 0
      ? [{ label: t`Oldest`, value: showDay(sent.map(({ on }) => on).toSorted()[0]!) }]
      : []),
  ],
})

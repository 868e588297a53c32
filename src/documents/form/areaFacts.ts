import { areasOfNeed, type NeedType } from '../../domain/rules/codes.ts'
import { Need } from '../../domain/records/need.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { dayOfReview, reviewedOutcomes, reviewedSupport } from '../reviewPlaces.ts'
import { derived, type Fact, lines, titled } from './fact.ts'
import { shown } from './factRows.ts'

export type Area = keyof typeof areasOfNeed

/** Which of the four broad areas a type of need belongs to. Source: SEND Code of Practice 2015, 6.28 to 6.35. */
const areaOf: Readonly<Record<NeedType, Area>> = {
  SLCN: 'communication',
  ASD: 'communication',
  SPLD: 'cognition',
  MLD: 'cognition',
  SLD: 'cognition',
  PMLD: 'cognition',
  SEMH: 'semh',
  HI: 'physical',
  VI: 'physical',
  MSI: 'physical',
  PD: 'physical',
  DS: 'other',
  OTH: 'other',
  NSA: 'other',
}

/** The areas that a form gives a row or a box each. */
const namedAreas = (Object.keys(areasOfNeed) as Area[]).filter((area) => area !== 'other')

const needsIn = (file: ReviewFile, day: string, area: Area) =>
  currentNeeds(file.needs, day).filter(({ type }) => areaOf[type] === area)

const supportIn = (file: ReviewFile, day: string, area: Area) =>
  reviewedSupport(file, day).flatMap((line) => {
    const provision = file.provisions.find(({ key }) => key === line.provision)
    return provision?.areaOfNeed === area ? [{ line, provision }] : []
  })

/** Outcomes that answer a need of the area, or, where they name none, have support of that area. */
const outcomesIn = (file: ReviewFile, day: string, area: Area) =>
  reviewedOutcomes(file).filter((outcome) => {
    const need = outcome.need && file.needs.find(({ key }) => key === outcome.need)
    return need
      ? areaOf[need.type] === area
      : supportIn(file, day, area).some(({ line }) => line.outcome === outcome.key)
  })

const areaFact = (
  area: Area,
  name: string,
  label: string,
  text: (file: ReviewFile, day: string) => readonly (string | null)[],
): Fact =>
  derived(`area.${area}.${name}`, `${areasOfNeed[area]}: ${label}`, (file, day) => lines(...text(file, day)))

/** Needs, support, outcomes and progress by area of need: `area.communication.needs`. */
export const areaFacts: readonly Fact[] = [
  ...namedAreas.flatMap((area): Fact[] => [
    areaFact(area, 'needs', 'needs', (file, day) =>
      needsIn(file, day, area).map((need) => need.description ?? shown(Need, need, 'type')),
    ),
    areaFact(area, 'support', 'support', (file, day) =>
      supportIn(file, day, area).map(({ line, provision }) => line.specified ?? provision.name),
    ),
    areaFact(area, 'outcomes', 'outcomes', (file, day) =>
      outcomesIn(file, day, area).map(({ text }) => text),
    ),
    areaFact(area, 'progress', 'progress', (file, day) =>
      outcomesIn(file, day, area).map((outcome) => {
        const progress = file.progress.find((each) => each.outcome === outcome.key)
        const rating = shown(OutcomeProgress, progress, 'rating')
        const said = lines(progress?.evidence, titled('Progress', rating))
        return said === '' ? null : said
      }),
    ),
  ]),
  {
    id: 'pupil.primaryArea',
    label: 'Primary area of need',
    codes: areasOfNeed,
    isDay: false,
    text: (file, today) => {
      const [need] = currentNeeds(file.needs, dayOfReview(file, today))
      return need ? areasOfNeed[areaOf[need.type]] : ''
    },
    code: (file, today) => {
      const [need] = currentNeeds(file.needs, dayOfReview(file, today))
      return need ? areaOf[need.type] : null
    },
  },
]

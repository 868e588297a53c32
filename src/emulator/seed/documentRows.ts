import { blank } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { PupilDocument } from '../../domain/records/pupilDocument.ts'
import { addDays, latest } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const papers = [
  {
    title: 'Speech and language therapy report',
    author: 'Speech and language therapy service',
    kind: 'advice',
  },
  { title: 'Educational psychologist’s advice', author: 'Educational psychology service', kind: 'advice' },
  { title: 'Occupational therapy report', author: 'Occupational therapy service', kind: 'advice' },
  { title: 'Specialist teacher’s visit notes', author: 'Specialist teaching service', kind: 'advice' },
  { title: 'Letter from the paediatrician', author: 'Community paediatrics', kind: 'medical' },
  { title: 'Letter after the parents’ meeting', author: 'The school', kind: 'letter' },
] as const

/** Papers that lie in a cabinet: the EHC plan of everybody who has one, and what came in over two years. */
export const makeDocuments = (
  { today, authority }: Setting,
  random: Random,
  known: readonly Known[],
): Row<PupilDocument>[] =>
  known.flatMap(({ pupil }) => {
    const { planIssued, planVersion, status, admitted } = pupil.record
    const noted = (record: Partial<PupilDocument> & Pick<PupilDocument, 'title' | 'kind'>) => ({
      key: keyOn(random, record.received ?? today),
      record: blank(PupilDocument, { pupil: pupil.key, where: 'SEND cabinet, pupil’s file', ...record }),
    })
    const plan =
      status === 'E' && planIssued
        ? [
            noted({
              title: 'EHC plan',
              kind: 'ehcPlan',
              author: authority,
              dated: planVersion ?? planIssued,
              received: latest(planVersion ?? planIssued, admitted ?? planIssued),
            }),
          ]
        : []
    const others = random.some(papers, status === 'E' ? random.whole(1, 3) : random.whole(0, 1))
    return [
      ...plan,
      ...others.map((paper) => {
        const dated = latest(addDays(today, -random.whole(30, 700)), admitted ?? addDays(today, -700))
        const received = addDays(dated, random.whole(2, 20))
        return noted({ ...paper, dated, received: received > today ? today : received })
      }),
    ]
  })

/** Flags on a few records, as schools have them. */
export const withAlerts = (random: Random, pupils: readonly Row<Pupil>[]): Row<Pupil>[] =>
  pupils.map(({ key, record }) => ({
    key,
    record:
      record.status === 'N'
        ? record
        : {
            ...record,
            alertMedical: random.chance(0.12) || null,
            alertRisk: random.chance(0.06) || null,
            alertSafeguarding: random.chance(0.03) || null,
            alertEvacuation: random.chance(0.04) || null,
            disability: random.chance(0.35) || null,
          },
  }))

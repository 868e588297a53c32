import { blank } from '../../domain/record.ts'
import { Transfer } from '../../domain/records/transfer.ts'
import { Transition } from '../../domain/records/transition.ts'
import { TransitionVisit } from '../../domain/records/transitionVisit.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { FormerPupil, Row } from './rows.ts'
import type { Setting } from './setting.ts'

const schools = {
  primary: ['Millbrook High School', 'Thornleigh Academy', 'St Oswin’s Catholic School'],
  secondary: ['Ridingdale Sixth Form College', 'Hallowby College', 'Thornleigh Training'],
} as const
const sencos = ['Priya Bell', 'Tom Ashdown', 'Grainne Foley']

/** How each made-up file of a leaver stands, by days after the last day on roll. */
const stages = [
  { sent: 9, asked: 9, closed: null },
  { sent: 12, asked: 12, closed: null },
  { sent: 6, asked: 6, closed: 30 },
] as const

const earlier = (day: Day, today: Day): Day => (day < today ? day : today)

/** Files of those who left, one of somebody who came, and plans for some who move on, with their visits. */
export const makeMoving = (
  { kind, today, year }: Setting,
  random: Random,
  known: readonly Known[],
  former: readonly FormerPupil[],
) => {
  const other = (at: number) => ({
    school: schools[kind][at % 3]!,
    senco: sencos[at % 3]!,
    email: `senco@${['millbrook', 'thornleigh', 'stoswins'][at % 3]!}.example.org`,
  })
  const left = former.filter(
    ({ archivedReason, record }) =>
      archivedReason === null && record.left !== null && record.left < today && record.fileReceived === null,
  )
  const leavers = left.map(({ key, record }, at): Row<Transfer> => {
    const stage = stages[at < 2 ? at : 2]!
    const after = (days: number) => earlier(addDays(record.left!, days), today)
    return {
      key: keyOn(random, record.left!),
      record: blank(Transfer, {
        pupil: key,
        way: 'leaving',
        ...other(at),
        safeWay: random.pick(['schoolToSchool', 'email', 'hand']),
        packOn: after(stage.sent),
        ctfOn: after(5),
        sentOn: after(stage.sent),
        receiptAskedOn: after(stage.asked),
        closedOn: stage.closed === null ? null : after(stage.closed),
        note: stage.closed === null ? null : 'Receipt came on paper; it lies in the office.',
      }),
    }
  })
  const onRoll = known.filter(({ pupil }) => pupil.record.left === null)
  const [newcomer] = random.some(
    onRoll.filter(({ pupil }) => pupil.record.status === 'K'),
    1,
  )
  const arriving: Row<Transfer>[] = newcomer
    ? [
        {
          key: keyOn(random, addDays(today, -20)),
          record: blank(Transfer, {
            pupil: newcomer.pupil.key,
            way: 'arriving',
            school: 'Eastmere Primary School',
            senco: 'Lena Marsh',
            askedOn: addDays(today, -3),
          }),
        },
      ]
    : []
  const last = kind === 'primary' ? '6' : '11'
  const movers = random.some(
    onRoll.filter(({ pupil }) => pupil.record.status !== 'N' && pupil.record.yearGroup === last),
    2,
  )
  const moves: Day = `${year + 1}-09-01`
  const began = earlier(`${year + 1}-02-03`, addDays(today, -14))
  const transitions = movers.map(({ pupil }, at): Row<Transition> => ({
    key: keyOn(random, began),
    record: blank(Transition, {
      pupil: pupil.key,
      kind: kind === 'primary' ? 'secondary' : 'post16',
      began,
      keyAdult: at === 0 ? 'Mr Hollis, head of year' : null,
      worriesChild: 'Getting lost. Who I sit with at lunch.',
      worriesFamily: 'That nobody sees when the morning goes wrong.',
      lookingForward: 'Cooking and the climbing wall.',
      helps: 'A map with photos. One adult to find at break. Knowing the day before what is different.',
      agreedOn: at === 0 ? addDays(began, 7) : null,
      agreedWith: at === 0 ? 'The family and the SENCO there' : null,
    }),
  }))
  const first = transitions[0]
  const visits = first
    ? [
        {
          kind: 'staffMeet',
          on: addDays(today, -6),
          doneOn: addDays(today, -6),
          howItWent: 'Profile handed over, seats and lunch talked through.',
        } as const,
        {
          kind: 'visit',
          on: addDays(today, 9),
          time: '13:30',
          where: first.record.kind === 'post16' ? 'The college' : 'The school',
        } as const,
        { kind: 'start', on: moves } as const,
      ].map((given): Row<TransitionVisit> => ({
        key: keyOn(random, began),
        record: blank(TransitionVisit, {
          pupil: first.record.pupil,
          transition: first.key,
          ...given,
        }),
      }))
    : []
  return { transfers: [...leavers, ...arriving], transitions, visits }
}

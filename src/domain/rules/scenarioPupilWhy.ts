import { t } from '../../words/t.ts'
import { type Day, showDay } from './day.ts'
import { showMinutes, tenth } from './deploymentPeople.ts'
import { givenMinutes } from './scenarioCompare.ts'
import type { ThreeWayRow } from './threeWay.ts'
import type { Why } from './why.ts'

type Named = (provision: string) => string

const together = (minutes: readonly number[]) => ({
  label: t`Together`,
  value: t`${showMinutes(tenth(minutes.reduce((sum, one) => sum + one, 0)))} a week`,
})

/** Why a pupil gets so many minutes a week on a day: each line with its map and its timetable. */
export const givenWhy = (rows: readonly ThreeWayRow[], nameOf: Named, day: Day): Why => {
  const timed = rows.filter(({ mapMinutes, timetableMinutes }) => mapMinutes !== null || timetableMinutes > 0)
  return {
    rule: t`Minutes a week`,
    says: t`What the map asks for and the timetable has, the smaller of the two for each line: a session without a time is not given, and a time beyond the map is not this support.`,
    strength: 'local',
    source: t`Provision map and timetable of the school`,
    inputs: [
      { label: t`On`, value: showDay(day) },
      ...timed.map((row) => ({
        label: nameOf(row.provision),
        value:
          row.mapMinutes === null
            ? t`no hours on the map, timetable ${showMinutes(row.timetableMinutes)}`
            : t`map ${showMinutes(row.mapMinutes)}, timetable ${showMinutes(row.timetableMinutes)}`,
      })),
      together(timed.map(givenMinutes)),
    ],
  }
}

/** Why so many minutes of a pupil's Section F have no time in the week: each line with what its plan specifies. */
export const uncoveredWhy = (rows: readonly ThreeWayRow[], nameOf: Named, day: Day): Why => {
  const specified = rows.filter(({ planMinutes }) => planMinutes !== null)
  return {
    rule: t`Section F that is not covered`,
    says: t`Minutes a week that the plan specifies and the timetable does not have. They are owed whatever they cost.`,
    strength: 'must',
    source: t`Children and Families Act 2014, section 42`,
    inputs: [
      { label: t`On`, value: showDay(day) },
      ...specified.map((row) => ({
        label: nameOf(row.provision),
        value: t`plan ${showMinutes(row.planMinutes!)}, timetable ${showMinutes(row.timetableMinutes)}: ${showMinutes(row.uncovered)} not covered`,
      })),
      together(specified.map(({ uncovered }) => uncovered)),
    ],
  }
}

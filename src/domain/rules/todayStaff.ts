import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { type Context, joined, recordLine, verb, whyOf } from './todayParts.ts'
import type { StaffBehind, WorkLine } from './todayTypes.ts'

/** One line while staff see another timetable or other school days than the records have. */
export const staffLines = ({ names, days }: StaffBehind, context: Context): WorkLine[] => {
  if (names === 0 && days === 0) return []
  const place = { is: 'timetable' } as const
  return [
    recordLine(context, {
      id: 'staffBehind',
      word: t`Older list`,
      pupils: [],
      what:
        names > 0
          ? t`Staff see an older list of who comes to which session`
          : t`Staff see other school days than your calendar has`,
      detail: joined(
        names > 0 && t`${counted(names, 'name')} to put right`,
        days > 0 && t`${counted(days, 'school day or term', 'school days and terms')} to put right`,
      ),
      why: whyOf(
        t`What staff see of the timetable`,
        t`Staff log their sessions by a copy of the timetable on their site. The records have changed since it was last sent.`,
        'local',
        t`The timetable, lines, groups and school days of the records, against what the staff site shows`,
        { 'Names to put right': String(names), 'School days and terms to put right': String(days) },
      ),
      next: verb(t`Look and send again`, place),
      open: place,
    }),
  ]
}

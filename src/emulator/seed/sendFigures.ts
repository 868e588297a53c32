import type { SchoolConfig } from '../../config.ts'
import { figuresKeyOf, SchoolFigures } from '../../domain/records/schoolFigures.ts'
import { moneyYearOf } from '../../domain/rules/annualise.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { moneyOf } from '../../domain/rules/elements.ts'
import { filledFromGroups } from '../../domain/rules/groupLines.ts'
import { schoolLedger } from '../../domain/rules/ledgerSchool.ts'
import { reviewSettingsOf } from '../../domain/rules/reviewSettings.ts'
import { yearStartIn } from '../../domain/rules/rulebook.ts'
import { calendarOf } from '../../domain/rules/schoolCalendar.ts'
import { setting, settingsOn } from '../../domain/rules/settings.ts'
import { trustFigures } from '../../domain/rules/trustFigures.ts'
import { deliveryDays, sumsToSend } from '../../domain/rules/trustSums.ts'
import { figuresText } from '../../domain/rules/trustTotals.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import type { GeneratedSchool, Row, SchoolKind } from './rows.ts'

/** How long ago each kind of made-up school sent its figures: on days of their own, as schools do. */
const sentAgo: Readonly<Record<SchoolKind, number>> = { primary: 24, secondary: 9 }

const keyed = <T>(rows: readonly Row<T>[]) => rows.map(({ key, record }) => ({ ...record, key }))

/** The figures of a made-up school as of a day, by the rules by which a SENCO's page reckons them. */
const figuresOn = (made: GeneratedSchool, day: Day) => {
  const still = made.FormerPupil.filter(({ archivedReason }) => archivedReason === null)
  const pupils = keyed([...made.Pupil, ...still])
  const schools = keyed(made.School)
  const school = settingsOn(schools, day)
  const rulebooks = keyed(made.CostingRulebook)
  const groups = keyed(made.Group)
  const allocations = keyed(made.Allocation)
  const calendar = calendarOf(keyed(made.TermDate))
  const { pupils: ofYear } = moneyOf({
    pupils,
    provisions: keyed(made.Provision),
    groups,
    lines: filledFromGroups(allocations, groups, calendar),
    rates: keyed(made.Rate),
    school,
    rulebooks,
    fundings: keyed(made.Funding),
    bands: keyed(made.FundingBand),
    calendar,
    year: moneyYearOf(day, yearStartIn(school, rulebooks, day)),
  })
  const slots = keyed(made.Slot)
  const deliveries = keyed(made.Delivery)
  const { rows } = schoolLedger(
    { slots, allocations, groups, pupils, calendar, counted: school ?? null, deliveries, today: day },
    ...deliveryDays(day),
  )
  const registers = {
    pupils,
    needs: keyed(made.Need),
    reviews: keyed(made.Review),
    settings: reviewSettingsOf(school, keyed(made.DateLimit)),
  }
  const fewest = setting(school, 'fewestShown')
  return { fewest, figures: trustFigures({ ...registers, ...sumsToSend(ofYear, rows) }, day, fewest) }
}

/** Sends the figures of a made-up school, as its SENCO did some days ago. */
export const sendFigures = async (
  records: Pick<SchoolRecords, 'store'>,
  { id, name }: Pick<SchoolConfig, 'id' | 'name'>,
  kind: SchoolKind,
  made: GeneratedSchool,
  today: Day,
): Promise<void> => {
  const on = addDays(today, -sentAgo[kind])
  const { fewest, figures } = figuresOn(made, on)
  await records
    .store(SchoolFigures)
    .create({ school: name, on, by: 'Helen Marsh', fewest, figures: figuresText(figures) }, figuresKeyOf(id))
}

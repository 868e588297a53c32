import type { AnyRecordType, RecordOf, Stored } from '../record.ts'
import type { ComplaintStage } from '../records/complaintStage.ts'
import type { Disclosure } from '../records/disclosure.ts'
import type { School } from '../records/school.ts'
import type { Told } from '../rules/chronology.ts'
import { addDays, type Day } from '../rules/day.ts'
import type { DueStatus } from '../rules/reviewDue.ts'
import type { SchoolCalendar } from '../rules/schoolCalendar.ts'
import type { Chased } from '../rules/todayTypes.ts'
import type { Why } from '../rules/why.ts'
import type { MovingFacts } from './moving.ts'

/** The places of the tab under which duties stand, as their addresses have them. */
export type DutyPlace = 'with' | 'access' | 'leading'

/** What a duty's rules may know beside the row. */
export type DutyContext = {
  readonly today: Day
  /** The settings in force; null where the school has none yet. */
  readonly school: School | null
  /** What a record is called that a key leads to; null where it isn't read, or is archived. */
  nameOf(type: string, key: string | null): string | null
  /** Reminders about this row; null where nobody was reminded. */
  chased(key: string): Chased | null
  /** Rows of the lists that the duty `reads`, by the name of their type; none where they aren't read. */
  rows?(type: string): readonly Stored<unknown>[]
  /** What duties about pupils who move reckon with; left out where it isn't read. */
  readonly moving?: MovingFacts
  /** The school’s own days. */
  readonly calendar: SchoolCalendar
  /** A stage of complaints as the school has it; null where there is none, or it is archived. */
  stage(
    key: string | null,
  ): Pick<ComplaintStage, 'name' | 'who' | 'acknowledge' | 'answer' | 'count' | 'source'> | null
}

/** Rows of a list that a duty reads beside its own. */
export const rowsRead = <R extends AnyRecordType>(
  context: Pick<DutyContext, 'rows'>,
  type: R,
): readonly Stored<RecordOf<R>>[] => (context.rows?.(type.name) ?? []) as readonly Stored<RecordOf<R>>[]

/** What somebody has to do about a row. */
export type Due = {
  /** Our own words, naming no pupil, unless `typed`. */
  readonly what: string
  /** Null: nobody put a day to it. */
  readonly day: Day | null
  readonly owner: 'school' | 'others'
  readonly why: Why
  /** The button on Today. */
  readonly verb: string
  /** `what` holds what somebody typed: it may name anybody. */
  readonly typed?: true
}
/** How a row stands: `waiting` for somebody outside; `done` asks nothing of anybody any more. */
export type Standing = {
  readonly is: 'open' | 'waiting' | 'done'
  readonly word: string
  readonly due: Due | null
}

/** One dated fact that carries a row on. */
export type DutyStep<T> = {
  readonly field: keyof T & string
  /** The button, and what is said once it is recorded. */
  readonly words: string
  readonly said: string
  /** Whether it can be what comes next. */
  offered(row: T): boolean
  /** Where the day alone doesn't do: the field that is written first. */
  readonly asks?: keyof T & string
  /** It may be recorded again: the day of the last time is what counts. */
  readonly again?: true
  /** What is recorded with one click; the day in `field` unless said. */
  changes?(row: T, today: Day): Partial<T>
}

export type DutyColumn<T> = {
  readonly words: string
  of(row: T, context: DutyContext): string
  /** By what it is ordered, where the words are not in order, such as days. */
  by?(row: T): string
}

/** A duty of the SENCO that is a list of rows: what its page, its line on Today and its chronology are made from. */
export type Duty<R extends AnyRecordType = AnyRecordType> = {
  /** As its address has it. */
  readonly name: string
  readonly place: DutyPlace
  readonly words: string
  /** One sentence for somebody who has never seen it. */
  readonly says: string
  readonly type: R
  /** Only these rows of a list that holds more. */
  readonly only?: { readonly field: string; readonly value: string }
  /** Lists of the school's own, its own among them where it asks for it, that its rules and its form look at. */
  readonly reads?: readonly AnyRecordType[]
  /** Beside the pupil, who stands first where the type has one, and how it stands. */
  readonly columns: readonly DutyColumn<RecordOf<R>>[]
  /** The heading of one row's own page, without a pupil's name. */
  titleOf(row: RecordOf<R>, context: DutyContext): string
  /** What is searched beside the columns. */
  searched?(row: RecordOf<R>): readonly (string | null)[]
  standing(row: Stored<RecordOf<R>>, context: DutyContext): Standing
  readonly steps: readonly DutyStep<RecordOf<R>>[]
  readonly form: {
    /** The button that begins a new one, and what is asked then. */
    readonly add: string
    readonly fields: readonly (keyof RecordOf<R> & string)[]
    given(today: Day): Partial<RecordOf<R>>
    readonly groups: readonly {
      readonly title?: string
      readonly fields: readonly (keyof RecordOf<R> & string)[]
    }[]
    /** Days that lie in the past. */
    readonly past: readonly (keyof RecordOf<R> & string)[]
  }
  readonly empty: { readonly title: string; readonly todo: string }
  /** What a row tells in the pupil's chronology. */
  tells?(row: RecordOf<R>, context: Pick<DutyContext, 'nameOf'>): readonly Told[]
  /** Why a pupil's record is opened from Today, and the task in our words. */
  readonly task: { readonly purpose: Disclosure['purpose']; readonly words: string }
  /** A log that owes nothing to anybody: Today does not read it. */
  readonly asksNothing?: true
  /** What a reminder about a row is; left out where nobody is reminded by a row. */
  readonly chase?: 'referral' | 'transfer'
  /** It goes on after the pupil has left. */
  readonly afterLeaving?: true
  /** One line on Today for all rows that want the same: a list of the school's own. */
  folded?(count: number): string
  /** What is owed about the list as a whole, beside its rows. */
  owed?(rows: readonly Stored<RecordOf<R>>[], context: DutyContext): readonly Due[]
}
/** The duty of any type: what a screen or a list of duties takes. */
export type AnyDuty = Duty

// Each duty is written for its own record type; whoever goes through all of them gives each its own rows.
export const defineDuty = <R extends AnyRecordType>(duty: Duty<R>): AnyDuty => duty as unknown as AnyDuty

/** Whether its rows are of a pupil. */
export const ofPupil = ({ type }: AnyDuty): boolean => 'pupil' in (type.fields as object)

/** Rows of this duty among all of their list. */
export const rowsOf = <T>({ only }: AnyDuty, rows: readonly T[]): readonly T[] =>
  only ? rows.filter((row) => (row as Record<string, unknown>)[only.field] === only.value) : rows

export const dutyStates = ['open', 'waiting', 'overdue', 'done'] as const
export type DutyState = (typeof dutyStates)[number]

/** As the quick views of a list have it: what is due and past its day is overdue, whosever turn it is. */
export const stateOf = ({ is, due }: Standing, today: Day): DutyState =>
  due?.day && due.day < today ? 'overdue' : is

/** Days before its day from which a row is marked as due soon. */
const soon = 7

export const markOf = (standing: Standing, today: Day): DueStatus => {
  const state = stateOf(standing, today)
  if (state === 'done' || state === 'overdue') return state
  if (standing.due === null) return 'onTrack'
  return standing.due.day === null || standing.due.day <= addDays(today, soon) ? 'dueSoon' : 'onTrack'
}

/** What can come next of a row, the usual first. */
export const nextSteps = <T>(steps: readonly DutyStep<T>[], row: T): readonly DutyStep<T>[] =>
  steps.filter((step) => (step.again || row[step.field] === null) && step.offered(row))

/** What a click on a step records. */
export const changesOf = <T>(step: DutyStep<T>, row: T, today: Day): Partial<T> =>
  step.changes?.(row, today) ?? ({ [step.field]: today } as Partial<T>)

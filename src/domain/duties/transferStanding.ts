import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Transfer } from '../records/transfer.ts'
import { type Day, latest, showDay } from '../rules/day.ts'
import { receiptOf } from '../rules/retentionFacts.ts'
import { addSchoolDays } from '../rules/schoolCalendar.ts'
import { lawOn, whyOf } from '../rules/limits.ts'
import { protectionDue, recordDue } from '../rules/transfer.ts'
import type { Due, DutyContext, Standing } from './duty.ts'
import { daysAfter, settledDay } from './why.ts'

const rule = t`Transfer of records`
type Row = Stored<Transfer>

export const otherSchool = ({ school }: Pick<Transfer, 'school'>): string => school ?? t`the other school`

const practice = (says: string, inputs: Due['why']['inputs'] = []): Due['why'] => ({
  rule,
  says,
  strength: 'recommended',
  source: t`Practice of schools`,
  inputs,
})
const ours = (what: string, verb: string, says: string, day: Day | null = null): Due => ({
  what,
  day,
  owner: 'school',
  verb,
  why: practice(says),
})

/** When whoever owes a receipt or a file is asked again: the day that was written down, else the setting after the last that was asked. */
const askAgain = (
  row: Row,
  context: DutyContext,
  from: { readonly label: string; readonly day: Day },
  says: string,
  what: string,
): Due => {
  const last = context.chased(row.key)?.on
  const reckoned = daysAfter(context.school, 'transferReceipt', rule, says, {
    label: last && last > from.day ? t`Last reminded on` : from.label,
    day: last ? latest(from.day, last) : from.day,
  })
  return {
    what,
    owner: 'others',
    verb: t`Ask again`,
    ...(row.chaseOn !== null && (!last || row.chaseOn > last)
      ? { day: row.chaseOn, why: settledDay(rule, t`Ask again on`, row.chaseOn) }
      : reckoned),
  }
}

const done = (word: string): Standing => ({ is: 'done', word, due: null })

/** After the receipt: what becomes of the school's own copy. */
const received = (row: Row, context: DutyContext): Standing => {
  const copy = context.moving?.ownCopy(row.pupil) ?? null
  if (copy === null || copy.is === 'kept')
    return {
      is: 'waiting',
      word: copy === null ? t`Receipt is here` : t`Own copy kept: ${copy.says}`,
      due:
        copy?.is === 'kept' && copy.until !== null
          ? {
              what: t`Look again whether our own copy of a file that was passed on is still needed`,
              day: copy.until,
              owner: 'school',
              verb: t`Look again`,
              why: copy.why,
            }
          : null,
    }
  return {
    is: copy.day <= context.today ? 'open' : 'waiting',
    word: copy.day <= context.today ? t`Own copy to decide on` : t`Own copy kept until ${showDay(copy.day)}`,
    due: {
      what: t`The next school has the file: decide under Records, Keeping and disposal, on our own copy`,
      day: copy.day,
      owner: 'school',
      verb: t`Decide`,
      why: copy.why,
    },
  }
}

const unsent = (row: Row, left: Day, pupil: Pupil, context: DutyContext): Standing | null => {
  const to = otherSchool(row)
  const record = recordDue(left, context.moving!.clock)
  const protection = pupil.alertSafeguarding && row.protectionOn === null ? protectionDue(left) : null
  const owed =
    row.sentOn === null && row.ctfOn === null
      ? t`Send the SEND file, the CTF and the pupil record to ${to}`
      : row.sentOn === null
        ? t`Send the SEND file to ${to}`
        : row.ctfOn === null
          ? t`See that the CTF and the pupil record went to ${to}`
          : null
  const send: Due | null =
    owed === null
      ? null
      : { what: owed, day: record.day, owner: 'school', verb: t`Send the file`, why: record.why }
  const hand: Due | null = protection && {
    what: t`See that the safeguarding lead handed their file over to ${to}`,
    day: protection.day,
    owner: 'school',
    verb: t`Ask the lead`,
    why: protection.why,
  }
  const first = [send, hand].filter((one) => one !== null).toSorted((a, b) => a.day!.localeCompare(b.day!))[0]
  if (!first) return null
  return {
    is: 'open',
    word: left > context.today ? t`Leaves on ${showDay(left)}` : owed ? t`To send` : t`To hand over`,
    due: first,
  }
}

const leaving = (row: Row, context: DutyContext): Standing => {
  const pupil = context.moving?.pupilOf(row.pupil) ?? null
  const left = pupil?.left ?? null
  // A receipt for the file says nothing of the CTF, which is owed all the same.
  if (pupil && receiptOf(pupil) !== null && row.sentOn !== null && row.ctfOn !== null)
    return received(row, context)
  if (pupil && left !== null) {
    const open = unsent(row, left, pupil, context)
    if (open) return open
  } else if (row.sentOn === null)
    return {
      is: 'open',
      word: t`Last day not known`,
      due: ours(
        t`Say the last day on roll of a pupil who leaves for ${otherSchool(row)}`,
        t`Say the last day`,
        t`The limit for sending the file runs from the last day on roll`,
        pupil?.moves ?? null,
      ),
    }
  if (row.receiptAskedOn === null)
    return {
      is: 'open',
      word: t`Sent`,
      due: ours(
        t`Ask ${otherSchool(row)} for a receipt for the file`,
        t`Ask for it`,
        t`A file without a receipt may lie with nobody; before the receipt our own copy stays`,
        row.sentOn,
      ),
    }
  return {
    is: 'waiting',
    word: t`Waiting for the receipt`,
    due: askAgain(
      row,
      context,
      { label: t`Receipt asked for on`, day: row.receiptAskedOn },
      t`A school that does not confirm a file is asked again`,
      t`${otherSchool(row)} has not confirmed that it has the file`,
    ),
  }
}

const arriving = (row: Row, context: DutyContext): Standing => {
  const from = otherSchool(row)
  if (row.receiptSentOn !== null) return done(t`File is here, receipt sent`)
  if (row.arrivedOn !== null)
    return {
      is: 'open',
      word: t`File is here`,
      due: ours(
        t`Confirm to ${from} that the file is here`,
        t`Send the receipt`,
        t`Until it has a receipt the other school asks, and keeps its own copy`,
        row.arrivedOn,
      ),
    }
  const admitted = context.moving?.pupilOf(row.pupil)?.admitted ?? null
  if (row.askedOn === null)
    return {
      is: 'open',
      word: t`To ask for`,
      due: ours(
        t`Ask ${from} for the SEND file`,
        t`Ask for it`,
        t`What helped there is known before the first lesson here only where somebody asks`,
        admitted,
      ),
    }
  const law = lawOn('recordSent', row.askedOn)
  const from0 = admitted === null ? row.askedOn : latest(admitted, row.askedOn)
  const chased = context.chased(row.key)?.on ?? null
  if (row.chaseOn !== null || chased !== null || !context.moving || !('schoolDays' in law.span))
    return {
      is: 'waiting',
      word: t`Asked for`,
      due: askAgain(
        row,
        context,
        { label: t`File asked for on`, day: row.askedOn },
        t`A school that has not sent a file is asked again`,
        t`The file from ${from} has not come`,
      ),
    }
  return {
    is: 'waiting',
    word: t`Asked for`,
    due: {
      what: t`The file from ${from} has not come`,
      owner: 'others',
      verb: t`Ask again`,
      day: addSchoolDays(context.moving.clock.calendar, from0, law.span.schoolDays),
      why: whyOf('recordSent', law, {
        [admitted === null ? t`File asked for on` : t`Admitted`]: showDay(from0),
      }),
    },
  }
}

/** How a transfer stands, from its dated facts and those of the pupil's own row. */
export const transferStanding = (row: Row, context: DutyContext): Standing =>
  row.closedOn !== null
    ? done(t`Closed`)
    : row.way === 'leaving'
      ? leaving(row, context)
      : arriving(row, context)

import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { daysBetween, showDay } from './day.ts'
import { type Context, recordLine, verb, whyOf } from './todayParts.ts'
import type { WorkLine } from './todayTypes.ts'

/** Figures for the trust and governors are asked for again after so many days: about a half-term. */
const figuresLast = 42

/** One line once what governors and the trust see of the school is old. The first sending is a decision of its own. */
export const figureLines = (context: Context): WorkLine[] => {
  const { figuresSent, today } = context
  if (!figuresSent) return []
  const days = daysBetween(figuresSent, today)
  if (days < figuresLast) return []
  const place = { is: 'figures' } as const
  return [
    recordLine(context, {
      id: 'figuresSent',
      word: t`Older figures`,
      pupils: [],
      what: t`Governors and the trust see the school as of ${showDay(figuresSent)}`,
      detail: t`${counted(days, 'day')} ago`,
      why: whyOf(
        t`Figures for governors and the trust`,
        t`What was sent stays as it was that day. Sending it about once a half-term keeps it true.`,
        'recommended',
        t`Practice; the figures that the school last sent`,
        { 'Last sent': showDay(figuresSent), 'Asked for again after': counted(figuresLast, 'day') },
      ),
      next: verb(t`Look and send again`, place),
      open: place,
    }),
  ]
}

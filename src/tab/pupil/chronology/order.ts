import { t } from '../../../words/t.ts'
import type { ChronologyEvent } from '../../../domain/rules/chronology.ts'
import { showDay } from '../../../domain/rules/day.ts'

/** `Happened 3 Sep 2026 · written down 10 Sep 2026 by Sam Senco`: two facts that are never the same field. */
export const bothDays = ({ day, written }: Pick<ChronologyEvent, 'day' | 'written'>): string => {
  const when = [written?.on && showDay(written.on), written?.by && t`by ${written.by}`]
    .filter(Boolean)
    .join(' ')
  return t`Happened ${showDay(day)}${when && t` · written down ${when}`}`
}

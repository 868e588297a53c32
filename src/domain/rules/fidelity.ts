import { t } from '../../words/t.ts'
import { because, type Figure, noFigure, type Reckoned } from './figure.ts'

/** What this figure is called wherever it stands: what “delivered” counts is minutes, and another figure. */
export const fidelityName = t`Sessions held of planned`

/** Below this share of planned sessions, what scores say of a support says little. Ours. */
export const leastFidelity = 80

/**
 * How far support was given as planned: sessions held of those planned, and those that the pupil was at of those held,
 * in whole percent. More held than planned, such as after catching up, is more than 100.
 */
export const fidelity = (
  held: number,
  planned: number,
  attended: number | null = null,
): Reckoned<Figure & { readonly attendedPercent: number | null; readonly reliable: boolean }> => {
  if (planned <= 0) return noFigure(t`No sessions were planned`)
  const value = Math.round((held * 100) / planned)
  const attendedPercent = attended === null || held <= 0 ? null : Math.round((attended * 100) / held)
  // Judged on the sessions themselves: 79.6 % is shown as 80 % and still too few.
  const enough = (part: number, of: number) => part * 100 >= leastFidelity * of
  const reliable = enough(held, planned) && (attendedPercent === null || enough(attended!, held))
  return {
    value,
    attendedPercent,
    reliable,
    shown: `${value}%`,
    reading: t`${held} of ${planned} planned sessions held${attendedPercent === null ? '' : t`; there for ${attended ?? ''} of them`}`,
    cautions: reliable
      ? []
      : [
          t`Less than ${leastFidelity}% of what was planned was held: what the scores say of it is unreliable`,
        ],
    why: because(
      fidelityName,
      t`${held} held ÷ ${planned} planned = ${value}%${attendedPercent === null ? '' : t`; ${attended ?? ''} attended ÷ ${held} held = ${attendedPercent}%`}. Whole sessions count, however long; Delivered counts the minutes of each, and what was made up for.`,
      t`Goldthread’s own rule: below ${leastFidelity}%, impact is unreliable`,
      [],
    ),
  }
}

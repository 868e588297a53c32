import type { SheetField } from './sheetFields.ts'

/** A number that words may mean; `sure` where they can't mean another. */
export type Numbered = { readonly value: number; readonly sure: boolean }

const units: Partial<Record<SheetField, RegExp>> = {
  sessionsPerWeek: /\s*(?:x|×|times|sessions?)?\s*(?:a|per|\/)?\s*(?:wk|week|weekly)?\.?$/i,
  weeks: /\s*(?:wks?|weeks?)\.?$/i,
  groupSize: /\s*(?:pupils?|children|pupil\(s\))?\.?$/i,
}
/** Words without the unit that the field counts in anyway: `12 weeks`, `4 pupils`, `3 x a week`. */
export const withoutUnit = (text: string, field: SheetField): string => {
  const unit = units[field]
  return unit ? text.replace(unit, '').trim() : text
}

/**
 * The numbers that a text may stand for: `1,200` and `12.5` one each, `1,5` and `12,50` the one with a decimal comma,
 * to be asked, `1.250` two. With `money`, a pound sign or p for pence. None where it is no number.
 */
export const numberReadings = (text: string, money: boolean): Numbered[] => {
  const pence = money ? /^(\d+)\s*p$/i.exec(text) : null
  if (pence) return [{ value: Number(pence[1]) / 100, sure: false }]
  const clean = (money ? text.replace(/^(-?)\s*(?:£|gbp)\s*|\s*(?:£|gbp)$/gi, '$1') : text).trim()
  if (/^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(clean)) {
    const value = Number(clean.replaceAll(',', ''))
    // Three digits after one point are thousands to some: 1.250.
    return money && /^[-+]?\d{1,3}\.\d{3}$/.test(clean)
      ? [
          { value: value * 1000, sure: false },
          { value, sure: false },
        ]
      : [{ value, sure: true }]
  }
  if (/^[-+]?\d+,\d{1,2}$/.test(clean)) return [{ value: Number(clean.replace(',', '.')), sure: false }]
  if (/^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(clean))
    return [{ value: Number(clean.replaceAll('.', '').replace(',', '.')), sure: false }]
  return []
}

/** Minutes from words for a length of time: `90 mins`, `1 h 30`, `1.5 hours`; to be asked: `1,5 h`, `1:30`. */
export const hoursAsMinutes = (text: string): { minutes: number; sure: boolean } | null => {
  const clean = text
    .toLowerCase()
    .replace(/\./g, (_, at: number) => (/\d/.test(text[at + 1] ?? '') ? '.' : ''))
  if (/^(?:a )?half an? hour$|^½ ?h(?:ou)?rs?$/.test(clean)) return { minutes: 30, sure: true }
  const minutes = /^(\d+(?:[.,]\d+)?)\s*(?:m|mins?|minutes?|')$/.exec(clean)
  if (minutes) return { minutes: Number(minutes[1]!.replace(',', '.')), sure: !minutes[1]!.includes(',') }
  const hours = /^(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?)$/.exec(clean)
  if (hours)
    return {
      minutes: Math.round(Number(hours[1]!.replace(',', '.')) * 60),
      sure: !hours[1]!.includes(','),
    }
  const parts = /^(\d+)\s*(?:h|hrs?|hours?)\s*(?:and\s*)?(\d{1,2})\s*(?:m|mins?|minutes?)?$/.exec(clean)
  if (parts) return { minutes: Number(parts[1]) * 60 + Number(parts[2]), sure: true }
  const clock = /^(\d{1,2}):(\d{2})$/.exec(clean)
  return clock ? { minutes: Number(clock[1]) * 60 + Number(clock[2]), sure: false } : null
}

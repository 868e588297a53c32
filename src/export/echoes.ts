import type { Stored } from '../domain/record.ts'
import type { Withholding } from '../domain/records/withholding.ts'
import { commonWords, titles } from '../domain/rules/wrongChildWords.ts'
import { blackedOut, type Span } from './blackOut.ts'
import { type Candidate, candidateId, wholeRecord } from './candidate.ts'
import { addressesIn, anyOf, matches } from './findText.ts'
import type { PupilFile } from './pupilFile.ts'

/** Words that tell something by themselves: names, numbers, addresses; not every word of a sentence. */
const telling = (piece: string, own: ReadonlySet<string>): string[] => {
  const whole = piece.trim()
  if (/\d/.test(whole) && whole.length >= 4 && whole.length <= 40) return [whole]
  const addresses = addressesIn(piece).map(({ from, to }) => piece.slice(from, to))
  const names = [...piece.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]{3,}/gu)]
    .map(([word]) => word.replace(/(?:['’]s?|-)$/u, ''))
    .filter((word) => {
      const folded = word.toLowerCase()
      return (
        word.length >= 4 &&
        /^[\p{Lu}\p{Lo}]|\p{N}/u.test(word) &&
        !own.has(folded) &&
        !commonWords.has(folded) &&
        !titles.has(folded)
      )
    })
  return [...addresses, ...names]
}

/** What was taken out of texts so far: blacked out pieces, and what told of somebody in texts that are kept back. */
const takenOut = (all: ReadonlyMap<string, Candidate>, decisions: readonly Stored<Withholding>[]): string[] =>
  decisions.flatMap(({ recordType, record, field, decision, redacted }) => {
    if (field === wholeRecord && decision === 'withhold')
      return [...all.values()]
        .filter((one) => one.recordType === recordType && one.record === record && one.text.length <= 255)
        .map(({ text }) => text)
    const candidate = all.get(candidateId(recordType, record, field))
    if (!candidate) return []
    const { text, reasons } = candidate
    const pieces = (spans: readonly Span[]) => spans.map(({ from, to }) => text.slice(from, to))
    if (decision === 'redact') return pieces(blackedOut(text, redacted ?? '') ?? [])
    if (decision !== 'withhold') return []
    return [...(text.length <= 255 ? [text] : []), ...reasons.flatMap(({ spans }) => pieces(spans))]
  })

/** The text as it would be given by what is decided so far; '' where it is kept back. */
export const asDecided = (
  { text, recordType, record, field }: Candidate,
  decisions: readonly Stored<Withholding>[],
) => {
  const about = decisions.filter((each) => each.recordType === recordType && each.record === record)
  if (about.some((each) => each.field === wholeRecord && each.decision === 'withhold')) return ''
  const own = about.find((each) => each.field === field)
  if (own?.decision === 'withhold') return ''
  return own?.decision === 'redact' && blackedOut(text, own.redacted ?? '') ? own.redacted! : text
}

/** Candidates with the words in them that were taken out elsewhere; a text that still gives one becomes a candidate. */
export const withEchoes = (
  { pupil }: PupilFile,
  found: readonly Candidate[],
  all: readonly Candidate[],
  decisions: readonly Stored<Withholding>[],
): readonly Candidate[] => {
  const own = new Set(
    [pupil.forename, pupil.preferredForename, pupil.surname, pupil.dateOfBirth, pupil.upn]
      .filter((name) => name !== null)
      .flatMap((name) => [name.toLowerCase(), ...name.toLowerCase().split(/\s+/)]),
  )
  const known = new Map([...all, ...found].map((candidate) => [candidate.id, candidate]))
  const words = [
    ...new Set(
      takenOut(known, decisions).flatMap((piece) => telling(piece, own).map((word) => word.toLowerCase())),
    ),
  ].toSorted((a, b) => b.length - a.length)
  if (words.length === 0) return found
  const pattern = anyOf(words)
  const flagged = new Set(found.map(({ id }) => id))
  return [...known.values()].flatMap((candidate) => {
    const spans = matches(candidate.text, pattern)
    if (spans.length === 0) return flagged.has(candidate.id) ? [candidate] : []
    const echoes = [...new Set(spans.map(({ from, to }) => candidate.text.slice(from, to).toLowerCase()))]
    const left = matches(asDecided(candidate, decisions), pattern).length > 0
    if (!left) return flagged.has(candidate.id) ? [{ ...candidate, echoes }] : []
    const why = 'Holds what was blacked out or kept back elsewhere'
    return [{ ...candidate, echoes, reasons: [...candidate.reasons, { why, spans }] }]
  })
}

import { missingOfAction } from './action.ts'
import { hasMeasure, missingOfOutcome } from './outcome.ts'
import { partsAsked, partsIn } from './parts.ts'
import { matchAt, type Phrase, plainPhrase, startsOf } from './phrase.ts'
import { wordingRules } from './rules.ts'
import type { WordingRule } from './rule.ts'
import { linesIn, quotationsIn, type Stretch, type Word, wordsIn } from './text.ts'
import type { Missing, OwnPhrase, Part, TextKind, WordingContext, WordingFinding } from './types.ts'

const ofId = (id: string): WordingRule => wordingRules.find((rule) => rule.id === id)!

type Entry = { readonly rule: WordingRule; readonly phrase: Phrase }
/** Phrases by the words with which they begin, so that each word of a text is looked up once. */
const index = (() => {
  const byStart = new Map<string, Entry[]>()
  const anywhere: Entry[] = []
  for (const rule of wordingRules)
    for (const phrase of rule.phrases ?? []) {
      const starts = startsOf(phrase)
      if (!starts) anywhere.push({ rule, phrase })
      else for (const start of starts) byStart.set(start, [...(byStart.get(start) ?? []), { rule, phrase }])
    }
  return { byStart, anywhere }
})()

const ownRule = ({ id, kind, says, phrase }: OwnPhrase): WordingRule => ({
  id: `own.${id}`,
  name: phrase,
  kinds: kind === 'any' ? ['provision', 'change', 'outcome', 'target', 'action', 'text'] : [kind],
  from: '2014-09-01',
  says,
  missing: [],
  source: 'Your school’s own list of phrases',
  strength: 'local',
  confidence: 'read',
})

type Match = { readonly rule: WordingRule; readonly first: number; readonly end: number }
/** What every check of one text needs. */
type Reading = {
  readonly text: string
  readonly words: readonly Word[]
  readonly lines: readonly Stretch[]
  readonly quoted: (word: Word) => boolean
  readonly applies: (rule: WordingRule, kind?: TextKind) => boolean
}

const quotedIn = (text: string, words: readonly Word[]) => {
  const stretches = quotationsIn(text, words)
  const inside = new Set<Word>()
  let at = 0
  for (const word of words) {
    while (at < stretches.length && stretches[at]!.to <= word.from) at++
    if (stretches[at] && stretches[at]!.from <= word.from) inside.add(word)
  }
  return (word: Word) => inside.has(word)
}

const readingOf = (text: string, { kind, today, settings }: WordingContext): Reading => {
  const words = wordsIn(text)
  return {
    text,
    words,
    lines: linesIn(text, words),
    quoted: quotedIn(text, words),
    applies: ({ kinds, from, until, id }) =>
      kinds.includes(kind) && from <= today && (!until || until >= today) && !settings?.off.has(id),
  }
}

const isQuiet = (
  { words, text }: Reading,
  rule: WordingRule,
  first: number,
  end: number,
  saidIn: () => ReadonlySet<Part>,
) => {
  const before = words[first - 1]
  if (before && words[first]!.joined && rule.notAfter?.has(before.folded)) return true
  if (rule.notBefore?.some((phrase) => words[end]?.joined && matchAt(words, end, phrase) >= 0)) return true
  if (rule.unlessSaid?.every((part) => saidIn().has(part))) return true
  // May, the month and the name.
  return (
    rule.id === 'provision.may' &&
    words[first]!.capital &&
    words[first]!.folded === 'may' &&
    !words[first]!.begins &&
    text !== ''
  )
}

/** Phrases found, the longest of those that lie over one another. */
const matchesIn = (reading: Reading, own: readonly OwnPhrase[]): Match[] => {
  const { words, lines, quoted, applies } = reading
  const ownEntries: Entry[] = own
    .map((one) => ({ rule: ownRule(one), phrase: plainPhrase(wordsIn(one.phrase)) }))
    .filter(({ rule, phrase }) => phrase.length > 0 && applies(rule))
  const matches: Match[] = []
  for (const line of lines) {
    let parts: ReadonlySet<Part> | null = null
    const saidIn = () => (parts ??= partsIn(words, line))
    for (let at = line.first; at < line.end; at++) {
      if (quoted(words[at]!)) continue
      for (const { rule, phrase } of [
        ...(index.byStart.get(words[at]!.folded) ?? []),
        ...index.anywhere,
        ...ownEntries,
      ]) {
        if (!applies(rule)) continue
        const end = matchAt(words, at, phrase)
        if (end > at && end <= line.end && !isQuiet(reading, rule, at, end, saidIn))
          matches.push({ rule, first: at, end })
      }
    }
  }
  const kept: Match[] = []
  // In reading order each word belongs to one match: a stack would do, but the last one kept is enough.
  for (const match of matches.toSorted((a, b) => a.first - b.first || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || match.first >= last.end) kept.push(match)
    else if (match.end - match.first > last.end - last.first) kept[kept.length - 1] = match
  }
  return kept
}

const finding = (
  { text }: Reading,
  rule: WordingRule,
  from: number,
  to: number,
  whatIsMissing: readonly Missing[] = rule.missing,
  line = false,
): WordingFinding => ({
  rule: rule.id,
  from,
  to,
  words: text.slice(from, to),
  line,
  says: rule.says,
  source: rule.source,
  strength: rule.strength,
  confidence: rule.confidence,
  whatIsMissing,
})

const whole = (reading: Reading, rule: WordingRule, { first, end }: Stretch, missing: readonly Missing[]) =>
  finding(reading, rule, reading.words[first]!.from, reading.words[end - 1]!.to, missing, true)

/** A heading over lines of provision, which says no provision itself. */
const isHeading = ({ text, words, lines }: Reading, { first, end }: Stretch): boolean =>
  lines.length > 1 && (end - first <= 3 || /^\s*:/.test(text.slice(words[end - 1]!.to))) && end < words.length

const amounts = (reading: Reading): WordingFinding[] => {
  const rule = ofId('provision.amounts')
  if (!reading.applies(rule)) return []
  const { words, lines, quoted } = reading
  return lines.flatMap((line, at) => {
    if (isHeading(reading, line) || words.slice(line.first, line.end).every(quoted)) return []
    const said = partsIn(words, line)
    // A heading names the kind for the line under it.
    const above = lines[at - 1]
    if (above && isHeading(reading, above) && partsIn(words, above).has('type')) said.add('type')
    const missing = partsAsked(words, line).filter((part) => !said.has(part))
    return missing.length === 0 ? [] : [whole(reading, rule, line, missing)]
  })
}

const all = ({ words }: Reading): Stretch => ({ first: 0, end: words.length })

const leftOut = (reading: Reading, { kind, beside = {} }: WordingContext): WordingFinding[] => {
  const { text, words } = reading
  const missing =
    kind === 'action'
      ? missingOfAction(text, words, beside)
      : kind === 'outcome' || kind === 'target'
        ? missingOfOutcome(text, words, beside)
        : []
  return ['outcome.smart', 'action.owner', 'action.date'].map(ofId).flatMap((rule) => {
    const those = missing.filter((one) => rule.missing.includes(one))
    return those.length > 0 && reading.applies(rule) ? [whole(reading, rule, all(reading), those)] : []
  })
}

/** A vague verb is none where a figure or a measure stands with it. */
const isMeasured = (reading: Reading, { beside }: WordingContext): boolean =>
  Boolean(beside?.measure) || hasMeasure(reading.words)

const namesIn = (reading: Reading, { names }: WordingContext): WordingFinding[] => {
  const rule = ofId('text.name')
  if (!names || !reading.applies(rule)) return []
  return names(reading.text).map(({ from, to, certain }) => ({
    ...finding(reading, rule, from, to),
    says: certain ? 'is another pupil’s name' : rule.says,
  }))
}

/**
 * What is worth another look in a text, its words in reading order, then what its lines leave out: words that leave open what a child gets, parts that a line of
 * provision doesn't say, outcomes that are provision or can't be measured, actions that nobody has, other pupils'
 * names. It marks and cites; it never rewrites and supplies no amount. The same text and context give the same answer.
 * Never throws; time grows with the length of the text. Sources: each rule's own.
 */
export const check = (text: string, context: WordingContext): readonly WordingFinding[] => {
  const reading = readingOf(text, context)
  if (reading.words.length === 0) return []
  const measured = isMeasured(reading, context)
  const marked = matchesIn(reading, context.settings?.own ?? [])
    .filter(({ rule }) => !(rule.id === 'outcome.unmeasured' && measured))
    .map(({ rule, first, end }) =>
      finding(reading, rule, reading.words[first]!.from, reading.words[end - 1]!.to),
    )
  return [
    ...marked,
    ...amounts(reading),
    ...leftOut(reading, context),
    ...namesIn(reading, context),
  ].toSorted((a, b) => Number(a.line) - Number(b.line) || a.from - b.from || b.to - a.to)
}

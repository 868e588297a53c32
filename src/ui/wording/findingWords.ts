import type { Why } from '../../domain/rules/why.ts'
import { missingWords, type Confidence, type WordingFinding } from '../../domain/wording/types.ts'

const longest = 60
/** The marked words as they are quoted: a long line by its beginning. */
export const quoted = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}

export const missingSaid = ({ whatIsMissing }: Pick<WordingFinding, 'whatIsMissing'>): string =>
  whatIsMissing.map((one) => missingWords[one]).join('; ')

const sure: Record<Confidence, string> = {
  read: 'Read in the source or a summary of it',
  remembered: 'From memory: look it up before you rely on it',
  judged: 'Our own judgement',
}

/** Why a mark is there: its rule, what is missing, who says so. */
export const whyOfFinding = (finding: WordingFinding): Why => ({
  rule: finding.rule,
  says: finding.line ? `Not said: ${missingSaid(finding)}` : `“${quoted(finding.words)}” ${finding.says}`,
  strength: finding.strength,
  source: finding.source,
  inputs: [
    ...(finding.whatIsMissing.length > 0 ? [{ label: 'Missing', value: missingSaid(finding) }] : []),
    { label: 'The source', value: sure[finding.confidence] },
  ],
})

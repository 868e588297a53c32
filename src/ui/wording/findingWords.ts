import { inWords, t } from '../../words/t.ts'
import type { Why } from '../../domain/rules/why.ts'
import { missingWords, type Confidence, type WordingFinding } from '../../domain/wording/types.ts'

const longest = 60
/** The marked words as they are quoted: a long line by its beginning. */
export const quoted = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line
}

export const missingSaid = ({ whatIsMissing }: Pick<WordingFinding, 'whatIsMissing'>): string =>
  whatIsMissing.map((one) => inWords(missingWords[one])).join('; ')

const sure: Record<Confidence, string> = {
  read: t`Read in the source or a summary of it`,
  remembered: t`From memory: look it up before you rely on it`,
  judged: t`Our own judgement`,
}

/** Why a mark is there: its rule, what is missing, who says so. */
export const whyOfFinding = (finding: WordingFinding): Why => ({
  rule: finding.rule,
  says: finding.line
    ? t`Not said: ${missingSaid(finding)}`
    : `“${quoted(finding.words)}” ${inWords(finding.says)}`,
  strength: finding.strength,
  source: finding.source,
  inputs: [
    ...(finding.whatIsMissing.length > 0 ? [{ label: t`Missing`, value: missingSaid(finding) }] : []),
    { label: t`The source`, value: sure[finding.confidence] },
  ],
})

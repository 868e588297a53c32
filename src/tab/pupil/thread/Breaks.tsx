import { t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons'
import { type Break, type BreakKind, breakWords } from '../../../domain/rules/threadBreaks.ts'
import { Why } from '../../../ui/Why.tsx'
import { type Route, useGo } from '../../routes.ts'
import { useThreadStyles } from './styles.ts'

const fixWords: Record<BreakKind, string> = {
  noOutcome: t`Add an outcome`,
  noNeed: t`Link a need`,
  noProvision: t`Link provision`,
  noMeasure: t`Say how`,
  pastDate: t`Look at the outcome`,
  notRated: t`Rate it`,
  noEvidence: t`Add the evidence`,
  noAmount: t`Say how much`,
  notJudged: t`Look at it`,
  servesNothing: t`Link an outcome`,
}

/** Where a break is mended: on the pupil's page, or in the review that left it. */
const fixAt = (one: Break, pupil: string, review: string | null): Route => {
  const inReview = (block: string): Route | null => (review ? { at: 'review', key: review, block } : null)
  const onPupil = (section: 'outcomes' | 'provision'): Route => ({
    at: 'pupil',
    key: pupil,
    section,
    about: one.about,
  })
  switch (one.kind) {
    case 'notRated':
    case 'noEvidence':
      if (one.inPlan) return { at: 'pupil', key: pupil, section: 'plan' }
      return inReview('outcomes') ?? onPupil('outcomes')
    case 'notJudged':
      return inReview('support') ?? onPupil('provision')
    case 'noProvision':
    case 'noAmount':
    case 'servesNothing':
      return onPupil('provision')
    case 'noOutcome':
    case 'noNeed':
    case 'noMeasure':
    case 'pastDate':
      return onPupil('outcomes')
  }
}

/** Whose thread it is, and the review in which what is missing can be recorded. */
export type Place = { readonly pupil: string; readonly review: string | null }

/** What is missing here, each with its reason and the button that mends it. */
export const Breaks = ({ breaks, place }: { breaks: readonly Break[]; place: Place }) => {
  const styles = useThreadStyles()
  const { go } = useGo()
  return breaks.map((one) => (
    <span key={`${one.kind}${one.about}`} className={styles.break}>
      <WarningRegular className={styles.warn} aria-label={t`Gap`} />
      <Text size={200}>
        <Why why={one.why}>{breakWords[one.kind]}</Why>
      </Text>
      <Button size="small" onClick={() => go(fixAt(one, place.pupil, place.review))}>
        {fixWords[one.kind]}
      </Button>
    </span>
  ))
}

export const only = (breaks: readonly Break[], ...kinds: BreakKind[]) =>
  breaks.filter(({ kind }) => kinds.includes(kind))

import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Review } from '../../domain/records/review.ts'
import type { Day } from '../../domain/rules/day.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { ActionCards } from '../pupil/actions.tsx'
import { type BlockName, blockNames, fieldsIn } from '../../ui/review/blocks.ts'
import { LastActions } from './LastActions.tsx'
import { OutcomeBlock } from './OutcomeBlock.tsx'
import { People } from './People.tsx'
import { Recommendations } from './Recommendations.tsx'
import { SectionChanges } from './SectionChanges.tsx'
import { SupportBlock } from './SupportBlock.tsx'

const hints: Partial<Record<BlockName, string>> = {
  child: t`In the child’s own words, with who helped and how. Word for word is best.`,
  parents: t`In the parents’ own words.`,
  recommendation: t`What the school recommends, and what each party said. Differences belong in the report.`,
  changes: t`Only sections that should change. The rest of the plan stays as it is.`,
  adulthood: t`From Year 9 a review must consider what prepares for adulthood.`,
}

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: '12px' },
  hint: { color: tokens.colorNeutralForeground2 },
})

/** One block of the review, as it is written. */
export const Block = ({ name, file }: { name: BlockName; file: ReviewFile }) => {
  const styles = useStyles()
  const today = useServices().today()
  return (
    <section className={styles.block} aria-label={blockNames[name]}>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {blockNames[name]}
      </Text>
      {hints[name] && <Text className={styles.hint}>{hints[name]}</Text>}
      {contentOf(name, file, today)}
    </section>
  )
}

const contentOf = (name: BlockName, file: ReviewFile, today: Day): ReactNode => {
  const { review } = file
  const fields = fieldsIn(file, name, today)
  const form = fields.length > 0 && <RecordForm type={Review} record={review} groups={[{ fields }]} />
  switch (name) {
    case 'people':
      return <People file={file} />
    case 'last':
      return <LastActions actions={file.previousActions} />
    case 'outcomes':
      return <OutcomeBlock file={file} />
    case 'support':
      return <SupportBlock file={file} />
    case 'changes':
      return <SectionChanges file={file} />
    case 'actions':
      return <ActionCards pupil={review.pupil} review={review.key} />
    case 'recommendation':
      return (
        <>
          {form}
          <Recommendations file={file} />
        </>
      )
    default:
      return form
  }
}

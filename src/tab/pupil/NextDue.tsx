import { t } from '../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import type { ReviewDue } from '../../domain/rules/reviewDue.ts'
import { Due } from '../register/cells.tsx'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    paddingBottom: '12px',
  },
})

/** What is due next for the pupil's annual review, and the way to do it. */
export const NextDue = ({ due, pupil }: { due: ReviewDue; pupil: string }) => {
  const styles = useStyles()
  const { go } = useGo()
  const { review } = due
  return (
    <div className={styles.line}>
      <Due due={due} wrap />
      <Button
        size="small"
        onClick={() =>
          go(
            review
              ? { at: 'review', key: review, block: null }
              : due.day
                ? { at: 'pupil', key: pupil, section: 'reviews' }
                : { at: 'pupil', key: pupil, section: 'details' },
          )
        }
      >
        {review ? t`Open the review` : due.day ? t`Plan the review` : t`Add the plan’s date`}
      </Button>
    </div>
  )
}

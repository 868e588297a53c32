import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewQuality } from '../../documents/reviewQuality.ts'
import type { Quality } from '../../domain/rules/quality.ts'
import { meetingHeld } from '../../domain/rules/reviewMoves.ts'
import { focusField } from '../../ui/focusField.ts'
import { useServices } from '../../ui/services.tsx'
import { QualityLines } from '../../ui/wording/QualityLines.tsx'
import { useWording } from '../../ui/wording/useWording.ts'
import { useGo } from '../routes.ts'

/** The place of the checklist among the parts of a review. */
export const checklist = 'checklist'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '860px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
})

/** What the checklist is called: with its figure once the meeting was held, since before it little can be there. */
export const checklistWords = ({ review }: ReviewFile, { score }: Quality): string =>
  score === null || !meetingHeld(review) ? t`Checklist` : t`Checklist: ${score} of 100`

/** The checklist of a review as the record stands. */
export const useQuality = (file: ReviewFile): Quality => {
  const today = useServices().today()
  const wording = useWording(file.pupil.key)
  return useMemo(() => reviewQuality(file, today, wording), [file, today, wording])
}

/** What a review's record has and hasn't yet, by the published checklist; each lost point leads to its field. */
export const Checklist = ({ file, quality }: { file: ReviewFile; quality: Quality }) => {
  const styles = useStyles()
  const { href } = useGo()
  const { lines } = quality
  const missing = lines.filter(({ lost }) => lost.length > 0)
  const there = lines.filter(({ lost }) => lost.length === 0)
  return (
    <section className={styles.all} aria-label={t`Checklist`}>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {checklistWords(file, quality)}
      </Text>
      <Text
        className={styles.quiet}
      >{t`What the law, the Code of Practice and good practice ask the record of a review to hold. It is counted from what is written, never chosen by anybody; it says nothing of how good the review was, and is printed nowhere.`}</Text>
      {!meetingHeld(file.review) && (
        <Text className={styles.quiet}>{t`It is summed up once the meeting was held.`}</Text>
      )}
      {missing.length > 0 && (
        <>
          <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>{t`Not there yet`}</Text>
          <QualityLines
            lines={missing}
            hrefOf={({ block }) => href({ at: 'review', key: file.review.key, block })}
            onGo={({ field, record }) => focusField(field, record)}
          />
        </>
      )}
      {there.length > 0 && (
        <>
          <Text as="h3" size={400} weight="semibold" style={{ margin: 0 }}>{t`There`}</Text>
          <QualityLines lines={there} />
        </>
      )}
    </section>
  )
}

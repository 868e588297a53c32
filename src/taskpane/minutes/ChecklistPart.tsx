import { t } from '../../words/t.ts'
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewQuality } from '../../documents/reviewQuality.ts'
import { tagOfPlace } from '../../documents/tagOfPlace.ts'
import { useServices } from '../../ui/services.tsx'
import { QualityLines } from '../../ui/wording/QualityLines.tsx'
import { useWording } from '../../ui/wording/useWording.ts'
import { useGoTo, type WithPlaces } from '../live/useGoTo.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, display: 'block' } })

/** What the record of the review hasn't yet, by the checklist. */
export const ChecklistPart = ({
  file,
  document,
  about = t`As the record stood when the document was read. Take what the document has, and read it back again.`,
}: {
  file: ReviewFile
  /** The open document, where each point has its field; null: none of this review is open. */
  document: WithPlaces | null
  /** What was looked at. */
  about?: string
}) => {
  const goTo = useGoTo(document)
  const styles = useStyles()
  const { score, lines } = reviewQuality(file, useServices().today(), useWording(file.pupil.key))
  const missing = lines.filter(({ lost }) => lost.length > 0)
  if (score === null || missing.length === 0) return null
  return (
    <AccordionItem value="checklist">
      <AccordionHeader as="h2">{t`Checklist: ${score} of 100`}</AccordionHeader>
      <AccordionPanel>
        <Text size={200} className={styles.quiet}>
          {about}
        </Text>
        <output>{goTo.said}</output>
        <QualityLines
          lines={missing}
          {...(document
            ? {
                onGo: (place) => {
                  const tag = tagOfPlace(file, place)
                  void goTo.field(tag ? [tag] : [])
                },
              }
            : {})}
        />
      </AccordionPanel>
    </AccordionItem>
  )
}

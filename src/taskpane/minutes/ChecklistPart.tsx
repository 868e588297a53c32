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
import { useServices } from '../../ui/services.tsx'
import { QualityLines } from '../../ui/wording/QualityLines.tsx'
import { useWording } from '../../ui/wording/useWording.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, display: 'block' } })

/** What the record of the review hasn't yet, by the checklist. */
export const ChecklistPart = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const { score, lines } = reviewQuality(file, useServices().today(), useWording(file.pupil.key))
  const missing = lines.filter(({ lost }) => lost.length > 0)
  if (score === null || missing.length === 0) return null
  return (
    <AccordionItem value="checklist">
      <AccordionHeader as="h2">Checklist: {score} of 100</AccordionHeader>
      <AccordionPanel>
        <Text size={200} className={styles.quiet}>
          As the record stood when the document was read. Take what the document has, and read it back again.
        </Text>
        <QualityLines lines={missing} />
      </AccordionPanel>
    </AccordionItem>
  )
}

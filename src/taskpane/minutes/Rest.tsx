import { t } from '../../words/t.ts'
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Link,
  makeStyles,
  Text,
} from '@fluentui/react-components'
import { grouped } from '../../domain/grouped.ts'
import type { Found } from '../../documents/readBack.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { useGoTo } from '../live/useGoTo.ts'
import { ChecklistPart } from './ChecklistPart.tsx'
import { WordingPart } from './WordingPart.tsx'

const useStyles = makeStyles({
  list: { margin: '0 0 8px', paddingLeft: '20px', overflowWrap: 'anywhere' },
  // Without colours a link is told by its line.
  link: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
  why: { display: 'block', paddingBottom: '4px' },
})

type Named = { readonly tag: string; readonly label: string; readonly called: string }

/** Fields by their record; each a way to where it stands, where the document has it. */
const ByRecord = ({ all, onField }: { all: readonly Named[]; onField?: (tag: string) => void }) => {
  const styles = useStyles()
  return [...grouped(all, ({ called }) => called)].map(([called, fields]) => (
    <div key={called}>
      <Text weight="semibold">
        <Personal>{called}</Personal>
      </Text>
      <ul className={styles.list}>
        {fields.map(({ tag, label }) => (
          <li key={tag}>
            {onField ? (
              <Link as="button" className={styles.link} onClick={() => onField(tag)}>
                {label}
              </Link>
            ) : (
              label
            )}
          </li>
        ))}
      </ul>
    </div>
  ))
}

/** What is neither the same nor different: notes on the wording, the checklist, not filled in, gone from the document, or of a record that is gone. */
export const Rest = ({
  found: { newer, notFilled, missing, unmatched },
  file,
  document,
}: {
  found: Found
  file: ReviewFile
  document: ReadDocument
}) => {
  const styles = useStyles()
  const goTo = useGoTo(document)
  const onField = (tag: string) => void goTo.field([tag])
  return (
    <Accordion collapsible multiple>
      {newer.length > 0 && (
        <AccordionItem value="newer">
          <AccordionHeader as="h2">{t`Changed in the record since: ${newer.length}`}</AccordionHeader>
          <AccordionPanel>
            <Text
              className={styles.why}
            >{t`The document still says what was inserted. Update brings the record’s text.`}</Text>
            <output>{goTo.said}</output>
            <ByRecord all={newer} onField={onField} />
          </AccordionPanel>
        </AccordionItem>
      )}
      <WordingPart file={file} document={document} />
      <ChecklistPart file={file} document={document} />
      {notFilled.length > 0 && (
        <AccordionItem value="notFilled">
          <AccordionHeader as="h2">{t`Not filled in yet: ${notFilled.length}`}</AccordionHeader>
          <AccordionPanel>
            <output>{goTo.said}</output>
            <ByRecord all={notFilled} onField={onField} />
          </AccordionPanel>
        </AccordionItem>
      )}
      {missing.length > 0 && (
        <AccordionItem value="missing">
          <AccordionHeader as="h2">{t`Not in this document: ${missing.length}`}</AccordionHeader>
          <AccordionPanel>
            <Text
              className={styles.why}
            >{t`Deleted here, or added to the record since the minutes were inserted. The record keeps them.`}</Text>
            <ByRecord all={missing} />
          </AccordionPanel>
        </AccordionItem>
      )}
      {unmatched.length > 0 && (
        <AccordionItem value="unmatched">
          <AccordionHeader as="h2">{t`No longer in the record: ${unmatched.length}`}</AccordionHeader>
          <AccordionPanel>
            <Text
              className={styles.why}
            >{t`These belong to something that was archived or moved. Copy what you need by hand.`}</Text>
            <ul className={styles.list}>
              {unmatched.map(({ tag, text }, at) => (
                <li key={`${tag} ${at}`}>
                  <Personal>{text}</Personal>
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      )}
    </Accordion>
  )
}

import { t } from '../../words/t.ts'
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { documentWording, type DocumentNote } from '../../documents/documentWording.ts'
import { grouped } from '../../domain/grouped.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { readOpenText } from '../../host/word.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { MarkList } from '../../ui/wording/MarkList.tsx'
import { useWording } from '../../ui/wording/useWording.ts'
import { useJump } from './useJump.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '10px', paddingBottom: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The line of a field's text in which a note stands, and where in that line. */
const lineOf = ({ text, finding }: DocumentNote) => {
  const from = text.lastIndexOf('\n', finding.from - 1) + 1
  const end = text.indexOf('\n', finding.from)
  const line = text.slice(from, end < 0 ? text.length : end)
  return { line, from: finding.from - from, to: Math.min(finding.to - from, line.length) }
}

/** Notes on the wording of the open document; each leads to its words in Word. */
export const WordingPart = ({ file, document }: { file: ReviewFile; document: ReadDocument }) => (
  <WordingNotes
    notes={documentWording(file, document, useWording(file.pupil.key))}
    title={t`Notes on the wording`}
  />
)

/** Notes, grouped by the field that they are on. */
export const WordingNotes = ({ notes, title }: { notes: readonly DocumentNote[]; title: string }) => {
  const styles = useStyles()
  const jump = useJump()
  if (notes.length === 0) return null
  const show = async (note: DocumentNote) => {
    const { line, from, to } = lineOf(note)
    const paragraphs = await readOpenText()
    const paragraph = paragraphs.findIndex(({ text, deleted }) => !deleted && text.includes(line))
    if (paragraph < 0) return jump.gone()
    const start = paragraphs[paragraph]!.text.indexOf(line)
    await jump.to({ paragraph, from: start + from, to: start + to }, paragraphs)
  }
  return (
    <AccordionItem value="wording">
      <AccordionHeader as="h2">
        {title}: {notes.length}
      </AccordionHeader>
      <AccordionPanel className={styles.all}>
        {jump.missing && <Text role="status">{jump.missing}</Text>}
        {[...grouped(notes, ({ called }) => called)].map(([called, these]) => (
          <div key={called}>
            <Text weight="semibold">
              <Personal>{called}</Personal>
            </Text>
            <MarkList
              findings={these.map(({ finding }) => finding)}
              lines={these.some(({ text }) => text.includes('\n'))}
              elsewhere
              onShow={(finding) =>
                void show(these.find((one) => one.finding === finding)!).catch(jump.failed)
              }
            />
          </div>
        ))}
      </AccordionPanel>
    </AccordionItem>
  )
}

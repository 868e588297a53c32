import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../domain/counted.ts'
import { type Difference, type Found, tagParts } from '../../documents/readBack.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { DocumentRows } from '../../documents/rows/rowsIn.ts'
import { DifferenceCard } from './DifferenceCard.tsx'
import { Rest } from './Rest.tsx'
import { RowCards } from './rows/RowCards.tsx'
import { useNoteSettled } from './useNoteSettled.ts'
import { useReadBack } from './useReadBack.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: '8px',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/**
 * What "Take all" takes: fields that the document alone changed, or filled in where the record says nothing. What both
 * changed is chosen one by one, and so is what would empty the record: text is gone from a document by a slip.
 */
const isSafeToTake = ({ document, record, since }: Difference): boolean =>
  document !== '' && (since === 'document' || (since === 'unknown' && record === ''))

/** What reading back found: each difference with its choice, then what was doubled, missing or not filled in. */
export const Differences = ({
  found,
  rows,
  file,
  document,
}: {
  found: Found
  rows: DocumentRows
  file: ReviewFile
  document: ReadDocument
}) => {
  const styles = useStyles()
  const doubles = found.doubled.flatMap(({ choices }) => choices)
  const noteSettled = useNoteSettled(file, document, found.same)
  const { cards, take, edit, keep, reopen } = useReadBack([...found.differences, ...doubles], noteSettled)
  const deleted = new Set(rows.deleted.map(({ place: { type, key } }) => `${type.short}.${key}`))
  const isDouble = (tag: string) => found.doubled.some((one) => one.tag === tag)
  const open = cards.filter(
    ({ difference, state }) =>
      ['open', 'notSaved'].includes(state.is) &&
      isSafeToTake(difference) &&
      'value' in difference.change &&
      !isDouble(difference.tag),
  )
  const settled = cards.filter(({ state }) => ['saved', 'kept'].includes(state.is)).length
  const single = cards.filter(({ difference }) => !isDouble(difference.tag))
  const double = cards.filter(({ difference }) => isDouble(difference.tag))
  const shown = (these: typeof cards) =>
    these.map((card) => (
      <DifferenceCard
        key={`${card.difference.tag} ${card.difference.document}`}
        card={card}
        provenance={document.provenance ?? null}
        onEdit={(value) => void edit(card.difference, value)}
        onTake={() => void take([card.difference])}
        onKeep={() => keep(card.difference)}
        onReopen={() => reopen(card.difference)}
      />
    ))
  return (
    <section className={styles.all} aria-label={t`What the document says differently`}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          <output>
            {cards.length === 0
              ? rows.added.length + rows.deleted.length > 0
                ? t`The fields say what the record says`
                : found.newer.length === 0
                  ? t`The document says what the record says`
                  : t`Nothing to take from the document`
              : `${counted(cards.length, 'difference')}${settled === 0 ? '' : settled === cards.length ? t`, all settled` : t`, ${cards.length - settled} to choose`}`}
          </output>
        </Text>
        {open.length > 1 && (
          <Button size="small" onClick={() => void take(open.map(({ difference }) => difference))}>
            {open.length === cards.length
              ? t`Take all ${open.length}`
              : t`Take ${open.length} from the document`}
          </Button>
        )}
      </div>
      {found.newer.length > 0 && (
        <Text
          className={styles.quiet}
        >{t`${counted(found.newer.length, 'field')} changed in the record since: Update brings ${found.newer.length === 1 ? t`it` : t`them`}.`}</Text>
      )}
      {shown(single)}
      {double.length > 0 && (
        <>
          <Text
            className={styles.quiet}
          >{t`These stand more than once in the document and don’t say the same. Choose which is right.`}</Text>
          {shown(double)}
        </>
      )}
      <RowCards rows={rows} file={file} onNoted={noteSettled} />
      <Rest
        // What was deleted as a row is asked about above.
        found={{
          ...found,
          missing: found.missing.filter(({ tag }) => !deleted.has(tagParts(tag)?.of ?? '')),
        }}
        file={file}
        document={document}
      />
    </section>
  )
}

import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons'
import { Fragment } from 'react'
import { counted } from '../../domain/counted.ts'
import { grouped } from '../../domain/grouped.ts'
import { Review } from '../../domain/records/review.ts'
import type { NewRow } from '../../documents/rows/missingRows.ts'
import type { FieldNamed, Left, WhyLeft } from '../../documents/update.ts'
import type { WhyRowLeft } from '../../documents/updateRows.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import type { Updated } from './useMinutes.ts'
import { useFieldJump } from './useFieldJump.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  field: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  show: { flexShrink: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const reasons: { [W in WhyLeft]: string } = {
  both: t`Changed here and in the record: Read back lets you choose.`,
  unknown: t`The file doesn’t know which side changed it: Read back lets you choose.`,
  twice: t`It stands more than once and doesn’t say the same: Read back lets you choose.`,
  locked: t`It is locked in Word: unlock it under Developer, Properties, or type it by hand.`,
  tracked: t`It holds tracked changes: accept or reject them, then update again.`,
  commented: t`A comment hangs on its words and would go with them: resolve it, then update again.`,
  holds: t`A picture, an object, a table or a note stands in it and would go with its words: change it by hand.`,
  deleted: t`The record changed, and the field was taken out of this document.`,
  byHand: t`This Word lets nobody but you set it: choose it in the document.`,
}

const rowReasons: { [W in WhyRowLeft]: string } = {
  takenOut: t`In the record; its row was taken out of this document.`,
  unknown: t`In the record; the file doesn’t know whether its row was ever here.`,
  noTable: t`In the record; its table isn’t in this document. Inserting the minutes again brings it.`,
  typed: 'Its record is archived or gone, and somebody typed in the row.',
}

const firstTag = ({ cells }: NewRow): string | null =>
  cells.flatMap((cell) => ('bound' in cell ? [cell.bound.tag] : []))[0] ?? null

/** What Update did in the document, and what it left to the person, each a click away. */
export const UpdatedCard = ({ updated, onPutBack }: { updated: Updated; onPutBack: () => void }) => {
  const styles = useStyles()
  const { done, left, without, added, removed, rowsLeft, tracked } = updated
  const brought = done.length + added.length + removed.length
  const jump = useFieldJump()
  const row = (field: FieldNamed & Partial<Left>, showable: boolean) => (
    <li key={field.tag} className={styles.row}>
      <span className={styles.field}>
        <Text>{inWords(field.label)}</Text>
        {!field.tag.startsWith(`${Review.short}.`) && (
          <Text size={200} className={styles.quiet}>
            <Personal>{field.called}</Personal>
          </Text>
        )}
        {field.record !== undefined && field.why !== 'twice' && (
          <Text size={200}>
            {t`In the record:`} <Personal>{field.record || t`nothing`}</Personal>
          </Text>
        )}
      </span>
      {showable && (
        <Button
          size="small"
          className={styles.show}
          aria-label={t`Show ${inWords(field.label)}, ${field.called}, in the document`}
          onClick={() => void jump.to(field.tag, field.document ?? null)}
        >{t`Show`}</Button>
      )}
    </li>
  )
  const tableRow = (called: string, words: string, tag: string | null) => (
    <li key={`${called} ${words}`} className={styles.row}>
      <span className={styles.field}>
        <Personal>{called}</Personal>
        <Text size={200} className={styles.quiet}>
          {words}
        </Text>
      </span>
      {tag !== null && (
        <Button
          size="small"
          className={styles.show}
          aria-label={t`Show ${called} in the document`}
          onClick={() => void jump.to(tag, null)}
        >{t`Show`}</Button>
      )}
    </li>
  )
  return (
    <section className={styles.all} aria-label={t`What Update did`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        <output>
          {brought === 0
            ? t`Nothing to bring in`
            : [
                ...(done.length > 0
                  ? [t`${counted(done.length, 'field brought', 'fields brought')} up to date`]
                  : []),
                ...(added.length > 0 ? [t`${counted(added.length, 'row')} added`] : []),
                ...(removed.length > 0 ? [t`${counted(removed.length, 'row')} taken out`] : []),
              ].join(', ')}
        </output>
      </Text>
      {jump.missing && <Text role="status">{jump.missing}</Text>}
      {brought > 0 && (
        <>
          <ul className={styles.list} aria-label={t`Brought up to date`}>
            {done.map((field) =>
              row({ tag: field.tag, label: inWords(field.label), called: field.called }, true),
            )}
            {added.map((one) => tableRow(one.called, t`A new row under “${one.table}”`, firstTag(one)))}
            {removed.map((one) =>
              tableRow(
                one.says.find(Boolean) ?? t`An empty row`,
                t`Taken out: its record is archived or gone`,
                null,
              ),
            )}
          </ul>
          <Text size={200} className={styles.quiet}>{t`${
            tracked
              ? t`Track changes is on: what was written is marked as a change.`
              : t`Everything else stays as it was typed.`
          } Put back undoes it in one go. After Ctrl+Z in Word, Read back takes the older text for typed.`}</Text>
          {done.length > 0 && (
            <div className={styles.buttons}>
              <Button size="small" icon={<ArrowUndoRegular />} onClick={onPutBack}>{t`Put back`}</Button>
              {added.length + removed.length > 0 && (
                <Text size={200} className={styles.quiet}>{t`Rows stay as they are now.`}</Text>
              )}
            </div>
          )}
        </>
      )}
      {left.length > 0 && (
        <Text as="h3" weight="semibold" className={styles.title}>{t`Left as it is: ${left.length}`}</Text>
      )}
      {[...grouped(left, ({ why }) => why)].map(([why, fields]) => (
        <div key={why}>
          <Text size={200} block className={styles.quiet}>
            {reasons[why]}
          </Text>
          <ul className={styles.list}>{fields.map((field) => row(field, field.document !== null))}</ul>
        </div>
      ))}
      {rowsLeft.length > 0 && (
        <div>
          <Text
            as="h3"
            weight="semibold"
            className={styles.title}
          >{t`Rows left as they are: ${rowsLeft.length}`}</Text>
          <ul className={styles.list}>
            {rowsLeft.map((one, at) => (
              <Fragment key={`${one.called} ${one.why} ${at}`}>
                {tableRow(one.called, rowReasons[one.why], null)}
              </Fragment>
            ))}
          </ul>
        </div>
      )}
      {without.length > 0 && (
        <div>
          <Text
            as="h3"
            weight="semibold"
            className={styles.title}
          >{t`Fields of the record without a place in this document`}</Text>
          <ul className={styles.list}>
            {[...grouped(without, ({ called }) => called)].map(([called, fields]) => (
              <li key={called} className={styles.row}>
                <span className={styles.field}>
                  <Personal>{called}</Personal>
                  <Text size={200} className={styles.quiet}>
                    {fields.map(({ label }) => label).join(', ')}
                  </Text>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

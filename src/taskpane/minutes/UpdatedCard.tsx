import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons'
import { grouped } from '../../domain/grouped.ts'
import type { FieldNamed, Left, WhyLeft } from '../../documents/update.ts'
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

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const reasons: { [W in WhyLeft]: string } = {
  both: 'Changed here and in the record: Read back lets you choose.',
  unknown: 'The file doesn’t know which side changed it: Read back lets you choose.',
  twice: 'It stands more than once and doesn’t say the same: Read back lets you choose.',
  locked: 'It is locked in Word: unlock it under Developer, Properties, or type it by hand.',
  tracked: 'It holds tracked changes: accept or reject them, then update again.',
  commented: 'A comment hangs on its words and would go with them: resolve it, then update again.',
  deleted: 'The record changed, and the field was taken out of this document.',
  byHand: 'This Word lets nobody but you set it: choose it in the document.',
}

/** What Update did in the document, and what it left to the person, each a click away. */
export const UpdatedCard = ({ updated, onPutBack }: { updated: Updated; onPutBack: () => void }) => {
  const styles = useStyles()
  const { done, left, without, tracked } = updated
  const jump = useFieldJump()
  const row = (field: FieldNamed & Partial<Left>, showable: boolean) => (
    <li key={field.tag} className={styles.row}>
      <span className={styles.field}>
        <Text>{field.label}</Text>
        <Text size={200} className={styles.quiet}>
          <Personal>{field.called}</Personal>
        </Text>
        {field.record !== undefined && field.why !== 'twice' && (
          <Text size={200}>
            In the record: <Personal>{field.record || 'nothing'}</Personal>
          </Text>
        )}
      </span>
      {showable && (
        <Button
          size="small"
          className={styles.show}
          aria-label={`Show ${field.label}, ${field.called}, in the document`}
          onClick={() => void jump.to(field.tag, field.document ?? null)}
        >
          Show
        </Button>
      )}
    </li>
  )
  return (
    <section className={styles.all} aria-label="What Update did">
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        <output>
          {done.length === 0
            ? 'Nothing to bring in'
            : `${counted(done.length, 'field brought', 'fields brought')} up to date`}
        </output>
      </Text>
      {jump.missing && <Text role="status">{jump.missing}</Text>}
      {done.length > 0 && (
        <>
          <ul className={styles.list} aria-label="Brought up to date">
            {done.map((field) => row({ tag: field.tag, label: field.label, called: field.called }, true))}
          </ul>
          <Text size={200} className={styles.quiet}>
            {tracked
              ? 'Track changes is on: what was written is marked as a change.'
              : 'Everything else stays as it was typed.'}{' '}
            Ctrl+Z in Word undoes it too, one step at a time; Read back then takes the older text for typed.
          </Text>
          <div className={styles.buttons}>
            <Button size="small" icon={<ArrowUndoRegular />} onClick={onPutBack}>
              Put back
            </Button>
          </div>
        </>
      )}
      {left.length > 0 && (
        <Text as="h3" weight="semibold" className={styles.title}>
          Left as it is: {left.length}
        </Text>
      )}
      {[...grouped(left, ({ why }) => why)].map(([why, fields]) => (
        <div key={why}>
          <Text size={200} className={styles.quiet}>
            {reasons[why]}
          </Text>
          <ul className={styles.list}>{fields.map((field) => row(field, field.document !== null))}</ul>
        </div>
      ))}
      {without.length > 0 && (
        <div>
          <Text as="h3" weight="semibold" className={styles.title}>
            In the record, without a place in this document
          </Text>
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

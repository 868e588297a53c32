import { inWords } from '../../../words/t.ts'
import { saidOf } from '../../../domain/fields.ts'
import { type AnyRecordType, fieldOf, type Stored } from '../../../domain/record.ts'
import { usePlanStyles } from './styles.ts'

/** The fields of a record that are filled in, to be read: short ones on a line, long texts under them. */
export const ReadFields = ({
  type,
  record,
  fields,
}: {
  type: AnyRecordType
  record: Stored<unknown>
  fields: readonly string[]
}) => {
  const styles = usePlanStyles()
  const filled = fields.flatMap((name) => {
    const field = fieldOf(type, name)
    const words = saidOf(field, (record as unknown as Record<string, unknown>)[name])
    return words === '' ? [] : [{ name, label: inWords(field.label), words, long: field.kind === 'longText' }]
  })
  const short = filled.filter(({ long }) => !long)
  const texts = filled.filter(({ long }) => long)
  const pairs = (some: typeof filled) =>
    some.map(({ name, label, words }) => (
      <div key={name}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>{words}</dd>
      </div>
    ))
  return (
    <>
      {short.length > 0 && <dl className={styles.short}>{pairs(short)}</dl>}
      {texts.length > 0 && <dl className={styles.read}>{pairs(texts)}</dl>}
    </>
  )
}

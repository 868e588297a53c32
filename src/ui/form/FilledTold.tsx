import { t } from '../../words/t.ts'
import { makeStyles, Text } from '@fluentui/react-components'
import { placeName } from '../../documents/form/fields.ts'
import type { FilledFor } from './readFilled.ts'

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } })

const Told = ({
  title,
  rows,
  folded = false,
}: {
  title: string
  rows: readonly string[]
  folded?: boolean
}) => {
  const styles = useStyles()
  if (rows.length === 0) return null
  const list = (
    <ul className={styles.list}>
      {rows.map((row, at) => (
        <li key={`${at} ${row}`}>{row}</li>
      ))}
    </ul>
  )
  if (folded)
    return (
      <details>
        <summary>
          {title}: {rows.length}
        </summary>
        {list}
      </details>
    )
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      {list}
    </div>
  )
}

/**
 * What a person should know of a form before it is filled: what is too long, what stays open and why. `folded`: what
 * needs nobody now shows how much it is, and opens.
 */
export const FilledTold = ({ filled, folded = false }: { filled: FilledFor; folded?: boolean }) => (
  <>
    <Told
      title={t`Longer than the form takes: shorten in the review, or in Word`}
      rows={filled.tooLong.map(
        ({ field, length, most }) => t`${placeName(field)}: ${length} characters, the form takes ${most}`,
      )}
    />
    <Told
      title={t`The form has no such choice`}
      rows={filled.noChoice.map(({ field, said }) => `${placeName(field)}: the record says “${said}”`)}
    />
    <Told
      title={t`Nothing recorded yet`}
      folded={folded}
      rows={[...new Set(filled.empty.map(({ label }) => label))]}
    />
    <Told
      title={t`Filled in by hand`}
      folded={folded}
      rows={[
        ...new Set([
          ...filled.byHand.fields.map(placeName),
          ...filled.byHand.tables.map(({ columns }) => columns.map(({ label }) => label).join(', ')),
        ]),
      ]}
    />
    <Told
      title={t`Recorded, and this form has no place for it: send it beside the form`}
      folded={folded}
      rows={filled.nowhere.map(({ label }) => label)}
    />
  </>
)

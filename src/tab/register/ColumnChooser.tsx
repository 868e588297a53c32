import { t } from '../../words/t.ts'
import {
  Button,
  type ButtonProps,
  Checkbox,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { allColumns, type Column, columns, usualColumns } from './columns.ts'

const useStyles = makeStyles({
  surface: { padding: '12px', width: '300px' },
  list: {
    listStyle: 'none',
    margin: '4px 0',
    padding: 0,
    maxHeight: '52vh',
    overflowY: 'auto',
  },
  line: { display: 'flex', alignItems: 'center', minHeight: '32px' },
  tick: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Which columns the register shows and in which order; the name always, in front. */
export const ColumnChooser = ({
  button,
  open,
  chosen,
  onChosen,
}: {
  button: ReactElement<ButtonProps>
  /** It was pressed before it could open. */
  open: boolean
  chosen: readonly Column[]
  onChosen: (columns: readonly Column[]) => void
}) => {
  const styles = useStyles()
  const shown: readonly Column[] = chosen.filter((column) => column !== 'name')
  const others = allColumns.filter((column) => !chosen.includes(column))
  const put = (next: readonly Column[]) => onChosen(next.length > 0 ? ['name', ...next] : usualColumns)
  const move = (column: Column, by: number) => {
    const at = shown.indexOf(column)
    const next = shown.toSpliced(at, 1)
    put(next.toSpliced(at + by, 0, column))
  }
  return (
    <Popover defaultOpen={open} positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>{button}</PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t`Columns of the register`}>
        <Text
          size={200}
          className={styles.quiet}
        >{t`Those that are ticked stand in this order, after the name.`}</Text>
        <ul className={styles.list}>
          {[...shown, ...others].map((column) => {
            const { words } = columns[column]
            const at = shown.indexOf(column)
            return (
              <li key={column} className={styles.line}>
                <Checkbox
                  className={styles.tick}
                  label={words}
                  checked={at >= 0}
                  onChange={() => put(at >= 0 ? shown.toSpliced(at, 1) : [...shown, column])}
                />
                {at >= 0 && (
                  <>
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<ArrowUpRegular />}
                      aria-label={t`${words} further to the front`}
                      disabled={at === 0}
                      onClick={() => move(column, -1)}
                    />
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<ArrowDownRegular />}
                      aria-label={t`${words} further back`}
                      disabled={at === shown.length - 1}
                      onClick={() => move(column, 1)}
                    />
                  </>
                )}
              </li>
            )
          })}
        </ul>
        <Button size="small" onClick={() => onChosen(usualColumns)}>{t`The usual columns`}</Button>
      </PopoverSurface>
    </Popover>
  )
}

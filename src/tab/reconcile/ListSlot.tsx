import { t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { counted } from '../../domain/counted.ts'
import { sayReason } from '../../importing/index.ts'
import { ChooseFile } from '../importing/ChooseFile.tsx'
import { SheetChoice } from '../importing/SheetChoice.tsx'
import { ListColumns } from './ListColumns.tsx'
import type { Slot } from './useSlot.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    minWidth: 0,
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  notes: { margin: 0, paddingLeft: '20px' },
})
const most = 20

/** One list: chosen, read, and what in it could not be. */
export const ListSlot = ({
  slot,
  title,
  about,
  what,
  children,
}: {
  slot: Slot
  title: string
  about: string
  what: string
  children?: ReactNode
}) => {
  const styles = useStyles()
  const { held, read, why } = slot
  return (
    <section className={styles.card} aria-label={title}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {!held && (
        <ChooseFile
          what={what}
          about={about}
          why={why ?? undefined}
          onFile={(file) => void slot.choose(file)}
          onPaste={slot.paste}
        />
      )}
      {held && read && (
        <>
          <Text>
            {t`${held.name}: ${counted(read.rows.length, 'child', 'children')}, read as ${held.table.readAs}.`}
            {read.folded > 0 &&
              t` Rows of one child with a need each were put together: ${counted(held.table.rows.length, 'row')} in the file.`}
          </Text>
          <SheetChoice table={held.table} onSheet={slot.sheet} />
          {read.why && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{read.why}</MessageBarBody>
            </MessageBar>
          )}
          <ListColumns slot={slot} />
          {children}
          {read.notes.length > 0 && (
            <>
              <Text weight="semibold">{t`${counted(read.notes.length, 'row')} to look at`}</Text>
              <ul className={styles.notes}>
                {read.notes.slice(0, most).map(({ row, kept, reasons }) => (
                  <li
                    key={row}
                  >{t`Row ${row}${kept ? t` (the rest of it is compared)` : t` (not compared)`}: ${reasons.map(sayReason).join('. ')}`}</li>
                ))}
              </ul>
              {read.notes.length > most && (
                <Text className={styles.quiet}>{t`And ${read.notes.length - most} more.`}</Text>
              )}
            </>
          )}
          <div>
            <Button onClick={slot.clear}>{t`Choose another`}</Button>
          </div>
        </>
      )}
    </section>
  )
}

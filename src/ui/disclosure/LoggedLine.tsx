import { entriesInWords, inWords, t } from '../../words/t.ts'
import {
  Link,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, type Ref } from 'react'
import { purposes } from '../../domain/records/disclosure.ts'
import type { LogState, Purpose } from './logBook.ts'
import type { LogGuard } from './logGuard.ts'
import { noteOf, type Task } from './task.ts'
import { shutWords, waitingWords } from './words.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    fontSize: tokens.fontSizeBase200,
    // As high as a thing to press has to be.
    lineHeight: '24px',
    color: tokens.colorNeutralForeground2,
    ':focus': { outline: 'none' },
    '& a, & button': { fontSize: 'inherit', lineHeight: 'inherit', display: 'inline-block' },
  },
  wrong: { color: tokens.colorStatusWarningForeground3 },
})

/** How this opening was logged, in one small line, with the way to say another reason. */
export const LoggedLine = ({
  purpose,
  task = null,
  state,
  guard,
  aside,
  onChange,
  onAgain,
  ref,
}: {
  purpose: Purpose | null
  /** What it was opened for, where nobody was asked. */
  task?: Task | null
  state: LogState
  guard: LogGuard | null | undefined
  /** What a place adds: a link to who else opened it. */
  aside?: ReactNode
  onChange: (purpose: Purpose) => void
  onAgain: () => void
  ref?: Ref<HTMLDivElement>
}) => {
  const styles = useStyles()
  const again = <Link as="button" onClick={onAgain}>{t`Try again`}</Link>
  return (
    <div ref={ref} tabIndex={-1} className={styles.line} data-logged>
      {state.is === 'shut' ? (
        <>
          <span role="status" className={styles.wrong}>
            {shutWords(state.trouble)}
          </span>
          {again}
        </>
      ) : (
        <>
          {state.is === 'waiting' ? (
            <>
              <span role="status" className={styles.wrong}>
                {waitingWords(state.trouble)}
              </span>
              {again}
            </>
          ) : (
            <Noted purpose={purpose} task={task} guard={guard} />
          )}
          {purpose && (
            <Menu
              checkedValues={{ purpose: [purpose] }}
              onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems[0] as Purpose)}
            >
              <MenuTrigger disableButtonEnhancement>
                <Link as="button">{t`Say another reason`}</Link>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {entriesInWords(purposes).map(([code, words]) => (
                    <MenuItemRadio key={code} name="purpose" value={code}>
                      {words}
                    </MenuItemRadio>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
        </>
      )}
      {aside}
    </div>
  )
}

/** A log that others may read, or change, is no log: it is called one only where IT confirmed that it is guarded. */
const Noted = ({
  purpose,
  task,
  guard,
}: {
  purpose: Purpose | null
  task: Task | null
  guard: LogGuard | null | undefined
}) => {
  const words = [purpose && inWords(purposes[purpose]), task && `(${noteOf(task).replace(/^F/, 'f')})`]
    .filter(Boolean)
    .join(' ')
  return guard ? (
    <span>{t`Logged as: ${words}`}</span>
  ) : (
    <span>
      {t`Noted as: ${words}`}
      {guard === null &&
        t`. Others who use this site may read and change what is noted until IT has run its script`}
    </span>
  )
}

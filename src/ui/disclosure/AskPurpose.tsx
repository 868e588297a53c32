import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { purposes } from '../../domain/records/disclosure.ts'
import { inkOnHover } from '../inkOnHover.ts'
import { useKeys } from '../keys.ts'
import { carriedPurposes, type Purpose } from './logBook.ts'

const useStyles = makeStyles({
  ask: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    maxWidth: '760px',
    padding: '16px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  group: { display: 'flex', flexDirection: 'column', gap: '6px', paddingTop: '4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: {
    minWidth: 0,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    ...inkOnHover,
    '@media (max-width: 640px)': { width: '100%', justifyContent: 'flex-start' },
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  key: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    paddingRight: '6px',
    // No keyboard, no key to press.
    '@media (hover: none)': { display: 'none' },
  },
})

const all = Object.keys(purposes) as Purpose[]
const ordered = [...carriedPurposes, ...all.filter((purpose) => !carriedPurposes.includes(purpose))]
/** 1 to 9, then 0: as they lie on the keyboard. */
const keyOf = (purpose: Purpose): string => String((ordered.indexOf(purpose) + 1) % 10)

/** Why somebody opens or passes on EHC plan data: one click or one key. */
export const AskPurpose = ({
  question,
  about,
  onChosen,
}: {
  question: string
  about: string
  onChosen: (purpose: Purpose) => void
}) => {
  const styles = useStyles()
  const id = useId()
  useKeys(Object.fromEntries(ordered.map((purpose) => [keyOf(purpose), () => onChosen(purpose)])))
  const group = (words: string, these: readonly Purpose[]) => (
    <div role="group" aria-label={words} className={styles.group}>
      <Text size={200} className={styles.quiet} aria-hidden>
        {words}
      </Text>
      <div className={styles.buttons}>
        {these.map((purpose) => (
          <Button
            key={purpose}
            className={styles.button}
            aria-keyshortcuts={keyOf(purpose)}
            onClick={() => onChosen(purpose)}
          >
            <span aria-hidden className={styles.key}>
              {keyOf(purpose)}
            </span>
            {inWords(purposes[purpose])}
          </Button>
        ))}
      </div>
    </div>
  )
  return (
    <section className={styles.ask} aria-labelledby={id}>
      <Text as="h2" id={id} size={400} weight="semibold" className={styles.title}>
        {question}
      </Text>
      <Text className={styles.quiet}>{about}</Text>
      {group(t`For this and what I open next today`, ordered.slice(0, carriedPurposes.length))}
      {group(t`For this pupil only`, ordered.slice(carriedPurposes.length))}
    </section>
  )
}
